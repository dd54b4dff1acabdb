"""Takes the scripts of the charts (Vega) and the table (DataTables) out of the installed packages that bring them: the page loads nothing."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import vl_convert

from pipeline.errors import PipelineError

EXPORT = re.compile(r"export\s*\{([^{}]*)\};?")
TABLE = "dt_bundle"


@cache
def chart_script() -> str:
    """Vega, Vega-Lite and Vega-Embed as one script that leaves `vegaEmbed` in the global object."""
    return _close_safely(vl_convert.javascript_bundle("globalThis.vegaEmbed = vegaEmbed;"))


def table_script() -> str:
    """DataTables with its extensions as one script that leaves `DataTable` in the global object; PipelineError if the package has another form."""
    source = (files("itables") / "html" / f"{TABLE}.js").read_text(encoding="utf-8")
    exports = EXPORT.search(source)
    names = dict(pair.split(" as ")[::-1] for pair in exports[1].split(",") if " as " in pair) if exports else {}
    if exports is None or "default" not in names:
        raise PipelineError("the installed itables has no table script of the form known; install the version of requirements.lock")
    return _close_safely(f"{source[: exports.start()]}globalThis.DataTable = {names['default']};{source[exports.end() :]}")


def table_style() -> str:
    """The style sheet of DataTables."""
    return (files("itables") / "html" / f"{TABLE}.css").read_text(encoding="utf-8").replace("</", "<\\/")


def _close_safely(script: str) -> str:
    """The script with `</script` and `<!--`, which would end or hide it in HTML, written otherwise; both stand in strings and comments alone."""
    return re.sub(r"<!--", r"<\\!--", re.sub(r"</(?=script)", r"<\\/", script, flags=re.IGNORECASE))

"""`communique review`: the page of a folder, served on this machine, with a way to say what is wrong."""

from __future__ import annotations

import socket
from argparse import Namespace
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from pipeline.errors import UsageError
from pipeline.tables.read import check_folder

HOST = "127.0.0.1"


def execute(args: Namespace) -> int:
    """Prints the page's address and serves it until interrupted; exit code 0."""
    check_folder(args.folder)
    serve = _load_server()
    port = args.port or _find_port()
    order = "#events?order=-doubt" if args.queue else ""
    print(f"http://{HOST}:{port}/{order}\nVerdicts go into {args.folder / 'reviews.csv'}; the next run corrects the tables by them. Ctrl-C ends.", flush=True)
    try:
        serve(args.folder, port)
    except OSError as error:
        raise UsageError(f"port {port} can't be used ({error.strerror or error}); give another with --port") from error
    return 0


def _load_server() -> Callable[[Path, int], None]:
    """What knows Flask is loaded only where it is asked for: it is an extra."""
    try:
        return import_module("pipeline.report.server").serve_review  # type: ignore[no-any-return]
    except ImportError as error:
        raise UsageError(f"review needs Flask and waitress ({error}); install communique[review]") from error


def _find_port() -> int:
    with socket.socket() as free:
        free.bind((HOST, 0))
        return int(free.getsockname()[1])

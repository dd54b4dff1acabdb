"""Days and intervals as people write them: "on 3–5 May 2023", «май 2023 года»."""

from __future__ import annotations

from datetime import date, timedelta

from pipeline.summary.words import LanguageFile

APPROXIMATE = ("~", "?", "%")  # how EDTF marks that a date is no more than near


def say_date(start: str | None, end: str | None, precision: str | None, edtf: str | None, source: str | None, words: LanguageFile) -> str:
    """The date of a row in words; empty where none is known. `start` and `end` are ISO days, inclusive."""
    if not start or not end:
        return ""
    said = _say(date.fromisoformat(start), date.fromisoformat(end), precision or "", edtf or "", words)
    if (edtf or "").endswith(APPROXIMATE):
        plain = words.preposition.sub("", said) if words.preposition is not None else said
        said = (words.dates.about_day if precision == "day" else words.dates.about).format(plain)
    return words.dates.reported.format(said) if source == "published" else said


def _say(first: date, last: date, precision: str, edtf: str, words: LanguageFile) -> str:
    named = (words.named_months or words.months)[first.month - 1]
    forms = {"d": first.day, "m": words.months[first.month - 1], "y": first.year, "named": named}
    forms |= {"d2": last.day, "m2": words.months[last.month - 1], "y2": last.year}
    if precision == "season":
        season = words.seasons.get(int(edtf[5:7])) if edtf[5:7].isdecimal() else None
        return season.format(year=last.year, before=last.year - 1) if season is not None else _range(first, last, forms, words)
    if precision in {"quarter", "half"}:
        number = (first.month - 1) // (3 if precision == "quarter" else 6)
        return str(getattr(words.dates, precision)).format(n=words.ordinals[number], y=first.year)
    if precision in {"week", "month", "year", "decade"} and _is_whole(first, last, precision):
        return str(getattr(words.dates, precision)).format(**forms)
    return _range(first, last, forms, words)


def _is_whole(first: date, last: date, precision: str) -> bool:
    """Whether the interval is one such unit, and not several or a part of one."""
    after = last + timedelta(days=1)
    months = (after.year - first.year) * 12 + after.month - first.month
    if precision == "week":
        return (after - first).days == 7
    return first.day == after.day == 1 and months == {"month": 1, "year": 12, "decade": 120}[precision]


def _range(first: date, last: date, forms: dict[str, object], words: LanguageFile) -> str:
    whole_years = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    if first == last:
        form = words.dates.day
    elif whole_years and first.year == last.year:
        form = words.dates.year
    elif whole_years:
        form = words.dates.years
    elif (first.year, first.month) == (last.year, last.month):
        form = words.dates.same_month
    else:
        form = words.dates.same_year if first.year == last.year else words.dates.range
    return form.format(**forms)

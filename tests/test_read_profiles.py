"""Source profiles: what they may say, how a document's is found, what it changes, and what each shipped one finds in its saved articles."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from pipeline.cli import main
from pipeline.errors import RuleError, UsageError
from pipeline.lang import add_boilerplate, judge_language, load_language_words
from pipeline.records import Article
from pipeline.resources import resource_path
from pipeline.settings import Settings
from pipeline.source_check import check_sources
from pipeline.sources import load_reading_kit, read_inputs
from pipeline.sources.layout import find_changes
from pipeline.sources.profile import Profile
from pipeline.sources.profiles import FOLDER, Clues, check_profiles, find_problems, find_profile, load_profiles
from pipeline.sources.published import parse_published

MINIMAL = "name: porvoo\ntitle: City of Porvoo\nknow: {hosts: [porvoo.example]}\n"
TUTORIAL = Path(__file__).parents[1] / "docs" / "add-a-source.md"
SHIPPED = sorted(path.stem for path in resource_path(FOLDER).glob("*.yml"))
PAGE = """<html><head><link rel="canonical" href="https://www.porvoo.example/1"><meta name="stamp" content="2023-03-14T23:30:00Z"></head>
<body><h1>City of Porvoo</h1><h2 class="top">A visit</h2><p class="by">by Ann Lake</p><div class="ad"><p>Buy now!</p></div>
<div class="text"><p>The mayor received guests.</p><p>They left on Friday.</p></div></body></html>"""
PROFILE = (
    MINIMAL
    + """time_zone: Europe/Helsinki
page: {text: [div.body, div.text], title: [h2.top], published: ['meta[name=stamp] @content'], author: [p.by]}
lookups: {author: {by Ann Lake: Ann Lake}}
"""
)


def write_profile(folder: Path, text: str = MINIMAL, name: str = "porvoo") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.yml").write_text(text, encoding="utf-8")
    return folder / f"{name}.yml"


def read_with(folder: Path, profile: str, name: str, content: str) -> Article:
    write_profile(folder / "own", profile)
    path = folder / "in" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    [article] = read_inputs([folder / "in"], load_reading_kit(Settings(sources_dir=folder / "own")))
    return article


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_profile_finds_what_its_saved_articles_hold(name: str) -> None:
    checked = check_sources([name])
    assert checked
    assert [problem for item in checked for problem in item.problems] == []


def test_shipped_profiles_are_many_and_have_a_saved_article_each() -> None:
    assert len(SHIPPED) >= 10
    assert all(profile.samples and profile.about for profile in load_profiles())


FAULTS = [
    ("pages: {}\n", "line 4: pages: no such key, did you mean 'page'?; allowed are name, title, about"),
    ("page:\n  texts: [div]\n", "line 5: page.texts: no such key, did you mean 'text'?; allowed are text, drop, title, published, author"),
    ("page:\n  text: ['div[']\n", "line 5: page.text[1]: no CSS selector: Expected ident or '*'"),
    ("skip:\n  patterns: ['(']\n", "line 5: skip.patterns[1]: no regular expression: missing )"),
    ("time_zone: Mars/Base\n", "line 4: time_zone: no time zone; write it like Europe/Astrakhan (got 'Mars/Base')"),
    ("language: de\n", "line 4: language: 'de' is not known; allowed are en, ru"),
    ("region: {name: {en: A, ru: А}, country: Sweden}\n", "region.country: 'Sweden' can't be one; one like 'RU' is wanted (ISO 3166-1 alpha-2)"),
    ("samples:\n  - {file: a.html, published: 2023-05-32}\n", "line 5: samples[1].published: no day; write it like 2019-06-05 (got '2023-05-32')"),
    ("officials:\n  - words: {en: [mayor]}\n    holders:\n      - {name: {en: A}, since: 5 June}\n", "no day; write it like 2019-06-05 (got '5 June')"),
    (
        "officials:\n  - words: {}\n    holders:\n      - {name: {en: A}, since: 2020-01-02, until: 2020-01-01}\n",
        "since 2020-01-02 is later than until 2020-01-01",
    ),
    ("samples: [{title: x}]\n", "line 4: samples[1].file: the key is missing"),
]


@pytest.mark.parametrize(("text", "message"), FAULTS)
def test_a_fault_is_told_with_file_line_and_what_is_allowed(tmp_path: Path, text: str, message: str) -> None:
    path = write_profile(tmp_path, MINIMAL + text)
    [problem] = find_problems(path)
    assert problem.startswith(str(path))
    assert message in problem
    with pytest.raises(RuleError):
        load_profiles(tmp_path)


OTHER_FAULTS = [
    ("name: other\ntitle: x\nknow: {hosts: [x]}\n", "name: 'other' is not what the file is called; allowed is 'porvoo'"),
    ("name: porvoo\ntitle: x\nknow: {}\n", "know: tells nothing; allowed are hosts, paths, names, marks"),
    ("name: porvoo\nname: porvoo\n", "line 2, column 1: the key 'name' is told twice"),
]


@pytest.mark.parametrize(("text", "message"), OTHER_FAULTS)
def test_faults_of_whole_files(tmp_path: Path, text: str, message: str) -> None:
    [problem] = find_problems(write_profile(tmp_path, text))
    assert message in problem


KNOWN = [
    (Clues(url="https://www.porvoo.example/1"), "host"),
    (Clues(url="https://notporvoo.example/1"), ""),
    (Clues(source="Porvoo news"), "name"),
    (Clues(source="Of the name"), "name"),
    (Clues(path="porvoo/2023/a.txt"), "path"),
    (Clues(path="other/porvoo/a.txt"), ""),
    (Clues(content='<div id="porvoo-7">'), "mark"),
    (Clues(content='<div id="porvoo-7">', path="porvoo/a.html"), "path"),
    (Clues(content='<div id="porvoo-7">', path="porvoo/a.html", url="http://porvoo.example/"), "host"),
    (Clues(), ""),
]


@pytest.mark.parametrize(("clues", "name"), KNOWN)
def test_how_a_source_is_known(clues: Clues, name: str) -> None:
    tables = {"mark": {"marks": [r'id="porvoo-\d']}, "path": {"paths": ["porvoo/*"]}, "name": {"names": ["Porvoo news"]}, "host": {"hosts": ["Porvoo.example"]}}
    profiles = [Profile.model_validate({"name": key, "title": f"Of the {key}", "know": know}) for key, know in tables.items()]
    found = find_profile(profiles, clues)
    assert (found.name if found is not None else "") == name


def test_profiles_of_the_user_come_first_and_replace_those_of_the_same_name(tmp_path: Path) -> None:
    write_profile(tmp_path, MINIMAL.replace("porvoo\n", "azernews\n", 1), "azernews")
    profiles = load_profiles(tmp_path)
    assert profiles[0].title == "City of Porvoo"
    assert sorted(profile.name for profile in profiles) == SHIPPED
    with pytest.raises(UsageError, match="no such folder"):
        load_profiles(tmp_path / "none")


def test_a_page_is_read_as_its_profile_tells(tmp_path: Path) -> None:
    found = read_with(tmp_path, PROFILE, "a.html", PAGE)
    assert found.text == "The mayor received guests.\nThey left on Friday."
    assert (found.title, found.author, found.source, found.profile) == ("A visit", "Ann Lake", "City of Porvoo", "porvoo")
    assert (found.published, found.published_source) == ("2023-03-15", "source")  # half past one in Helsinki


def test_elements_are_dropped_before_the_article_is_guessed(tmp_path: Path) -> None:
    page = PAGE.replace("received guests", "received guests from the other side of the gulf in the old town hall of the city")
    plain = read_with(tmp_path, MINIMAL, "a.html", page)
    assert "Buy now!" in plain.text
    assert "Buy now!" not in read_with(tmp_path, MINIMAL + "page: {drop: [div.ad]}\n", "a.html", page).text


TEXTS = [
    ("lines: {published: ['^Release of (\\S+)$'], title: ['^\"(.+)\"$'], author: ['^By .+']}", ("2023-03-14", "source", "A visit", "By Ann")),
    ("lookups: {published: {x: 2023-01-01}}", ("", "", "", "")),
    ("know: {paths: [z]}", ("", "", "", "")),
]


@pytest.mark.parametrize(("extra", "expected"), TEXTS)
def test_a_text_is_read_as_its_profile_tells(tmp_path: Path, extra: str, expected: tuple[str, ...]) -> None:
    profile = f"name: porvoo\ntitle: City of Porvoo\n{extra if 'know' in extra else 'know: {paths: [a.txt]}' + chr(10) + extra}\n"
    found = read_with(tmp_path, profile, "a.txt", 'Release of 14.03.2023\n"A visit"\nBy Ann\nThe mayor received guests.')
    assert (found.published, found.published_source, found.title, found.author) == expected


def test_what_a_record_tells_takes_precedence(tmp_path: Path) -> None:
    record = {"text": "Release of 14.03.2023\nThe mayor met guests.", "published": "31/02", "title": "Own", "url": "http://porvoo.example/1", "source": "Wire"}
    profile = MINIMAL + "language: en\nlines: {published: ['Release of (.+)'], title: ['.+']}\nlookups: {published: {31/02: 2023-03-01}}\n"
    found = read_with(tmp_path, profile, "a.jsonl", json.dumps(record) + "\n")
    assert (found.published, found.published_source, found.title) == ("2023-03-01", "record", "Own")
    assert (found.source, found.lang, found.profile) == ("Wire", "en", "porvoo")


ZONES = [
    ("2023-03-14T23:30:00Z", "Asia/Barnaul", "2023-03-15"),
    ("Tue, 14 Mar 2023 23:30:00 +0000", "Europe/Moscow", "2023-03-15"),
    ("2023-03-14T23:30:00", "Asia/Barnaul", "2023-03-14"),
    ("2023-03-14", "Asia/Barnaul", "2023-03-14"),
    ("2023-03-14T23:30:00Z", None, "2023-03-14"),
    ("14.03.2023 23:30", "Asia/Barnaul", "2023-03-14"),
]


@pytest.mark.parametrize(("stamp", "zone", "day"), ZONES)
def test_stamps_with_an_offset_are_turned_to_the_day_of_the_source(stamp: str, zone: str | None, day: str) -> None:
    assert parse_published(stamp, zone) == day


def test_lines_of_a_source_are_skipped_and_positions_stay() -> None:
    text = "The mayor met the governor of the region today.\nShare   now\nPress office, room 7: call us for pictures of the meeting\nThey signed a paper there."
    words = add_boilerplate(load_language_words(), lines=["share now"], starts=["press office, room"], patterns=[])
    _, blocks = judge_language(Article("a", text), words)
    assert [text[block.start : block.end].strip() for block in blocks if block.lang] == [text.split("\n")[0], text.split("\n")[3]]


def document(**changes: str) -> dict[str, str]:
    return {"status": "ok", "profile": "porvoo", "published": "2023-01-01", "title": "T", "n_chars": "500"} | changes


USUAL = {"documents": 4, "published": 0.75, "title": 0.5, "text": 0.9, "characters": [100, 1000]}
CHANGES = [
    ([document()] * 4, []),
    ([document(published="")] * 3, []),
    ([document(published="")] * 2 + [document()] * 2, ["porvoo: a day of publication in 50% of 4 documents, expected 75%"]),
    ([document(published="", status="failed")] * 3 + [document()] * 4, []),
    ([document(title="")] * 2 + [document()] * 2, []),
    ([document(n_chars="20")] + [document()] * 4, ["porvoo: a text of 100 to 1000 characters in 80% of 5 documents, expected 90%"]),
    ([document(profile="", published="", title="")] * 9, []),
]


@pytest.mark.parametrize(("documents", "warnings"), CHANGES)
def test_a_source_that_falls_below_its_usual_counts_is_told(documents: list[dict[str, str]], warnings: list[str]) -> None:
    profile = Profile.model_validate({"name": "porvoo", "title": "P", "know": {"hosts": ["p"]}, "expect": USUAL})
    assert [warning.partition(";")[0] for warning in find_changes(documents, [profile])] == warnings


def test_check_compares_with_what_is_expected(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = "title: The visit, published: 2023-03-15, begins: The mayor, ends: on Friday., lines: 2"
    samples = f"samples:\n  - {{file: porvoo/a.html, {told}}}\n  - {{file: porvoo/none.html}}\n"
    write_profile(tmp_path, PROFILE + samples)
    (tmp_path / "porvoo").mkdir()
    (tmp_path / "porvoo" / "a.html").write_text(PAGE, encoding="utf-8")
    assert main(["source", "check", "--sources", str(tmp_path)]) == 1
    out = capsys.readouterr().out.splitlines()
    assert out[0] == "wrong porvoo porvoo/a.html: 2023-03-15 (source) | A visit | 2 lines, 47 characters"
    assert out[1] == "      title: found 'A visit', expected 'The visit'"
    assert out[3] == f"      no such file: {tmp_path / 'porvoo' / 'none.html'}"
    assert out[4] == "source check: 2 wrong; 2 saved articles of 1 source"


UNLIKE = [  # what is expected of the saved article, the page, what is told
    ("title: A visit, author: Ann Lake, published: 2023-03-15, begins: The mayor, ends: on Friday., lines: 2", PAGE, ()),
    ("author: Bo Hill", PAGE, ("author: found 'Ann Lake', expected 'Bo Hill'",)),
    ("published: 2023-03-14", PAGE, ("published: found '2023-03-15', expected '2023-03-14'",)),
    ("begins: Our mayor", PAGE, ("begins: found 'The mayor received guests.', expected 'Our mayor'",)),
    ("ends: on Monday.", PAGE, ("ends: found 'They left on Friday.', expected 'on Monday.'",)),
    ("lines: 3", PAGE, ("lines: found 2, expected 3",)),
    ("", PAGE.replace("www.porvoo.example", "www.turku.example"), ("read as of no source: `know` does not tell it",)),
    ("", "<html><body></body></html>", ("skipped: empty text", "read as of no source: `know` does not tell it")),
]


@pytest.mark.parametrize(("expected", "page", "told"), UNLIKE)
def test_each_difference_is_told(expected: str, page: str, told: tuple[str, ...], tmp_path: Path) -> None:
    write_profile(tmp_path, PROFILE + f"samples:\n  - {{file: porvoo/a.html, {expected}}}\n")
    (tmp_path / "porvoo").mkdir()
    (tmp_path / "porvoo" / "a.html").write_text(page, encoding="utf-8")
    (checked,) = check_sources(folder=tmp_path)
    assert checked.problems == told


def test_faults_of_all_profiles_are_told(tmp_path: Path) -> None:
    write_profile(tmp_path, MINIMAL + "x: 1\n")
    assert check_profiles() == ()
    assert ["x: no such key" in problem for problem in check_profiles(tmp_path)] == [True]


def test_check_of_broken_profiles_and_of_none(tmp_path: Path) -> None:
    write_profile(tmp_path, MINIMAL + "x: 1\n")
    write_profile(tmp_path, MINIMAL.replace("porvoo\n", "turku\n", 1), "turku")
    broken, bare = check_sources(folder=tmp_path)
    assert "x: no such key" in broken.problems[0]
    assert bare.problems[0].startswith("no saved article")
    assert check_sources(["nowhere"], tmp_path)[0].problems == (f"no profile nowhere.yml in {tmp_path}",)


def write_pages(folder: Path) -> list[Path]:
    """Three saved pages of one layout, with a line that all of them have."""
    paths = []
    for number, guests in enumerate(["Turku", "Tartu", "Viborg"], 1):
        told = f"The mayor received guests from {guests} in the town hall, and they spoke about harbours, ferries and the exchange of pupils."
        path = folder / f"visit{number}.html"
        path.write_text(
            f"<html><head><title>Guests from {guests} - City of Porvoo</title><link rel='canonical' href='https://www.porvoo.example/{number}'>"
            f"<meta property='og:site_name' content='City of Porvoo'><meta property='article:published_time' content='2023-03-1{number}'></head><body>"
            f"<ul><li><a href='/a'>News</a></li><li><a href='/b'>City</a></li></ul><h1 class='head x1'>Guests from {guests}</h1>"
            f"<div class='story wide'><p>{told}</p><p>The next meeting will be held in {guests} in autumn.</p>"
            "<p>Press office of the city</p></div></body></html>",
            encoding="utf-8",
        )
        paths.append(path)
    return paths


def test_a_draft_finds_its_own_samples(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pages = write_pages(tmp_path)
    own = tmp_path / "own"
    assert main(["source", "new", "porvoo", *map(str, pages), "--sources", str(own)]) == 0
    assert f"next: communique source check porvoo --sources {own}" in capsys.readouterr().out
    [profile] = [profile for profile in load_profiles(own) if profile.name == "porvoo"]
    assert (profile.title, profile.language, profile.know.hosts) == ("City of Porvoo", "en", ("porvoo.example",))
    assert (profile.page.text, profile.page.title) == (("div.story",), ("h1.head",))
    assert profile.page.published == ("meta[property='article:published_time'] @content",)
    assert profile.skip.lines == ("Press office of the city",)
    assert [(sample.published, sample.lines) for sample in profile.samples] == [("2023-03-11", 2), ("2023-03-12", 2), ("2023-03-13", 2)]
    assert main(["source", "check", "--sources", str(own)]) == 0


WRONG = [
    (["new", "porvoo"], "give a name and one saved article or more"),
    (["new", "Porvoo!", "{page}"], "'Porvoo!' is no name of a profile"),
    (["new", "porvoo", "{none}"], "no such file"),
    (["new", "porvoo", "{empty}"], "skipped: empty text"),
    (["new", "taken", "{page}"], "there is such a profile already"),
    (["check", "--sources", "{none}"], "no such folder"),
]


@pytest.mark.parametrize(("arguments", "message"), WRONG)
def test_wrong_calls_are_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str) -> None:
    (tmp_path / "empty.txt").write_text(" ", encoding="utf-8")
    write_profile(tmp_path / "own", name="taken")
    places = {"page": str(write_pages(tmp_path)[0]), "none": str(tmp_path / "none"), "empty": str(tmp_path / "empty.txt")}
    own = [] if "--sources" in arguments else ["--sources", str(tmp_path / "own")]
    assert main(["source", *(argument.format(**places) for argument in arguments), *own]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert message in err


def test_schema_describes_every_key(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["source", "schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert set(schema["properties"]) == set(Profile.model_fields)
    assert schema["additionalProperties"] is False


def test_the_tutorial_works_as_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    out = ""
    for kind, block in re.findall(r"^```([^\n]*)\n(.*?)^```$", TUTORIAL.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL):
        if kind:
            Path(kind.split()[1]).write_text(block, encoding="utf-8")
            continue
        for line in block.splitlines():
            command, *arguments = line.split()
            if command == "communique":
                wrong = "broken" in arguments
                assert main(arguments) == (1 if wrong else 0), line
                out = capsys.readouterr().out
            elif command in {"mkdir", "rm"}:
                getattr(Path(arguments[0]), {"mkdir": "mkdir", "rm": "unlink"}[command])()
            else:
                assert line in out.splitlines()  # what the command before is said to print

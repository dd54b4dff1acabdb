"""What each likeness of two tellings is graded, at both sides of every border: days, places, titles, sides, spots; and what the grades add up to."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from test_merge_across import ENVOY, LIND, MINSK, NOVAK, SAMARA, SOROKIN, WEBER, day, tell

from pipeline.merge import MergeWords
from pipeline.merge.blocks import find_keys, find_pairs
from pipeline.merge.compare import FEATURES, can_be_one, compare_tellings, is_apart, is_one
from pipeline.merge.telling import Place, Side, Telling
from pipeline.merge.words import Meanings, Reason, find_meanings, format_reasons, match_positions, match_titles, score_of, stem_words, weigh
from pipeline.records import Interval

HELD = date(2023, 5, 2)


def undated(published_after: int | None, **slots: object) -> Telling:
    """A telling without a day of its own, published so many days after 2 May 2023."""
    published = "" if published_after is None else (HELD + timedelta(days=published_after)).isoformat()
    return tell("b", published=published, interval=None, **slots)  # type: ignore[arg-type]


INTERVALS = [  # two times told, grade
    (day("2023-05-02"), day("2023-05-02"), "same"),
    (day("2023-05-02"), day("2023-05-03"), "next"),
    (day("2023-05-02"), day("2023-05-04"), "apart"),
    (day("2023-05-02"), day("2023-05-03", 2), "apart"),
    (day("2023-05-01", 2), day("2023-05-03", 2), "apart"),
    (day("2023-05-01", 2), day("2023-05-02"), "within_week"),
    (day("2023-05-01", 7), day("2023-05-01", 7), "same"),
    (day("2023-05-01", 8), day("2023-05-01", 8), "within_month"),
    (day("2023-05-01", 7), day("2023-05-07"), "within_week"),
    (day("2023-05-01", 8), day("2023-05-08"), "within_month"),
    (day("2023-05-01", 31), day("2023-05-31"), "within_month"),
    (day("2023-05-01", 32), day("2023-06-01"), "within_longer"),
]
REPORTS = [  # days told, days from 2 May to the publication of a telling without a day, its status, grade
    (day("2023-05-02"), None, "occurred", "unknown"),
    (day("2023-05-02"), -2, "occurred", "far"),
    (day("2023-05-02"), -2, "planned", "announced"),
    (day("2023-05-02"), -1, "occurred", "reported"),
    (day("2023-05-02"), 2, "occurred", "reported"),
    (day("2023-05-02"), 3, "occurred", "reported_late"),
    (day("2023-05-02"), 5, "occurred", "reported_late"),
    (day("2023-05-02"), 6, "occurred", "far"),
    (day("2023-05-02"), 3, "planned", "reported_late"),
    (day("2023-05-02"), -31, "planned", "announced"),
    (day("2023-05-02"), -32, "planned", "far"),
    (day("2023-05-02", 7), 8, "occurred", "reported"),
    (day("2023-05-02", 7), 9, "occurred", "reported_late"),
    (day("2023-05-02", 8), 8, "occurred", "within_month"),
    (day("2023-05-02", 31), 8, "occurred", "within_month"),
    (day("2023-05-02", 32), 8, "occurred", "within_longer"),
]
PUBLICATIONS = [
    (0, 0, "published_together"),
    (0, 1, "published_together"),
    (0, 2, "published_near"),
    (0, 5, "published_near"),
    (0, 6, "far"),
    (0, None, "unknown"),
]
VERSIONS = [  # days of two versions of one text, language of the second, grade
    (day("2023-05-02"), "ru", "same"),
    (day("2023-05-03"), "ru", "disputed"),
    (day("2023-05-03"), "en", "next"),
    (day("2023-05-09"), "ru", "disputed"),
    (day("2023-05-09"), "en", "apart"),
]


def grade(feature: str, first: Telling, second: Telling, words: MergeWords) -> str:
    """The grade of a feature, which is the same whichever comes first."""
    told = FEATURES[feature](first, second, words)
    assert FEATURES[feature](second, first, words) == told
    return told


@pytest.mark.parametrize(("first", "second", "wanted"), INTERVALS)
def test_days_of_two(first: Interval, second: Interval, wanted: str, merging: MergeWords) -> None:
    assert grade("days", tell("a", interval=first), tell("b", interval=second), merging) == wanted


@pytest.mark.parametrize(("told", "after", "status", "wanted"), REPORTS)
def test_a_day_and_a_publication(told: Interval, after: int | None, status: str, wanted: str, merging: MergeWords) -> None:
    assert grade("days", tell("a", interval=told), undated(after, status=status), merging) == wanted


@pytest.mark.parametrize(("first", "second", "wanted"), PUBLICATIONS)
def test_two_publications(first: int, second: int | None, wanted: str, merging: MergeWords) -> None:
    assert grade("days", undated(first), undated(second), merging) == wanted


@pytest.mark.parametrize(("told", "lang", "wanted"), VERSIONS)
def test_days_of_two_versions_of_one_text(told: Interval, lang: str, wanted: str, merging: MergeWords) -> None:
    assert grade("days", tell("a", text="t"), tell("b", text="t", lang=lang, interval=told), merging) == wanted
    assert grade("days", tell("a"), tell("b", lang=lang, interval=told), merging) == wanted.replace(
        "disputed", "next" if told == day("2023-05-03") else "apart"
    )


def test_versions_of_one_text_published_far_apart_are_disputed(merging: MergeWords) -> None:
    assert grade("days", undated(0, text="t"), undated(90, text="t"), merging) == "disputed"
    assert grade("days", undated(0, text="t"), undated(90, text="u"), merging) == "far"


LATVIA, OGRE = Place("latvia", "country", "LV"), Place("ogre", "city", "LV")
PLACES = [  # kind, two places, grade
    ("meeting", SAMARA, SAMARA, "same"),
    ("signing", SAMARA, SAMARA, "same"),
    ("meeting", SAMARA, Place(), ""),
    ("meeting", SAMARA, MINSK, "apart"),
    ("visit", SAMARA, OGRE, "apart"),
    ("signing", SAMARA, MINSK, ""),
    ("call", SAMARA, MINSK, ""),
    ("appointment", SAMARA, MINSK, ""),
    ("meeting", LATVIA, OGRE, "inside"),
    ("meeting", Place("riga", "city", "LV"), OGRE, "other_city"),
    ("meeting", Place("riga", "city"), OGRE, "other_city"),
    ("meeting", Place("coast", "region"), OGRE, "inside"),
]


@pytest.mark.parametrize(("kind", "first", "second", "wanted"), PLACES)
def test_places(kind: str, first: Place, second: Place, wanted: str, merging: MergeWords) -> None:
    assert grade("place", tell("a", kind, place=first), tell("b", kind, place=second), merging) == wanted


TITLES = [  # kind, two titles of one language, grade
    ("signing", "", "pact on herring", ""),
    ("signing", "pact on herring", "pact on herring", "same"),
    ("signing", "herring quota harbour timber salt", "herring quota harbour pepper flax", "same"),  # three words of five
    ("signing", "herring quota harbour timber salt", "herring quota resin pepper flax", "partly"),
    ("signing", "herring quota harbour timber salt", "herring wool resin pepper flax", "partly"),  # one of five
    ("signing", "herring quota harbour timber salt cod", "herring wool resin pepper flax oats", "different"),
    ("signing", "agreement", "agreement on herring", "in_short"),
    ("signing", "agreement on herring", "important agreement", "in_short"),
    ("signing", "joint declaration", "new joint declaration", "in_short"),  # words that tell nothing, all of them
    ("opening", "new bridge", "new bridge", "in_short"),
    ("opening", "bridge over the Narva", "bridge over the Narva", "same"),
    ("opening", "agreement", "agreement hall", "same"),  # generic words are those of documents
    ("conference", "Amber Forum", "forum", "in_short"),
    ("conference", "Amber Forum", "Salt Forum", "different"),
]


@pytest.mark.parametrize(("kind", "first", "second", "wanted"), TITLES)
def test_titles_of_one_language(kind: str, first: str, second: str, wanted: str, merging: MergeWords) -> None:
    assert grade("what", tell("a", kind, title=first), tell("b", kind, title=second), merging) == wanted


MEANINGS = [  # an English title, a Russian one, grade
    ("memorandum on tourism", "меморандум о туризме", "same_meaning"),
    ("memorandum on tourism and sport", "меморандум о туризме и спорте", "same_meanings"),
    ("memorandum on tourism", "меморандум о спорте", "other_meaning"),
    ("memorandum on tourism, Plan 2031", "меморандум о спорте, план 2031", ""),
    ("memorandum, stage 2031", "меморандум, этап 2031", "same_meaning"),
    ("memorandum", "меморандум", ""),
]


@pytest.mark.parametrize(("english", "russian", "wanted"), MEANINGS)
def test_titles_of_two_languages(english: str, russian: str, wanted: str, merging: MergeWords) -> None:
    assert grade("what", tell("a", "signing", title=english), tell("b", "signing", title=russian, lang="ru"), merging) == wanted


SLOTS = [  # feature, slot, its values in two tellings, grade
    ("document", "document_type", "treaty", "treaty", "same"),
    ("document", "document_type", "treaty", "contract", "different"),
    ("document", "document_type", "treaty", "other", ""),
    ("document", "document_type", "", "contract", ""),
    ("amount", "amount", (5.0, "EUR"), (5.0, "EUR"), "same"),
    ("amount", "amount", (5.0, "EUR"), (5.0, "USD"), "different"),
    ("amount", "amount", (5.0, "EUR"), None, ""),
    ("status", "status", "planned", "planned", ""),
    ("status", "status", "planned", "occurred", "moved"),
    ("status", "status", "planned", "negated", "called_off"),
    ("status", "status", "planned", "proposed", "taken_up"),
    ("status", "status", "occurred", "negated", "denied"),
    ("status", "status", "proposed", "negated", "denied"),
    ("status", "status", "proposed", "occurred", "apart"),
    ("text", "text", "t", "t", "same"),
    ("text", "text", "t", "u", ""),
    ("text", "text", "", "", ""),
    ("text", "story", "s", "s", "story"),
    ("text", "story", "s", "z", ""),
    ("words", "sentences", frozenset({"x", "y"}), frozenset({"y"}), "same"),
    ("words", "sentences", frozenset({"x"}), frozenset({"y"}), ""),
]


@pytest.mark.parametrize(("feature", "slot", "first", "second", "wanted"), SLOTS)
def test_slots(feature: str, slot: str, first: object, second: object, wanted: str, merging: MergeWords) -> None:
    assert grade(feature, tell("a", **{slot: first}), tell("b", **{slot: second}), merging) == wanted  # type: ignore[arg-type]


@pytest.mark.parametrize(("apart", "wanted"), [(0.0, "same"), (0.06, "same"), (0.07, "near"), (0.15, "near"), (0.16, "other")])
def test_spots_of_one_text(apart: float, wanted: str, merging: MergeWords) -> None:
    assert grade("spot", tell("a", text="t"), tell("b", text="t", spot=apart), merging) == wanted
    assert grade("spot", tell("a"), tell("b", spot=apart), merging) == ""


GUEST, CLERK = Side("guest", "PL"), Side("clerk", "PL")
SIDES = [  # kind, who and whom of two tellings, grade
    ("meeting", ((SOROKIN,), (WEBER,)), ((WEBER,), (SOROKIN,)), "all"),
    ("meeting", ((SOROKIN,), (WEBER,)), ((SOROKIN,), (WEBER, LIND)), "all"),
    ("meeting", ((SOROKIN,), (WEBER, GUEST)), ((SOROKIN,), (WEBER, LIND)), "most"),
    ("meeting", ((SOROKIN, NOVAK), (WEBER, GUEST)), ((SOROKIN, CLERK), (WEBER, LIND)), "some"),
    ("meeting", ((SOROKIN,), ()), ((SOROKIN,), ()), "one"),
    ("meeting", ((SOROKIN,), ()), ((SOROKIN,), (WEBER,)), "one"),
    ("meeting", ((), ()), ((SOROKIN,), (WEBER,)), "unknown"),
    ("meeting", ((SOROKIN,), (ENVOY,)), ((SOROKIN,), (WEBER,)), "stand_in"),
    ("meeting", ((Side("body of ru", "RU", "loose"),), (ENVOY,)), ((SOROKIN,), (WEBER,)), "like"),
    ("meeting", ((SOROKIN,), (WEBER,)), ((SOROKIN,), (LIND,)), "partly"),
    ("meeting", ((SOROKIN,), (WEBER,)), ((Side("belov", "RU"),), (NOVAK,)), "countries"),
    ("meeting", ((SOROKIN,), ()), ((Side("belov", "RU"),), ()), "different"),
    ("meeting", ((SOROKIN,), (WEBER,)), ((GUEST,), (LIND,)), "different"),
    ("visit", ((SOROKIN,), ()), ((SOROKIN,), ()), "one"),
    ("visit", ((SOROKIN,), (WEBER,)), ((SOROKIN,), ()), "one"),
    ("visit", ((SOROKIN,), (WEBER,)), ((SOROKIN,), (WEBER, LIND)), "all"),
    ("visit", ((SOROKIN,), (WEBER,)), ((SOROKIN,), (LIND,)), "partly"),
    ("visit", ((SOROKIN,), (WEBER,)), ((WEBER,), (SOROKIN,)), "different"),
    ("visit", ((), (WEBER,)), ((SOROKIN,), (WEBER,)), "unknown"),
    ("visit", ((ENVOY,), ()), ((WEBER,), ()), "stand_in"),
]
Sides = tuple[tuple[Side, ...], tuple[Side, ...]]


@pytest.mark.parametrize(("kind", "first", "second", "wanted"), SIDES)
def test_sides(kind: str, first: Sides, second: Sides, wanted: str, merging: MergeWords) -> None:
    a, b = (tell(doc_id, kind, who=who, whom=whom) for doc_id, (who, whom) in (("a", first), ("b", second)))
    assert grade("sides", a, b, merging) == wanted


MINISTER = "minister of transport"
STAND_INS = [  # two of whom one may stand for the other, language of the second telling, whether it does
    (Side("a", "", "loose", MINISTER), Side("b", "", "name", MINISTER), "en", True),
    (Side("a", "", "loose", MINISTER), Side("b", "", "name", "minister of health"), "en", False),
    (Side("a", "FI", "loose", MINISTER), Side("b", "SE", "name", MINISTER), "en", False),
    (Side("a", "FI", "loose"), Side("b", "FI"), "en", True),
    (Side("a", "", "loose"), Side("b"), "en", False),
    (Side("a", "FI", "body"), Side("b", "FI", "body"), "en", False),
    (Side("a", "FI", "body"), Side("b", "FI"), "en", True),
    (Side("a", "FI", "name", MINISTER), Side("b", "FI", "name", MINISTER), "en", False),
    (Side("a", "FI", "name", MINISTER), Side("b", "FI", "name", "министр транспорта"), "ru", True),
    (Side("a", "", "name", MINISTER), Side("b", "", "name", "министр транспорта"), "ru", False),
    (Side("a", "FI", "name", MINISTER), Side("b", "FI", "name"), "ru", False),
]


@pytest.mark.parametrize(("first", "second", "lang", "same"), STAND_INS)
def test_who_may_stand_for_whom(first: Side, second: Side, lang: str, same: bool, merging: MergeWords) -> None:
    found = grade("sides", tell("a", whom=(first,)), tell("b", whom=(second,), lang=lang), merging)
    assert found == ("stand_in" if same else "partly")


def test_who_is_told_alone_needs_a_stand_in(merging: MergeWords) -> None:
    delegates = (Side("delegates", "AT", "loose"), Side("farmers", "PL", "loose"))
    assert grade("sides", tell("a", whom=delegates), tell("b", whom=(WEBER,)), merging) == "stand_in"
    assert grade("sides", tell("a", whom=delegates), tell("b", whom=(WEBER, LIND)), merging) == "partly"


def test_reasons_and_their_sum(merging: MergeWords) -> None:
    told = compare_tellings(tell("a"), tell("b", amount=(1.0, "EUR")), merging)
    assert [str(reason) for reason in told] == ["sides all +0.8", "days same +0.35", "place same +0.25"]
    assert score_of(told) == 1.4
    assert format_reasons(told) == "sides all +0.8, days same +0.35, place same +0.25; +1.40"
    assert format_reasons(()) == "nothing in common; +0.00"


REASONS = [
    ([1.0], True, False),
    ([0.999], False, False),
    ([2.5, -1.49], True, False),
    ([4.0, -1.5], False, True),
    ([4.0, -1.6], False, True),
    ([], False, False),
]


@pytest.mark.parametrize(("weights", "one", "apart"), REASONS)
def test_at_the_border_of_one_event(weights: list[float], one: bool, apart: bool, merging: MergeWords) -> None:
    reasons = tuple(Reason("any", str(number), weight) for number, weight in enumerate(weights))
    assert (is_one(reasons, merging), is_apart(reasons, merging)) == (one, apart)


def test_days_alone_keep_apart(merging: MergeWords) -> None:
    assert can_be_one(tell("a"), tell("b"), merging)
    assert can_be_one(tell("a"), tell("b", interval=day("2023-05-03")), merging)
    assert not can_be_one(tell("a"), tell("b", interval=day("2023-05-05")), merging)
    assert not can_be_one(undated(0), undated(50), merging)


STEMS = [("", set()), ("The Ёлка of TV", {"the", "елка"}), ("agreements", {"agreem"}), ("on 24 July 2031", {"july", "2031"})]


@pytest.mark.parametrize(("title", "stems"), STEMS)
def test_words_of_a_title(title: str, stems: set[str]) -> None:
    assert stem_words(title) == stems


def test_share_of_the_shorter_title() -> None:
    assert match_titles("amber coast", "amber coast and sea road") == 1.0
    assert match_titles("amber coast", "amber sea road") == 0.5
    assert match_titles("amber", "amber sea", frozenset({"amber"})) == 1.0  # thin words count where a title has no others
    assert match_titles("amber sea", "amber road", frozenset({"amber"})) == 0.0


BARE = {"who": (), "whom": (), "place": Place(), "interval": None, "published": ""}
KEYS = [  # kind, slots, keys by which it is found
    ("meeting", BARE | {"text": "t", "story": "s", "sentences": frozenset({"x"})}, {("text", "t"), ("story", "s")}),
    ("meeting", BARE | {"published": "2023-05-03", "sentences": frozenset({"x"})}, {("words", "x")}),
    ("award", BARE | {"published": "2023-05-03", "who": (SOROKIN,), "whom": (WEBER,)}, {("names", "sorokin", "weber"), ("actor", "sorokin")}),
    ("meeting", {"whom": ()}, set()),
    (
        "meeting",
        {},
        {("names", "sorokin", "weber"), ("actor", "sorokin", "2023-05-02"), ("actor", "weber", "2023-05-02"), ("countries", "2023-05-02", "AT", "RU")},
    ),
    (
        "meeting",
        {"interval": day("2023-05-02", 2)},
        {("names", "sorokin", "weber"), ("countries", "2023-05-02", "AT", "RU"), ("countries", "2023-05-03", "AT", "RU")},
    ),
    ("meeting", {"interval": day("2023-05-02", 8)}, {("names", "sorokin", "weber")}),
    ("visit", {"whom": ()}, {("actor", "sorokin"), ("countries", "2023-05-02", "RU", "samara")}),
    ("visit", {"whom": (), "place": Place()}, {("actor", "sorokin")}),
    ("opening", {"who": (), "whom": (), "title": "Amber Ferry"}, {("place", "samara"), ("title", "amber"), ("title", "fer")}),
]


@pytest.mark.parametrize(("kind", "slots", "keys"), KEYS)
def test_keys(kind: str, slots: dict[str, object], keys: set[tuple[str, ...]], merging: MergeWords) -> None:
    assert set(find_keys(tell("a", kind, **slots), merging)) == {(kind, *key) for key in keys}  # type: ignore[arg-type]


def test_the_first_names_alone_make_blocks(merging: MergeWords) -> None:
    guests = tuple(Side(f"guest{n}") for n in range(9))
    pairs = [key for key in find_keys(tell("a", who=guests, whom=(), interval=None), merging) if key[1] == "names"]
    assert len(pairs) == 15
    assert {name for key in pairs for name in key[2:]} == {f"guest{n}" for n in range(6)}


REACHES = [  # the time of the first, the first day of the second, whether they are compared
    (day("2023-05-02"), "2023-05-08", True),  # five days after the last
    (day("2023-05-02"), "2023-05-09", False),
    (day("2023-05-02", 7), "2023-05-14", True),
    (day("2023-05-02", 7), "2023-05-15", False),
    (None, "2023-06-02", True),  # 31 days after its publication
    (None, "2023-06-03", False),
]


@pytest.mark.parametrize(("first", "second", "compared"), REACHES)
def test_who_is_compared_with_whom(first: Interval | None, second: str, compared: bool, merging: MergeWords) -> None:
    tellings = [tell("b", interval=day(second), published="2023-06-09"), tell("a", interval=first, published="2023-05-02")]
    assert set(find_pairs(tellings, merging)) == ({(0, 1)} if compared else set())


def test_versions_of_one_text_are_compared_whatever_their_days(merging: MergeWords) -> None:
    assert set(find_pairs([tell("a", text="t"), tell("b", text="t", interval=day("2021-05-02"))], merging)) == {(0, 1)}
    assert set(find_pairs([tell("a", text="t"), tell("a", text="t", spot=0.5)], merging)) == set()


def test_a_crowded_block_compares_each_with_the_next_ones(merging: MergeWords) -> None:
    tellings = [tell(f"d{n:02}", story="s", who=(Side(f"host{n}"),), whom=(), spot=n / 100) for n in range(43)]
    assert {b - a for a, b in find_pairs(tellings, merging)} == set(range(1, 41))


MEANT = [  # a title, its subjects, the rest
    ("cooperation in tourism in Kazan", {"tourism"}, {"kazan"}),
    ("memorandum, stage 7", set(), {"stag", "7"}),
    ("форум ИТ хаб 12", set(), {"forum", "hab", "12"}),  # words of two letters tell nothing
    ("the agreement on cooperation", set(), set()),
]


@pytest.mark.parametrize(("title", "subjects", "rest"), MEANT)
def test_meanings_of_a_title(title: str, subjects: set[str], rest: set[str], merging: MergeWords) -> None:
    assert find_meanings(title, merging) == Meanings(frozenset(subjects), frozenset(rest))


def test_a_grade_without_a_weight_counts_nothing(merging: MergeWords) -> None:
    assert weigh("what", "partly", merging.weights_of("meeting")) == Reason("what", "partly", 0.0)
    assert weigh("what", "partly", merging.weights_of("signing")) == Reason("what", "partly", -0.3)
    assert weigh("mood", "same", merging.weights_of("meeting")).weight == 0.0


OFFICES = [
    ("", "mayor of Ogre", ""),
    ("mayor of Ogre", "", ""),
    ("mayor of Ogre", "мэр Огре", "same"),
    ("mayor of Ogre", "mayor", "part"),
    ("mayor", "rector", "different"),
]


@pytest.mark.parametrize(("first", "second", "wanted"), OFFICES)
def test_offices_in_any_language(first: str, second: str, wanted: str, merging: MergeWords) -> None:
    assert match_positions(first, second, merging) == wanted


def test_at_most_six_of_each_kind_of_key(merging: MergeWords) -> None:
    guests = tuple(Side(f"guest{n}") for n in range(9))
    for kind, name in (("award", "actor"), ("meeting", "actor"), ("opening", "title")):
        keys = find_keys(tell("a", kind, who=guests, whom=(), title="salt flax timber resin oats pepper cod amber"), merging)
        assert len({key for key in keys if key[1] == name}) == 6

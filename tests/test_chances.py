"""What no rule decides: second looks, likely participants, likely days; with weights that take everything or nothing, and with those that ship."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from test_merge import ARTICLE, MEETING, day

from pipeline.extract.chance import ChanceWeights, chance_of, load_chances
from pipeline.extract.second_look import with_people
from pipeline.flow import Kit, analyse, assemble
from pipeline.merge.event import make_event
from pipeline.merge.likely import with_likely_date, with_likely_place
from pipeline.records import Analysis, Article, EventMention, Evidence, LikelyPlace

QUESTIONS = ("second_look", "likely_participants", "likely_date", "likely_place")
ALL, NONE = ChanceWeights(0.0, 0.5, {}), ChanceWeights(0.0, 2.0, {})
Asked = Callable[..., Analysis]

MET = "Mayor Olga Belova met with Consul Igor Laptev on Monday."
MET_RU = "Мэр Ольга Белова встретилась с консулом Игорем Лаптевым в понедельник."
SIGNED, SIGNED_RU = "Later the port signed with Vostok Shipping.", "Позже порт подписал с «Востоком» то, что готовили."
OPENED, OPENED_RU = "Mayor Olga Belova opened a school on 3 March.", "Мэр Ольга Белова открыла школу 3 марта."
VISITED, VISITED_RU = "Consul Igor Laptev visited Vienna.", "Консул Игорь Лаптев посетил Вену."

CHANCES = [  # start, weights, features, the chance
    (0.0, {}, (), 0.5),
    (0.0, {"a": 2.0}, ("a",), 0.881),
    (0.0, {"a": 2.0}, ("a", "a"), 0.881),
    (1.0, {"a": -1.0, "b": 5.0}, ("a", "c"), 0.5),
    (-2.0, {"a": 1.0, "b": 1.0}, ("b", "a"), 0.5),
]
REFUSED = [  # text, type of what only a second look finds, who takes part
    (f"{MET} {SIGNED}", "signing", {"port", "Vostok Shipping"}),
    (f"{MET_RU} {SIGNED_RU}", "signing", {"порт"}),
]
RECEIVED, RECEIVED_RU = "Mayor Olga Belova received Consul Igor Laptev on 13 March.", "Мэр Ольга Белова приняла консула Игоря Лаптева 13 марта."
VEBER = {"Antón Veber", "Anton Veber", "Igor Laptev"}
SHIPPED = [  # text, type, day and participants of what the shipped weights let stand
    (f"{RECEIVED} At the end of the visit, the port and Vostok Shipping signed in Porvoo.", "signing", "2023-03-13?", {"port", "Vostok Shipping"}),
    (f"{RECEIVED_RU} Ректор Антон Вебер и консул Игорь Лаптев подписали текст.", "signing", "2023-03-13?", VEBER),
    (f"{RECEIVED} In the afternoon the consul visited.", "visit", "2023-03-13", {"Igor Laptev"}),
    (f"{RECEIVED_RU} Подписи под текстом поставили ректор Антон Вебер и консул Игорь Лаптев.", "signing", "2023-03-13?", VEBER),
]
ADDED = [  # text, name that no rule takes, role and side that it is given
    ("Mayor Olga Belova met with Consul Igor Laptev, watched by Rector Anna Weber.", "Anna Weber", ("whom", 3)),
    ("Мэр Ольга Белова приняла консула Игоря Лаптева, о чём сообщил ректор Антон Вебер.", "Антон Вебер", ("whom", 3)),
    ("Mayor Olga Belova, watched by Rector Anna Weber, opened a school.", "Anna Weber", ("who", 1)),
    ("Мэр Ольга Белова открыла школу, о чём сообщил ректор Антон Вебер.", "Антон Вебер", ("who", 1)),
]
PARTED = [  # somebody whom a clause of its own parts from what happened
    ("Mayor Olga Belova said that Consul Igor Laptev opened a school.", "Olga Belova"),
    ("Мэр Ольга Белова сообщила, что консул Игорь Лаптев открыл школу.", "Ольга Белова"),
    ("Mayor Olga Belova opened a school and said that it would work with Rector Anna Weber.", "Anna Weber"),
    ("Мэр Ольга Белова открыла школу и сказала, что она будет работать с ректором Антоном Вебером.", "Антон Вебер"),
    ("Mayor Olga Belova opened a school in the house where Anna Weber lived.", "Anna Weber"),
    ("В Омске, в доме, где жил Антон Вебер, открыли школу.", "Антон Вебер"),
]
DATED = [  # text, type of an undated event, the day it is given
    (f"{OPENED} {VISITED}", "visit", "2023-03-03"),
    (f"{OPENED_RU} {VISITED_RU}", "visit", "2023-03-03"),
    (f"{VISITED} {OPENED}", "visit", "2023-03-03"),
    (f"{VISITED_RU} {OPENED_RU}", "visit", "2023-03-03"),
]
NEVER_DATED = [  # text whose undated event takes no day: too far off, of its own sentence, or no day at all
    " ".join([OPENED, *["The school is old."] * 9, VISITED]),
    " ".join([OPENED_RU, *["Школа старая."] * 9, VISITED_RU]),
    f"{VISITED} The school is 3 days older than the port.",
    f"{VISITED_RU} Школа на 3 дня старше порта.",
]
MARKED = [  # EDTF of a likely day, as it is marked
    ("2023-05-01", "2023-05-01?"),
    ("2023-05", "2023-05?"),
    ("2023-05-01/2023-05-03", "2023-05-01?/2023-05-03?"),
    ("2023-05-01~", "2023-05-01~"),
    ("2023-05-01/..", "2023-05-01?/.."),
]
ARRIVED, ARRIVED_RU = "Consul Igor Laptev arrived in Porvoo.", "Консул Игорь Лаптев прибыл в Порвоо."
SIGNED_THERE, SIGNED_THERE_RU = "Mayor Olga Belova signed an agreement with the port.", "Мэр Ольга Белова подписала соглашение с портом."
PLACED = [  # text, type of an event that nothing places, the place it is given and its words
    (f"{ARRIVED} {SIGNED_THERE}", "signing", "Porvoo", "Porvoo"),
    (f"{ARRIVED_RU} {SIGNED_THERE_RU}", "signing", "Порвоо", "Порвоо"),
    (f"{SIGNED_THERE} The mayor of Porvoo was there.", "signing", "Porvoo", "The mayor of Porvoo"),
    (f"{SIGNED_THERE_RU} Там был мэр Омска.", "signing", "Омск", "мэр Омска"),
]
NEVER_PLACED = [  # text, type of an event that takes no place: one that has none, that tells its own, or of which another mention does
    (f"{ARRIVED} Mayor Olga Belova called Consul Igor Laptev.", "call"),
    (f"{ARRIVED_RU} Мэр Ольга Белова позвонила консулу Игорю Лаптеву.", "call"),
    (f"{ARRIVED} Mayor Olga Belova signed an agreement with the port in Oslo.", "signing"),
    (f"{ARRIVED_RU} Мэр Ольга Белова подписала соглашение с портом в Осло.", "signing"),
    (SIGNED_THERE, "signing"),
    (SIGNED_THERE_RU, "signing"),
    (f"{ARRIVED} Rector Anna Weber visited Oslo. Senator Lars Holm visited Riga. {SIGNED_THERE}", "signing"),  # a digest
    (f"{ARRIVED_RU} Ректор Анна Вебер посетила Осло. Сенатор Ларс Хольм посетил Ригу. {SIGNED_THERE_RU}", "signing"),
]


@pytest.fixture
def asked(kit: Kit) -> Asked:
    """The way from a text to what is found in it, each question answered by the weights given, or never."""

    def ask(text: str, **weights: ChanceWeights) -> Analysis:
        words = replace(kit.extract, chances={question: weights.get(question, NONE) for question in QUESTIONS})
        return analyse(Article("d", text, published="2023-03-15"), replace(kit, extract=words))

    return ask


def found(analysis: Analysis, event_type: str) -> Sequence[EventMention]:
    return [m for m in analysis.mentions if m.event_type == event_type]


@pytest.mark.parametrize(("start", "weights", "features", "chance"), CHANCES)
def test_chance(start: float, weights: dict[str, float], features: tuple[str, ...], chance: float) -> None:
    assert chance_of(features, ChanceWeights(start, 0.5, weights)) == pytest.approx(chance, abs=0.001)


@pytest.mark.parametrize("question", QUESTIONS)
def test_shipped_weights_are_fitted(question: str) -> None:
    weights = load_chances()[question]
    assert 0.5 <= weights.least < 1
    assert len(weights.features) > 50
    assert all(weight for weight in weights.features.values())


@pytest.mark.parametrize(("text", "event_type", "names"), REFUSED)
def test_a_second_look_takes_what_a_rule_refused(text: str, event_type: str, names: set[str], asked: Asked) -> None:
    assert not found(asked(text), event_type)
    (mention,) = found(asked(text, second_look=ALL), event_type)
    assert {p.name for p in mention.participants} == names
    assert "likely (0.50) though not met: what" in [e.clause for e in mention.evidence]
    assert text[mention.trigger_start : mention.trigger_end] == mention.trigger


@pytest.mark.parametrize("text", [f"{OPENED} {VISITED} {SIGNED}", f"{OPENED_RU} {VISITED_RU} {SIGNED_RU}"])
def test_what_rules_of_the_users_own_leave_stays(text: str, kit: Kit) -> None:
    def ask(weights: ChanceWeights, own: frozenset[str]) -> Sequence[EventMention]:
        words = replace(kit.extract, chances=dict.fromkeys(QUESTIONS, weights), book=replace(kit.extract.book, own=own))
        return analyse(Article("d", text, published="2023-03-15"), replace(kit, extract=words)).mentions

    names = frozenset(rule.name for rule in kit.extract.book.rules)
    assert ask(ALL, names) == ask(NONE, frozenset()) != ask(ALL, frozenset())


@pytest.mark.parametrize(("text", "event_type", "edtf", "names"), SHIPPED)
def test_what_ships_looks_again(text: str, event_type: str, edtf: str, names: set[str], kit: Kit) -> None:
    analysis = analyse(Article("d", text, published="2023-03-15"), kit)
    (event,) = [e for e in assemble([analysis], identity=kit.identity, language="en").events if e.event_type == event_type]
    assert (event.date_start, event.date_edtf, event.date_source) == ("2023-03-13", edtf, "context" if edtf.endswith("?") else "text")
    assert set(event.participants) <= names
    assert any("though not met" in e.clause for m in analysis.mentions for e in m.evidence)


@pytest.mark.parametrize("text", [SIGNED, SIGNED_RU])
def test_a_document_without_events_gets_no_second_look(text: str, asked: Asked) -> None:
    assert asked(text, second_look=ALL).mentions == ()


@pytest.mark.parametrize("text", [f"{MET} Later the minister's visit was long.", f"{MET_RU} Позже гости ехали домой."])
def test_a_second_look_finds_a_trigger_once(text: str, asked: Asked) -> None:
    places = [(m.event_type, m.trigger_start) for m in asked(text, second_look=ALL).mentions]
    assert len(places) == len(set(places))


@pytest.mark.parametrize(("text", "name", "part"), ADDED)
def test_who_is_likely_to_take_part_is_added(text: str, name: str, part: tuple[str, int], asked: Asked) -> None:
    before, after = asked(text).mentions[0], asked(text, likely_participants=ALL).mentions[0]
    assert name not in {p.name for p in before.participants}
    added = next(p for p in after.participants if p.name == name)
    assert (added.role, added.side) == part
    assert after.participants[: len(before.participants)] == before.participants
    assert text[added.start : added.end] == added.text
    assert [e.clause for e in after.evidence if e.text == added.text] == ["taken as likely (0.50)"]


def test_what_only_a_second_look_let_stand_tells_who_took_part() -> None:
    again = (*MEETING.evidence, Evidence("rule", "likely (0.80) though not met: who", MEETING.trigger))
    nobody = replace(MEETING, participants=(), cluster=1)
    kept = [
        replace(nobody, cluster=2),  # by a rule
        replace(MEETING, cluster=3, evidence=again),
        replace(nobody, cluster=3, evidence=again),  # another mention of its event tells who took part
        replace(nobody, cluster=4, evidence=again, event_type="conference"),
    ]
    assert list(with_people([*kept, replace(nobody, evidence=again)])) == kept


@pytest.mark.parametrize(("text", "name"), PARTED)
def test_a_clause_of_its_own_adds_nobody(text: str, name: str, asked: Asked) -> None:
    (mention,) = found(asked(text, likely_participants=ALL), "opening")
    assert name not in {p.name for p in mention.participants}


@pytest.mark.parametrize(("text", "event_type", "value"), DATED)
def test_a_likely_day_is_one_told_in_another_sentence(text: str, event_type: str, value: str, asked: Asked) -> None:
    (undated,), (dated,) = found(asked(text), event_type), found(asked(text, likely_date=ALL), event_type)
    assert undated.likely_date is None
    assert dated.date is None
    assert dated.likely_date is not None
    assert dated.likely_date.value == value


@pytest.mark.parametrize("text", NEVER_DATED)
def test_no_day_is_likely(text: str, asked: Asked) -> None:
    (mention,) = found(asked(text, likely_date=ALL), "visit")
    assert mention.likely_date is None


@pytest.mark.parametrize("text", [OPENED, OPENED_RU])
def test_a_dated_mention_keeps_its_day(text: str, asked: Asked) -> None:
    (mention,) = asked(text, likely_date=ALL).mentions
    assert mention.likely_date is None
    assert mention.date is not None


@pytest.mark.parametrize(("edtf", "marked"), MARKED)
def test_a_likely_day_is_marked_as_uncertain(edtf: str, marked: str) -> None:
    likely = replace(MEETING, date=None, likely_date=replace(day("2023-05-01"), edtf=edtf))
    ((mention, _),) = with_likely_date([(likely, ARTICLE)])
    assert mention.date is not None
    assert mention.date.edtf == marked
    assert mention.date_source == "context"
    assert mention.evidence[-1].clause == "the likeliest of those told nearby"


def test_a_likely_day_yields_to_a_day_that_is_told() -> None:
    likely, told = replace(MEETING, date=None, likely_date=day("2023-05-01")), replace(MEETING, date=day("2023-05-02"), trigger_start=50)
    event = make_event(with_likely_date([(likely, ARTICLE), (told, ARTICLE)]))
    assert event.dated.told is not None
    assert event.dated.told.mention == told


def test_a_likely_day_keeps_no_tellings_apart(asked: Asked) -> None:
    """Tellings are compared without it."""
    (mention,) = found(asked(f"{OPENED} {VISITED}", likely_date=ALL), "visit")
    assert mention.date is None


@pytest.mark.parametrize(("text", "event_type", "place", "words"), PLACED)
def test_a_likely_place_is_one_told_elsewhere(text: str, event_type: str, place: str, words: str, asked: Asked) -> None:
    (unplaced,), (placed,) = found(asked(text), event_type), found(asked(text, likely_place=ALL), event_type)
    assert unplaced.likely_place is None
    assert not placed.place
    assert placed.likely_place is not None
    assert (placed.likely_place.name, text[placed.likely_place.start : placed.likely_place.end]) == (place, words)


@pytest.mark.parametrize(("text", "event_type"), NEVER_PLACED)
def test_no_place_is_likely(text: str, event_type: str, asked: Asked) -> None:
    (mention,) = found(asked(text, likely_place=ALL), event_type)
    assert mention.likely_place is None


@pytest.mark.parametrize(("own", "place"), [("", "Porvoo"), ("Oslo", "Oslo")])
def test_a_likely_place_yields_to_one_that_is_told(own: str, place: str) -> None:
    likely = replace(MEETING, place="", place_key="", country="", likely_place=LikelyPlace("Porvoo", "", "FI", "Porvoo", 0, 6))
    told = replace(MEETING, place=own, place_key="", country="", trigger_start=50)
    mentions = [mention for mention, _ in with_likely_place([(likely, ARTICLE), (told, ARTICLE)])]
    assert [mention.place for mention in mentions if mention.place] == [place]
    assert [e.clause for m in mentions for e in m.evidence if e.slot == "place" and "likeliest" in e.clause] == ["the likeliest of those told nearby"] * (
        not own
    )

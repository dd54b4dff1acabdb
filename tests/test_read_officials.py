"""Offices told without a name, in articles of a source whose profile tells who held them when."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from pipeline.names import Officials
from pipeline.names.officials import choose_holder
from pipeline.records import Article
from pipeline.sources import Profile

if TYPE_CHECKING:
    from pipeline.flow import Kit

PROFILE = Profile.model_validate(
    {
        "name": "lindsund",
        "title": "Lindsund",
        "know": {"hosts": ["lindsund.example"]},
        "region": {"name": {"en": "Lindsund region", "ru": "Линдсундская область"}, "country": "SE", "words": {"ru": ["регион"]}},
        "officials": [
            {
                "words": {"en": ["the governor", "head of the region"], "ru": ["губернатор", "глава региона"]},
                "holders": [
                    {"name": {"en": "Karin Holm", "ru": "Карин Хольм"}, "until": "2022-10-17"},
                    {"name": {"en": "Anna Lind", "ru": "Анна Линд"}, "since": "2022-10-17"},
                ],
            }
        ],
    }
)
HELD = [("2015-01-01", "Karin Holm"), ("2022-10-16", "Karin Holm"), ("2022-10-17", "Anna Lind"), ("2030-01-01", "Anna Lind"), ("", "")]


@pytest.mark.parametrize(("day", "name"), HELD)
def test_who_held_an_office_on_a_day(day: str, name: str) -> None:
    holder = choose_holder(PROFILE.officials[0].holders, day)
    assert (holder.name.en if holder is not None else "") == name


TOLD = [
    ("The governor received Consul Marek Novak on Tuesday.", "2023-03-15", {"Anna Lind", "Marek Novak"}),
    ("The governor received Consul Marek Novak on Tuesday.", "2020-03-15", {"Karin Holm", "Marek Novak"}),
    ("Глава региона приняла консула Марека Новака.", "2023-03-15", {"Анна Линд", "Марек Новак"}),
    ("The governor of Tula Region received Consul Marek Novak.", "2023-03-15", {"governor of Tula Region", "Marek Novak"}),
    ("The former governor received Consul Marek Novak.", "2023-03-15", {"governor", "Marek Novak"}),
    ("The mayor received Consul Marek Novak.", "2023-03-15", {"mayor", "Marek Novak"}),
    ("Governor Olga Belova received Consul Marek Novak. The governor thanked him.", "2023-03-15", {"Olga Belova", "Marek Novak"}),
    ("Lind was in Turku. The governor received Consul Marek Novak.", "2023-03-15", {"Lind", "Marek Novak"}),
]


@pytest.mark.parametrize(("text", "published", "names"), TOLD)
def test_the_governor_is_who_held_the_office(text: str, published: str, names: set[str], kit: Kit) -> None:
    from pipeline.flow import analyse

    own = replace(kit, officials={"lindsund": Officials(PROFILE.officials, PROFILE.region)})
    found = analyse(Article("a", text, published=published, profile="lindsund"), own)
    assert {entity.name for entity in found.entities if entity.entity_type == "person"} == names
    without = analyse(Article("a", text, published=published), own)
    assert not {entity.name for entity in without.entities} & {"Anna Lind", "Karin Holm", "Анна Линд"}


def test_the_holder_has_office_place_and_country(kit: Kit) -> None:
    from pipeline.flow import analyse

    own = replace(kit, officials={"lindsund": Officials(PROFILE.officials, PROFILE.region)})
    found = analyse(Article("a", "The head of the region met Consul Marek Novak.", published="2023-03-15", profile="lindsund"), own)
    [participant] = [p for mention in found.mentions for p in mention.participants if p.name == "Anna Lind"]
    assert (participant.text, participant.position, participant.affiliation) == ("The head of the region", "head of the region", "Lindsund region")
    assert (participant.country, participant.resolved_by) == ("SE", "position")


HOME = [  # text, where it took place or who took part
    ("Consul Marek Novak visited the region on Tuesday.", "Lindsund region"),
    ("The region signed an agreement with Slovakia.", "Lindsund region"),
    ("Консул Марек Новак посетил регион во вторник.", "Линдсундская область"),
    ("Во вторник регион подписал соглашение со Словакией.", "Линдсундская область"),
    ("Consul Marek Novak visited the coastal region on Tuesday.", ""),
    ("Consul Marek Novak visited the region of Tula on Tuesday.", ""),
    ("Консул Марек Новак посетил соседний регион во вторник.", ""),
    ("Консул Марек Новак посетил регионы во вторник.", ""),
]


@pytest.mark.parametrize(("text", "name"), HOME)
def test_the_region_is_that_of_the_source(text: str, name: str, kit: Kit) -> None:
    from pipeline.flow import analyse

    region = PROFILE.region
    assert region is not None
    region = region.model_copy(update={"words": region.words.model_copy(update={"en": ("the region",)})})
    own = replace(kit, officials={"lindsund": Officials((), region)})
    found = analyse(Article("a", text, published="2023-03-15", profile="lindsund"), own)
    told = {*(mention.place for mention in found.mentions), *(p.name for mention in found.mentions for p in mention.participants)}
    assert (region.name.en in told or region.name.ru in told) == bool(name)
    assert {(e.name, e.entity_type, e.country) for e in found.entities} >= ({(name, "region", "SE")} if name else set())
    without = analyse(Article("a", text, published="2023-03-15"), own)
    assert not {entity.name for entity in without.entities} & {"Lindsund region", "Линдсундская область"}

"""The knowledge that identities are decided by, loaded once and passed to every function of identity."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.names.gazetteer import City, read_cities
from pipeline.names.given import GivenNames, load_given_names
from pipeline.names.identity_bodies import BodyTitles, load_titles
from pipeline.names.identity_cities import CityTable, index_cities
from pipeline.names.identity_holders import HoldingWords, load_holding
from pipeline.names.identity_places import PlaceTable, load_places
from pipeline.names.leaders import Tenure, load_leaders
from pipeline.names.positions import ConceptTable, Description, describe, load_concepts
from pipeline.names.transliterate import KEPT, SoundTable, load_sounds
from pipeline.resources import load_yaml


@dataclass(frozen=True, slots=True)
class Weights:
    """What each likeness counts (`resources/identity/weights.yml`): feature -> grade -> weight."""

    features: Mapping[str, Mapping[str, float]]
    link: float
    attach: float
    cross_script: float
    same_script: float
    famous_articles: int
    famous_share: float
    misprint: float


@dataclass(frozen=True, eq=False)
class IdentityWords:
    """All tables of identity; equal to itself alone, so that results can be kept by it."""

    sounds: SoundTable
    given: GivenNames
    places: PlaceTable
    cities: CityTable
    concepts: ConceptTable
    titles: BodyTitles
    weights: Weights
    holding: HoldingWords
    leaders: tuple[Tenure, ...]


def load_identity_words(cities: Sequence[City] = ()) -> IdentityWords:
    """The tables that ship with the program and the gazetteer of cities, which is read if it is not given."""
    sounds = load_sounds()
    given, places, concepts = load_given_names(sounds), load_places(sounds), load_concepts(sounds)
    leaders = load_leaders(sounds, given, places, concepts)
    return IdentityWords(sounds, given, places, index_cities(cities or read_cities(), sounds), concepts, load_titles(), load_weights(), load_holding(), leaders)


def load_weights() -> Weights:
    """The weights of `resources/identity/weights.yml`."""
    data = load_yaml("identity/weights.yml")
    assert isinstance(data, dict)
    features = {name: grades for name, grades in data.items() if isinstance(grades, dict) and name not in {"similar", "famous"}}
    similar, famous = data["similar"], data["famous"]
    alike, known = (similar["cross_script"], similar["same_script"]), (famous["articles"], famous["share"])
    return Weights(features, data["link"], data["attach"], *alike, *known, data["misprint"])


@lru_cache(maxsize=KEPT)
def describe_text(text: str, words: IdentityWords) -> Description:
    """What an office, body or group is, in meanings that both languages share."""
    return describe(text, words.places, words.concepts, words.sounds)

"""Names: who and what is named in a document, and which of these names are one entity."""

from pipeline.names.find import find_actors, find_actors_with
from pipeline.names.gazetteer import read_cities
from pipeline.names.home import with_home
from pipeline.names.identity import IdentityWords, load_identity_words
from pipeline.names.identity_collect import collect_entities
from pipeline.names.identity_display import display_name
from pipeline.names.identity_link import explain_link, held_keys, is_named_person, link_entities, office_key, shared_key, with_keys
from pipeline.names.lexicon import NameWords, load_name_words
from pipeline.names.officials import Officials, find_holders, join_named, name_entities
from pipeline.names.places import find_country, place_type
from pipeline.names.position_facts import collect_positions
from pipeline.names.resolve import resolve_actors

__all__ = [
    "IdentityWords",
    "NameWords",
    "Officials",
    "collect_entities",
    "collect_positions",
    "display_name",
    "explain_link",
    "find_actors",
    "find_actors_with",
    "find_country",
    "find_holders",
    "held_keys",
    "is_named_person",
    "join_named",
    "link_entities",
    "load_identity_words",
    "load_name_words",
    "name_entities",
    "office_key",
    "place_type",
    "read_cities",
    "resolve_actors",
    "with_home",
    "shared_key",
    "with_keys",
]

"""Names: who and what is named in a document, and which of these names are one entity."""

from pipeline.names.find import find_actors
from pipeline.names.lexicon import NameWords, load_name_words
from pipeline.names.places import find_country, place_type

__all__ = ["NameWords", "find_actors", "find_country", "load_name_words", "place_type"]

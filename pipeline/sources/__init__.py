"""Reads files and folders of press releases into articles."""

from pipeline.sources.identity import assign_ids, join_batches, mark_duplicates
from pipeline.sources.kit import ReadingKit, load_reading_kit
from pipeline.sources.profile import Profile
from pipeline.sources.profiles import check_profiles, load_profiles
from pipeline.sources.reading import read_inputs
from pipeline.sources.walk import check_inputs

__all__ = [
    "Profile",
    "ReadingKit",
    "assign_ids",
    "check_inputs",
    "check_profiles",
    "join_batches",
    "load_profiles",
    "load_reading_kit",
    "mark_duplicates",
    "read_inputs",
]

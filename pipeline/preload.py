"""Loads what every worker needs, when the server that they are forked from imports this: in them it is there from the start, in the same memory.

The one module that works on import; the program itself never imports it.
"""

from __future__ import annotations

import gc
from contextlib import suppress
from importlib import import_module

from pipeline.forks import die_with_parent
from pipeline.settings import Settings

die_with_parent()
usual = gc.get_threshold()
gc.set_threshold(0)  # nothing of this is garbage; `gc.disable` would be undone by libraries
with suppress(Exception):  # each worker will say what is missing or wrong
    import_module("pipeline.batch.pool")
    import_module("pipeline.flow").load_knowledge(Settings().english_model)
gc.set_threshold(*usual)
gc.collect()
gc.freeze()  # the collector would look through all of it again and again, and by that make it each worker's own

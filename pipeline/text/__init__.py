"""Characters and patterns, before any of them is a word: nothing here knows a language or a source."""

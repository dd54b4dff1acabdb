"""The errors that the pipeline raises: every one says what is wrong, with which value, where, and what is allowed."""


class PipelineError(Exception):
    """Base of all errors that a caller of the pipeline may want to catch."""


class UsageError(PipelineError):
    """The call itself is wrong: a missing folder, an unknown option or id (exit code 2 on the command line)."""


class ModelError(PipelineError):
    """A language model is missing, or is not the one that the manifest names."""


class RuleError(PipelineError):
    """A rule, word list or other knowledge file is not well formed."""


class InputError(PipelineError):
    """One input document can't be read; the run goes on without it."""


class TableError(PipelineError):
    """The rows to be written contradict each other or the texts they come from."""


class LedgerError(PipelineError):
    """The ledger of an output folder can't be read or written."""

"""Errors, in the words of the command line."""

from collections.abc import Mapping, Sequence
from typing import Any


class HeartlandError(Exception):
    """Says what is wrong, where, why and what to do.

    ``code`` names the kind of problem ('usage.unknown'), ``values`` what the message speaks of, ``chinese`` is the
    message in Chinese, and ``problems`` lists the faults of a region's files with their rows and fixes.
    """

    def __init__(
        self,
        message: str,
        code: str = "",
        messages: Sequence[Mapping[str, Any]] = (),
        problems: Sequence[Mapping[str, Any]] = (),
    ) -> None:
        super().__init__(message)
        self.message = message
        self.code = code
        self.values: Mapping[str, Any] = messages[0]["values"] if messages else {}
        self.chinese = "\n".join(one["text"]["zh"] for one in messages) or message
        self.problems = tuple(problems)
        self._rest = (tuple(messages), tuple(problems))

    @property
    def fix(self) -> str:
        """Advice: a text for each fault of a region's files, else the part of the message after its semicolon."""
        if self.problems:
            return "\n".join(one["fix"]["text"]["en"] for one in self.problems)
        return self.message.partition("; ")[2]

    def __reduce__(self) -> tuple[Any, ...]:
        return (type(self), (self.message, self.code, *self._rest))


class UsageError(HeartlandError, ValueError):
    """A wrong word, value or file of whoever asked."""


class ModelError(HeartlandError):
    """The model, the data or a check failed."""


class EngineError(HeartlandError, RuntimeError):
    """The engine could not be started, ended before it answered, or has a fault."""

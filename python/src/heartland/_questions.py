"""The declared questions as functions, whose signatures and descriptions come from the program."""

import inspect
import keyword
import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from ._engine import engine

if TYPE_CHECKING:
    from ._results import Asked


@cache
def questions() -> Mapping[str, Mapping[str, Any]]:
    """The questions of the program, by name: description, subject and the JSON Schema of their inputs."""
    return {about["name"]: about for about in engine.ask({"ask": "questions"}).result}


def _snake(name: str) -> str:
    found = re.sub(r"[A-Z]", lambda letter: "_" + letter[0].lower(), name)
    return found + "_" if keyword.iskeyword(found) else found


_types = {"integer": "int", "number": "float", "string": "str", "boolean": "bool", "array": "list", "object": "dict"}


def _type(schema: Mapping[str, Any]) -> str:
    kinds = schema.get("type", "")
    parts = schema.get("anyOf") or (isinstance(kinds, list) and [{"type": one} for one in kinds])
    return " | ".join(map(_type, parts)) if parts else _types.get(kinds, "str")


def _signature(about: Mapping[str, Any]) -> inspect.Signature:
    fields: Mapping[str, Mapping[str, Any]] = about["schema"]["properties"]
    required = about["schema"].get("required", [])
    # In the order in which people say them: what is asked about, the policy, what must be said besides.
    said = [name for name in (about.get("argument"), "first", "second", "policy", *required) if name in fields]
    order = dict.fromkeys([*said, *fields])

    def parameter(name: str) -> inspect.Parameter:
        schema = fields[name]
        default = inspect.Parameter.empty if name in required else schema.get("default")
        kind = inspect.Parameter.POSITIONAL_OR_KEYWORD if name in said else inspect.Parameter.KEYWORD_ONLY
        return inspect.Parameter(_snake(name), kind, default=default, annotation=_type(schema))

    # Python has what may be left out behind what must not be: a policy that is current policy is said as None.
    at = max((place for place, name in enumerate(said) if name in required), default=-1)
    found = [parameter(name) for name in order]
    empty = inspect.Parameter.empty
    return inspect.Signature([one.replace(default=empty) if place < at else one for place, one in enumerate(found)])


def _description(about: Mapping[str, Any]) -> str:
    lines = [
        f"{_snake(name)}: {schema['description']}"
        for name, schema in about["schema"]["properties"].items()
        if "description" in schema
    ]
    return "\n".join([f"{about['description']}.", "", *lines])


class Question:
    """A question of a region, asked as a function: ``region.value(after=12)``."""

    def __init__(self, ask: "Callable[..., Asked]", about: Mapping[str, Any]) -> None:
        self._ask = ask
        self.__name__: str = about["name"]
        self.__doc__ = _description(about)
        self.__signature__ = _signature(about)

    def __repr__(self) -> str:
        return f"<question {self.__name__}{self.__signature__}>"

    def __call__(self, *said: Any, **inputs: Any) -> "Asked":
        names = list(self.__signature__.parameters)
        if len(said) > len(names) or any(name in inputs for name in names[: len(said)]):
            self.__signature__.bind(*said, **inputs)
        return self._ask(self.__name__, **dict(zip(names, said, strict=False)), **inputs)

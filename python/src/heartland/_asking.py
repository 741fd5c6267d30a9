"""Questions as the plain data that the engine reads."""

import math
import os
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Union

from ._errors import UsageError

if TYPE_CHECKING:
    import pandas as pd

Number = int | float
#: A number, or what a policy says of a lever: ``value``, and ``start``, ``ramp`` and ``end`` where they differ. Further
#: values in time are a list under ``later``, each with its ``start``.
Setting = Number | Mapping[str, Number | Sequence[Mapping[str, Number]]]
#: A package ('G', or its name), a scenario file, or levers with their settings.
Policy = Union[str, "os.PathLike[str]", Mapping[str, Setting], None]
#: A number for all times, values by calendar time, or a pandas Series.
PathValues = Union[Number, Mapping[Number, Number], "pd.Series[float]"]


def _refused(code: str, en: str, zh: str) -> UsageError:
    return UsageError(en, code, [{"code": code, "values": {}, "text": {"en": en, "zh": zh}}])


def _not_number(what: str, value: Any) -> UsageError:
    return _refused(
        "python.notNumber",
        f"{what} is {value!r}; give a number, or leave it out",
        f"{what} 为 {value!r}；请填写数字，或不填此项",
    )


def _number(value: Any, what: str) -> Number:
    # True is no amount, though Python takes it for 1; a word may be part of a sentence, and no number.
    if isinstance(value, (bool, str)):
        raise _not_number(what, value)
    try:
        number = value if isinstance(value, int) else float(value)
    except (TypeError, ValueError):
        raise _not_number(what, value) from None
    if not math.isfinite(number):
        raise _not_number(what, value)
    return number


_parts = ("value", "start", "ramp", "end", "later")


def _setting(setting: Setting, lever: str) -> dict[str, Any]:
    if isinstance(setting, Mapping):
        for name in setting:
            if name not in _parts:
                raise _refused(
                    "python.setting",
                    f"{name!r} is no part of the setting of {lever}; it has {', '.join(_parts)}",
                    f"{lever} 的设定没有“{name}”一项；可用 {', '.join(_parts)}",
                )
        return {
            name: [_setting(one, lever) for one in value]
            if name == "later" and not isinstance(value, (int, float))
            else _number(value, f"{name} of {lever}")
            for name, value in setting.items()
            if value is not None
        }
    return {"value": _number(setting, lever)}


def _plain(value: Any, what: str) -> Any:
    """An input as JSON carries it: numbers of numpy are numbers, an iterable is a list."""
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, os.PathLike):
        return os.fspath(value)
    if isinstance(value, Mapping):
        return {name: one if isinstance(one, str) else _plain(one, f"{name} of {what}") for name, one in value.items()}
    if hasattr(value, "__iter__"):
        return [_plain(one, what) for one in value]
    return _number(value, what)


def _camel(name: str) -> str:
    """``with_`` and ``most_points`` as the program calls them: with, mostPoints."""
    return re.sub(r"_(\w)", lambda found: found[1].upper(), name.rstrip("_"))


def _listed(values: Any) -> list[Any]:
    """One word or number is a list of one: a word would fall into its letters."""
    return [values] if isinstance(values, (str, int)) else list(values)


def _choice(
    policy: Policy, set: Mapping[str, Setting] | None, assume: Mapping[str, Number] | None, regime: str | None
) -> dict[str, Any]:
    levers = {**(policy if isinstance(policy, Mapping) else {}), **(set or {})}
    # The one name that the engine would leave out without a word: objects of JavaScript have it already.
    if "__proto__" in levers or "__proto__" in (assume or {}):
        raise _refused(
            "python.name",
            "__proto__ is neither a lever nor a parameter; region.levers and region.parameters list them",
            "__proto__ 既不是政策变量，也不是参数；可用项见 region.levers 和 region.parameters",
        )
    return {
        **({} if policy is None or isinstance(policy, Mapping) else {"policy": os.fspath(policy)}),
        **({} if regime is None else {"regime": regime}),
        "set": {name: _setting(setting, name) for name, setting in levers.items()},
        "assume": {name: _number(value, name) for name, value in (assume or {}).items()},
    }


def _points(values: PathValues, start: float, path: str) -> list[list[float]]:
    if isinstance(values, (int, float)):
        return [[start, float(_number(values, path))]]
    try:
        points = [(float(str(time)), value) for time, value in values.items()]
    except (AttributeError, ValueError):
        raise _refused(
            "python.path",
            f"{path} is {values!r}; give a number, or values by calendar time, as {{2027: 4.5, 2030.5: 4}}",
            f"{path} 为 {values!r}；请填写数字，或按时间给出数值，如 {{2027: 4.5, 2030.5: 4}}",
        ) from None
    return [
        [float(_number(time, path)), float(_number(value, path))]
        for time, value in sorted(points, key=lambda point: point[0])
    ]


def _words(options: Mapping[str, Any]) -> list[str]:
    """Options of a command: ``with_='a'`` is --with a, True a flag, a list an option that is repeated."""
    words: list[str] = []
    for name, value in options.items():
        option = "--" + name.rstrip("_").replace("_", "-")
        for one in value if isinstance(value, (list, tuple)) else [value]:
            if one is True:
                words.append(option)
            elif one is not None and one is not False:
                words += [option, str(one)]
    return words

"""A region as a model of the EMA Workbench, for its experiments, scenario discovery (PRIM) and optimisers."""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ._asking import Policy
    from ._region import Region


def _identifier(address: str) -> str:
    """'wageProfile[young]' as a name that Python accepts."""
    return re.sub(r"\W+", "_", address).strip("_")


def ema_model(
    region: "Region",
    *,
    levers: Sequence[str] | None = None,
    uncertainties: Sequence[str] | None = None,
    outcomes: Mapping[str, str] | Sequence[str] = (
        "regionOutputPerHead@2037",
        "regionDebtToGdp@2037",
        "regionUnemployment@2037",
    ),
    series: Sequence[str] = (),
    policy: "Policy" = None,
) -> Any:
    """An ``ema_workbench.Model``.

    ``levers`` range over their limits, ``uncertainties`` from their 10 to their 90 % points (all of both when absent).
    ``outcomes`` are numbers of a run ('regionDebtToGdp@2035'), as a mapping with 'maximize', 'minimize' or 'info',
    which the optimisers need; ``series`` are whole paths. ``policy`` holds in every experiment beneath its levers.
    """
    import ema_workbench as ema

    known = region.levers
    ranges = region.parameters.dropna(subset=["low", "high"])
    ranges = ranges[ranges["low"] < ranges["high"]]
    given = dict.fromkeys(outcomes, "info") if not isinstance(outcomes, Mapping) else dict(outcomes)
    addresses: dict[str, str] = {}

    def parameter(address: str, low: Any, high: Any) -> Any:
        addresses[_identifier(address)] = address
        return ema.RealParameter(_identifier(address), float(low), float(high))

    def function(**values: float) -> dict[str, Any]:
        row = {addresses[name]: [value] for name, value in values.items()}
        found = region.experiments(row, list(given), series=series, policy=policy)
        numbers = found.arrow.to_pylist()[0]
        paths = {_identifier(name): found.series(name).to_numpy()[0] for name in series}
        return {**{_identifier(name): value for name, value in numbers.items()}, **paths}

    kinds = {
        "maximize": ema.ScalarOutcome.MAXIMIZE,
        "minimize": ema.ScalarOutcome.MINIMIZE,
        "info": ema.ScalarOutcome.INFO,
    }
    model = ema.Model("heartland", function=function)
    for name in set(levers or ()) - set(known.index):
        # The engine says what is wrong with the name.
        region.run({name: 0})
    for name in set(uncertainties or ()) - set(region.parameters.index):
        region.run(assume={name: 0})
    model.levers = [
        parameter(name, known.loc[name, "from"], known.loc[name, "to"])
        for name in (known.index if levers is None else levers)
    ]
    model.uncertainties = [
        parameter(name, ranges.loc[name, "low"], ranges.loc[name, "high"])
        for name in (ranges.index if uncertainties is None else uncertainties)
    ]
    model.outcomes = [
        *(ema.ScalarOutcome(_identifier(name), kind=kinds[kind]) for name, kind in given.items()),
        *(ema.TimeSeriesOutcome(_identifier(name)) for name in series),
    ]
    return model

"""A region: what it holds, and what can be asked of it."""

import json
import os
import re
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import Executor
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from . import _ensemble
from ._asking import Number, PathValues, Policy, Setting, _camel, _choice, _listed, _plain, _points, _words
from ._engine import Answer, engine
from ._questions import Question, questions
from ._results import Asked, Ensemble, Experiments, Fit, Run, pandas

if TYPE_CHECKING:
    import pandas as pd


class Region:
    """A region that stays open in the engine. Its tables and results are pandas; ``.table(…)`` gives them as Arrow."""

    def __init__(self, spec: Mapping[str, Any]) -> None:
        self._spec = dict(spec)
        about = engine.ask({"ask": "open", "region": self._spec}).result
        #: 'northeast', 'CN-LN'.
        self.id: str = about["id"]
        self.names: Mapping[str, str] = about["names"]
        #: Ids of the areas with their names in English.
        self.areas: Mapping[str, str] = {area: about["areaNames"][area]["en"] for area in about["areas"]}
        #: Calendar times at which a run opens and closes.
        self.start: float = about["start"]
        self.end: float = about["end"]
        self.currency: str = about["currency"]
        #: Hashes: the same model, data, scenario and seed give the same numbers everywhere.
        self.model: str = about["model"]
        self.data: str = about["data"]

    def __repr__(self) -> str:
        return f"<Region {self.id}: {self.names['en']}, {self.start:g}–{self.end - 1:g}, areas {', '.join(self.areas)}>"

    def __reduce__(self) -> tuple[Any, ...]:
        return (Region, (self._spec,))

    # Contents.

    def table(self, name: str) -> pa.Table:
        """A list as Arrow: levers, parameters, outcomes, variables, figures, ranges, packages or sources."""
        return engine.ask({"ask": "list", "region": self._spec, "list": name}).tables[0]

    def _listed(self, name: str, index: str) -> "pd.DataFrame":
        return pandas(self.table(name)).set_index(index)

    @cached_property
    def levers(self) -> "pd.DataFrame":
        """Levers that a policy can set: unit, value in 2026, limits, payer."""
        return self._listed("levers", "name")

    @cached_property
    def parameters(self) -> "pd.DataFrame":
        """Parameters that can be assumed: central value, 10 and 90 % points, unit, grade of evidence, source."""
        return self._listed("ranges", "parameter").drop(columns=["value", "whose"])

    @cached_property
    def variables(self) -> "pd.DataFrame":
        """All variables of the model, with unit, dimensions and description."""
        frame = self._listed("variables", "name")
        frame["dimensions"] = [json.loads(text) for text in frame["dimensions"]]
        return frame

    @cached_property
    def outcomes(self) -> "pd.DataFrame":
        """Outcomes that a run records unless asked for more: unit, dimensions, description."""
        return self._listed("outcomes", "name")

    @cached_property
    def figures(self) -> "pd.DataFrame":
        """Initial values and paths, each with unit, year, grade of evidence, source and note."""
        return pandas(self.table("figures"))

    @cached_property
    def packages(self) -> "pd.DataFrame":
        """The policy packages."""
        return self._listed("packages", "id")

    @cached_property
    def sources(self) -> "pd.DataFrame":
        """The sources of the figures."""
        return self._listed("sources", "id")

    # Variants.

    def with_paths(self, paths: Mapping[str, PathValues]) -> "Region":
        """The region with other external conditions, growth and rates in % a year: 'bondQuotaByArea[CN-LN]' for one."""
        given = []
        for address, values in paths.items():
            name, area = re.fullmatch(r"([^\[]*)(?:\[(.*)\])?", address, re.S).groups()  # type: ignore[union-attr]
            given.append(
                {
                    "name": name,
                    **({} if area is None else {"area": area}),
                    "points": _points(values, self.start, address),
                }
            )
        return Region({**self._spec, "paths": [*self._spec.get("paths", []), *given]})

    def with_equations(self, equations: Mapping[str, str]) -> "Region":
        """The region under a changed model: an equation by the name of its variable, or 'capital.inflow' for a part."""
        return Region({**self._spec, "equations": {**self._spec.get("equations", {}), **equations}})

    # Runs.

    def run(
        self,
        policy: Policy = None,
        *,
        set: Mapping[str, Setting] | None = None,
        assume: Mapping[str, Number] | None = None,
        paths: Mapping[str, PathValues] | None = None,
        outside: str | Mapping[str, Any] | None = None,
        regime: str | None = None,
        record: Iterable[str] | None = None,
    ) -> Run:
        """One run by quarters, central parameters, no shocks; ``record`` names other variables than the outcomes.

        ``paths`` take the place of external conditions, with growth and rates in % a year; ``outside`` names a
        baseline of them, or says what changes.
        """
        if paths:
            region = self.with_paths(paths)
            return region.run(policy, set=set, assume=assume, outside=outside, regime=regime, record=record)
        choice = _choice(policy, set, assume, regime)
        under = {} if outside is None else {"outside": _plain(outside, "outside")}
        named = under if record is None else {**under, "record": _listed(record)}
        answer = engine.ask({"ask": "run", "region": self._spec, "choice": choice, **named})
        return Run(self, {**choice, **under}, answer)

    def link(
        self,
        policy: Policy = None,
        *,
        set: Mapping[str, Setting] | None = None,
        assume: Mapping[str, Number] | None = None,
        regime: str | None = None,
        view: str = "what-if",
        chart: str | None = None,
        language: str = "en",
    ) -> str:
        """A scenario as the end of an address of the app ('#/what-if?…')."""
        choice = _choice(policy, set, assume, regime)
        named = {} if chart is None else {"chart": chart}
        asked = {"region": self._spec, "choice": choice, "view": view, "language": language, **named}
        return str(engine.ask({"ask": "link", **asked}).result)

    def widget(self, policy: Policy = None, **options: Any) -> Any:
        """The app's chart with its sliders, in Jupyter: see ``heartland.widget``."""
        from .widget import widget

        return widget(self, policy, **options)

    def experiments(
        self,
        table: "pd.DataFrame | pa.Table | Mapping[str, Sequence[float]]",
        keep: Sequence[str],
        *,
        series: Sequence[str] = (),
        policy: Policy = None,
        set: Mapping[str, Setting] | None = None,
        assume: Mapping[str, Number] | None = None,
        regime: str | None = None,
    ) -> Experiments:
        """Many runs side by side: a column a lever or parameter, a row a run.

        ``keep`` are numbers of each run ('regionDebtToGdp@2035'), ``series`` whole paths ('regionOutput'). A cell
        without a number leaves the lever or parameter as the scenario of all runs has it.
        """
        if isinstance(table, pa.Table):
            given = table
        elif isinstance(table, Mapping):
            given = pa.table({name: pa.array(values, pa.float64()) for name, values in table.items()})
        else:
            given = pa.Table.from_pandas(table.astype(float), preserve_index=False)
        kept = list(dict.fromkeys(_listed(keep)))
        answer = engine.ask(
            {
                "ask": "runs",
                "region": self._spec,
                "choice": _choice(policy, set, assume, regime),
                "keep": kept,
                "series": list(dict.fromkeys(_listed(series))),
            },
            [given],
        )
        return Experiments(answer, kept)

    # Questions.

    def __getattr__(self, name: str) -> Question:
        """A declared question as a method: what it takes and its description come from the program."""
        about = None if name.startswith("_") else questions().get(name)
        if about is None:
            raise AttributeError(f"a region has no {name!r}; dir(region) lists what it has")
        return Question(self.ask, about)

    def __dir__(self) -> Iterable[str]:
        return [*super().__dir__(), *questions()]

    def ask(
        self,
        question: str,
        policy: Policy = None,
        *,
        set: Mapping[str, Setting] | None = None,
        assume: Mapping[str, Number] | None = None,
        regime: str | None = None,
        language: str = "en",
        **inputs: Any,
    ) -> Asked:
        """Any declared question with its inputs, as its method takes them: ``ask("value", after=12)``.

        ``outside`` names a baseline of external conditions. ``language`` is that of the tables: 'en' or 'zh'.
        """
        stated = {name: value for name, value in _choice(policy, set, assume, regime).items() if value}
        given = {_camel(name): _plain(value, name) for name, value in inputs.items() if value is not None}
        asked = {"name": question, "body": {**stated, **given}, "language": language}
        return Asked(question, engine.ask({"ask": "question", "region": self._spec, **asked}))

    def _asked(self, words: Sequence[str], choice: Mapping[str, Any] | None = None) -> Answer:
        given = {} if choice is None else {"choice": choice}
        return engine.ask({"ask": "command", "region": self._spec, "words": list(words), **given})

    # Ensembles.

    def ensemble(
        self,
        simulations: int = 10_000,
        out: "str | os.PathLike[str] | None" = None,
        policy: Policy = None,
        *,
        set: Mapping[str, Setting] | None = None,
        assume: Mapping[str, Number] | None = None,
        regime: str | None = None,
        executor: Executor | None = None,
        store: str | None = None,
        chunk: int | None = None,
        **options: Any,
    ) -> Ensemble:
        """Many simulations: bands, probabilities of events, and a row for each member.

        ``out`` is a folder (a temporary one when absent); the same call continues what was interrupted. ``executor`` is
        anything with the interface of ``concurrent.futures``: each chunk of ``chunk`` members is computed by a worker,
        kept in ``store`` (a folder or the address of an object store that all workers reach; ``<out>.parts`` when
        absent) and merged there. However it is divided, the result has the bytes of a run on one thread.
        """
        temporary = tempfile.TemporaryDirectory(prefix="heartland-") if out is None else None
        folder = Path(out) if out is not None else Path(temporary.name) / "ensemble"  # type: ignore[union-attr]
        job = _ensemble.Job(
            self._spec,
            self.id,
            _choice(policy, set, assume, regime),
            tuple(_words({"simulations": simulations, **options})),
        )
        if executor is None:
            answer = self._asked(["ensemble", self.id, *job.words, "--out", str(folder), "--json"], job.choice)
        else:
            answer = _ensemble.on_executor(executor, job, simulations, folder, store, chunk)
        return Ensemble(folder, answer, temporary)

    # Fits.

    def fit(self, data: str = "train", *, show: bool = False, save: bool = False, **options: Any) -> Fit:
        """Fits the parameters to the history of the region, as ``heartland calibrate`` does: minutes to hours.

        ``data`` is 'train' (figures up to 2018) or 'all'. ``show`` reads the saved fit instead of fitting again.
        ``save`` writes the fit into the folder of the region, where runs and back-tests take it from; else nothing is
        written. Options are those of the command: ``seed``, ``evaluations``, ``draws``, ``threads``.
        """
        kept = {"show": show, "dry_run": not save and not show}
        words = _words({"set": data, **kept, **options})
        return Fit(self._asked(["calibrate", self.id, *words, "--json"]))

    # Other programs.

    def as_ema_model(self, **options: Any) -> Any:
        """The region as a model of the EMA Workbench: see ``heartland.ema``."""
        from .ema import ema_model

        return ema_model(self, **options)


def region(name: str, packs: "str | os.PathLike[str] | None" = None) -> Region:
    """Opens a region by its id or name; ``packs`` is a folder of regions of your own."""
    return Region({"region": name, **({} if packs is None else {"packs": os.fspath(packs)})})


def regions(packs: "str | os.PathLike[str] | None" = None) -> "pd.DataFrame":
    """The regions that can be opened."""
    words = ["list", "regions", "--json", *([] if packs is None else ["--packs", os.fspath(packs)])]
    answer = engine.ask({"ask": "command", "words": words})
    return pandas(pa.Table.from_pylist(json.loads(answer.result["text"]))).set_index("id")

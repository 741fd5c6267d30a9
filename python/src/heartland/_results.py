"""Results: held as Arrow or JSON, and turned into pandas, xarray or a plot when asked."""

import json
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy
import pyarrow as pa
import pyarrow.parquet

from ._engine import Answer
from ._errors import ModelError

if TYPE_CHECKING:
    import pandas as pd
    import xarray as xr
    from matplotlib.axes import Axes

    from ._region import Region


def _needs(module: str) -> Any:
    try:
        return __import__(module)
    except ImportError as problem:
        raise ImportError(f"{module} is missing; `pip install heartland[{module}]` brings it") from problem


def pandas(table: pa.Table) -> Any:
    """A table as a DataFrame."""
    _needs("pandas")
    return table.to_pandas()


def _axes(ax: "Axes | None") -> "Axes":
    _needs("matplotlib")
    from matplotlib import pyplot

    return pyplot.subplots()[1] if ax is None else ax


class Run:
    """One run by quarters. ``run['regionOutput']`` is a Series, ``run['output']`` a DataFrame of the areas."""

    def __init__(self, region: "Region", choice: Mapping[str, Any], answer: Answer) -> None:
        self._region = region
        self._choice = choice
        result = answer.result
        #: Calendar times at which the quarters open.
        self.times = numpy.array(result["times"])
        #: 'regionOutput', 'output[CN-LN]'.
        self.columns: Sequence[str] = result["columns"]
        self._numbers: numpy.ndarray[Any, Any] = answer.tables[0].column(0).chunk(0).to_numpy()
        #: Everything that, with model and data, decides the numbers.
        self.scenario: Mapping[str, Any] = result["scenario"]
        self.names: Sequence[str] = result["record"]
        #: Largest residual of the accounts, where and when.
        self.audit: Mapping[str, Any] = result["audit"]
        self.model: str = region.model
        self.data: str = result["data"]
        self.notes: Sequence[str] = result["notes"]
        #: Milliseconds of the whole answer, and of the simulation in it.
        self.milliseconds = answer.milliseconds
        self.simulation: float = result["simulation"]

    def __repr__(self) -> str:
        return f"<Run of {self._region.id}: {self.scenario['name']}, {len(self.names)} variables>"

    def _repr_html_(self) -> str:
        return str(self.years().to_html())

    @cached_property
    def _values(self) -> Mapping[str, Any]:
        return dict(zip(self.columns, self._numbers.reshape(len(self.columns), len(self.times)), strict=True))

    def _described(self, name: str) -> Any:
        return self._region.variables.loc[re.sub(r"^closing\((\w+)\)$", r"\1", name)]

    def to_pandas(self) -> "pd.DataFrame":
        """A row a quarter (the calendar time at which it opens); units in ``.attrs['units']``."""
        frame: pd.DataFrame = pandas(self.arrow).set_index("time")
        frame.attrs["units"] = {column: self._described(column.partition("[")[0])["unit"] for column in frame.columns}
        return frame

    @cached_property
    def arrow(self) -> pa.Table:
        """A column for the time, and one for each number."""
        return pa.table({"time": self.times, **self._values})

    def _of(self, name: str) -> dict[str, Any]:
        """The columns of a variable by their labels; the one of a variable without dimensions by ''."""
        if name in self._values:
            return {"": self._values[name]}
        found = {key[len(name) + 1 : -1]: own for key, own in self._values.items() if key.startswith(f"{name}[")}
        if not found:
            raise KeyError(f"'{name}' was not recorded; run with record=['{name}']")
        return found

    def __getitem__(self, name: str) -> Any:
        library = _needs("pandas")
        found = self._of(name)
        index = library.Index(self.times, name="time")
        return library.Series(found[""], index, name=name) if "" in found else library.DataFrame(found, index)

    def to_xarray(self) -> "xr.Dataset":
        """Variables over time and their dimensions (area, group …), with unit and description."""
        xarray = _needs("xarray")
        variables = {}
        for name in self.names:
            about = self._described(name)
            dimensions = about["dimensions"]
            values = numpy.stack([*self._of(name).values()], axis=-1)
            variables[name] = xarray.DataArray(
                values.reshape([len(self.times), *(len(one["labels"]) for one in dimensions)]),
                dims=["time", *(one["name"] for one in dimensions)],
                coords={"time": self.times, **{one["name"]: one["labels"] for one in dimensions}},
                attrs={"units": about["unit"], "long_name": about["description"]},
            )
        attrs = {"region": self._region.id, "scenario": self.scenario["name"], "model": self.model, "data": self.data}
        return xarray.Dataset(variables, attrs=attrs)

    @cached_property
    def summary(self) -> "Asked":
        """Cost, payers and criteria of the scenario, and key outcomes by year."""
        return self._region.ask("run", **self._choice, years="all")

    def years(self) -> "pd.DataFrame":
        """Key outcomes by year, with label, unit and what a year of each is."""
        library = _needs("pandas")
        rows = {
            name: {
                **{key: one[key] for key in ("label", "unit", "reading")},
                **{int(year): value for year, value in one["values"].items()},
            }
            for name, one in self.summary["outcomes"].items()
        }
        return library.DataFrame.from_dict(rows, orient="index")

    def plot(self, *names: str, ax: "Axes | None" = None) -> "Axes":
        """Lines of one or several variables."""
        axes = _axes(ax)
        for name in names:
            found = self[name]
            columns = {name: found} if found.ndim == 1 else {f"{name} {label}": found[label] for label in found.columns}
            for label, line in columns.items():
                axes.plot(line.index, line.to_numpy(), label=label)
        about = self._described(names[0])
        axes.set_ylabel(about["unit"])
        axes.set_title(
            f"{about['description']}\n{self._region.names['en']}: {self.scenario['name']}", fontsize="medium"
        )
        axes.legend(frameon=False)
        return axes


class _Record(Mapping[str, Any]):
    """What a command prints with --json, as a mapping."""

    def __init__(self, json: Any) -> None:
        #: As the command prints it with --json.
        self.json: Any = json

    def __getitem__(self, key: str) -> Any:
        return self.json[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.json)

    def __len__(self) -> int:
        return len(self.json)


class Fit(_Record):
    """Parameters fitted to the history of a region, with the evidence for each."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(json.loads(answer.result["text"]))
        #: Remarks beside the result, such as that the fit is of another version of the model.
        self.notes: Sequence[str] = answer.result["notes"]
        self.milliseconds = answer.milliseconds

    def __repr__(self) -> str:
        return f"<Fit of {self['region']} to figures up to {self['lastYear']}: {len(self['parameters'])} parameters>"

    @cached_property
    def parameters(self) -> "pd.DataFrame":
        """A row a parameter: prior and posterior (10, 50 and 90 % points), mode, shift and diagnostics."""
        return _needs("pandas").json_normalize(self["parameters"], sep="_").set_index("name")

    @cached_property
    def draws(self) -> "pd.DataFrame":
        """A row a draw of the posterior, a column a parameter."""
        return _needs("pandas").DataFrame(self["draws"], columns=self["names"])

    @property
    def assumptions(self) -> dict[str, float]:
        """The most likely values, for ``run(assume=fit.assumptions)``."""
        drawn = set(self["names"])
        return {one["name"]: one["mode"] for one in self["parameters"] if one["name"] in drawn}


class Asked(_Record):
    """The answer to a declared question: a mapping, and the tables of its report with the unit of each column."""

    def __init__(self, question: str, answer: Answer) -> None:
        super().__init__(answer.result["record"])
        self._question = question
        #: Remarks beside the result.
        self.notes: Sequence[str] = answer.result["notes"]
        self.milliseconds = answer.milliseconds
        self._heads: Sequence[Mapping[str, Any]] = answer.result["heads"]
        #: The tables as Arrow, by their ids.
        self.arrow: Mapping[str, pa.Table] = {
            head["id"]: table for head, table in zip(self._heads, answer.tables, strict=True)
        }

    def __repr__(self) -> str:
        return f"<Answer to {self._question}: {list(self)}>"

    def _repr_html_(self) -> str:
        return str(self.table().to_html())

    def to_pandas(self) -> "pd.DataFrame":
        """The first table."""
        return self.table()

    @cached_property
    def tables(self) -> "Mapping[str, pd.DataFrame]":
        """The tables by their ids, a value a cell; ``attrs`` hold title, heads and units by column."""
        frames = {}
        for head in self._heads:
            frame = pandas(self.arrow[head["id"]])
            frame.attrs["title"] = head["title"]
            frame.attrs["heads"] = {column["id"]: column["head"] for column in head["columns"]}
            frame.attrs["units"] = {column["id"]: column["unit"] for column in head["columns"]}
            frames[head["id"]] = frame
        return frames

    def table(self, place: str | None = None) -> "pd.DataFrame":
        """A table by its id; the first when absent."""
        return self.tables[self._heads[0]["id"] if place is None else place]

    def plot(self, place: str | None = None, ax: "Axes | None" = None) -> "Axes":
        """Bars of the numbers of a table, a group a row."""
        table = self.table(place)
        names = table.columns[0]
        numbers = table.set_index(names).select_dtypes("number").rename(columns=table.attrs["heads"])
        axes: Axes = numbers.plot.barh(ax=_axes(ax), title=table.attrs["title"])
        return axes


class Experiments:
    """Runs side by side: a row each."""

    def __init__(self, answer: Answer, keep: Sequence[str]) -> None:
        self._times: Sequence[float] = answer.result["times"]
        #: The numbers kept, a column each.
        self.arrow: pa.Table = answer.tables[0] if keep else pa.table({})
        self._series: pa.Table = answer.tables[-1]
        self.rows: int = answer.result["rows"]

    def to_pandas(self) -> "pd.DataFrame":
        """The numbers kept, a row a run."""
        return pandas(self.arrow)

    def series(self, name: str) -> "pd.DataFrame":
        """A path of each run: a row a run, a column a quarter."""
        library = _needs("pandas")
        values = self._series.column(name).to_numpy().reshape(self.rows, len(self._times))
        return library.DataFrame(values, columns=library.Index(self._times, name="time"))


class Ensemble:
    """The result folder of an ensemble; its tables are read when they are asked for."""

    def __init__(self, folder: Path, answer: Answer | None = None, keeps: Any = None) -> None:
        self.folder = Path(folder)
        self._keeps = keeps
        self.summary: Mapping[str, Any] = json.loads((self.folder / "summary.json").read_text())
        self.milliseconds = 0.0 if answer is None else answer.milliseconds

    def __repr__(self) -> str:
        return f"<Ensemble {self.summary['id']}: {self.summary['members']} members in {self.folder}>"

    def table(self, name: str) -> pa.Table:
        """'bands', 'probabilities', 'traces' or 'members' as Arrow."""
        place = self.folder / name
        if name != "members":
            place = place.with_suffix(".parquet")
        if not place.exists():
            raise KeyError(f"the ensemble has no table '{name}' in {self.folder}")
        return pyarrow.parquet.read_table(place)

    def dataset(self) -> Any:
        """All members as a dataset of pyarrow, for more than fit into memory."""
        import pyarrow.dataset

        return pyarrow.dataset.dataset(self.folder / "members", format="parquet")

    @cached_property
    def bands(self) -> "pd.DataFrame":
        """Quantiles of every outcome and quarter."""
        return pandas(self.table("bands"))

    @cached_property
    def members(self) -> "pd.DataFrame":
        """A row a member: inputs, outcomes kept, criteria and class."""
        return pandas(self.table("members")).set_index("member")

    @cached_property
    def probabilities(self) -> "pd.DataFrame":
        """Of the events asked for, with their errors."""
        return pandas(self.table("probabilities"))

    def plot(self, outcome: str, ax: "Axes | None" = None) -> "Axes":
        """Median and bands of an outcome."""
        axes = _axes(ax)
        found = self.bands[self.bands["outcome"] == outcome]
        if found.empty:
            raise KeyError(f"the ensemble has no bands of '{outcome}'")
        for low, high in (("q05", "q95"), ("q25", "q75")):
            label = f"{int(low[1:])} to {int(high[1:])} %"
            axes.fill_between(found["time"], found[low], found[high], alpha=0.2, color="C0", linewidth=0, label=label)
        axes.plot(found["time"], found["q50"], color="C0", label="median")
        axes.set_ylabel(found["unit"].iloc[0])
        axes.set_title(outcome)
        axes.legend(frameon=False)
        return axes


def _damaged(path: Path) -> ModelError:
    en = f"'{path}' was changed or damaged: its checksum differs; run the ensemble again, which mends what is damaged"
    zh = f"“{path}”已被更改或损坏（校验码不符）；请重新运行该模拟集合，损坏部分将自动修复"
    return ModelError(
        en, "ensemble.damaged", [{"code": "ensemble.damaged", "values": {}, "text": {"en": en, "zh": zh}}]
    )


def _crc(path: Path) -> int:
    crc = 0
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            crc = zlib.crc32(piece, crc)
    return crc


def _check(folder: Path) -> None:
    """Compares every file with the manifest, and the manifest with its own checksum."""
    text = (folder / "manifest.json").read_text(encoding="utf-8")
    # As it was summed: without spaces between its parts, and without the sum, which comes last.
    compact = re.sub(r'("(?:[^"\\]|\\.)*")|[ \n]+', r"\1", text)
    found = re.fullmatch(r'(.*),"crc":(\d+)}', compact, re.DOTALL)
    if found is None or zlib.crc32(f"{found[1]}}}".encode()) != int(found[2]):
        raise _damaged(folder / "manifest.json")
    for name, mark in json.loads(text)["files"].items():
        path = folder / name
        if not path.is_file() or path.stat().st_size != mark["bytes"] or _crc(path) != mark["crc"]:
            raise _damaged(path)


def open_ensemble(folder: "str | Path") -> Ensemble:
    """Opens a result folder that a command, a cluster or another session has written; refuses one that was changed."""
    _check(Path(folder))
    return Ensemble(Path(folder))

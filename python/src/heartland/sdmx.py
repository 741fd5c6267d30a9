"""Figures that the IMF, the World Bank, the OECD or Eurostat publish in SDMX, into the folder of a region."""

import csv
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ._errors import UsageError
from ._results import _needs

if TYPE_CHECKING:
    import pandas as pd

#: The columns of series.csv.
columns = ["series", "year", "value", "unit", "evidence", "source", "note"]


def _attribute(row: Mapping[str, Any], *names: str) -> str:
    for name in names:
        value = row.get(name)
        if value is not None and value == value:
            return str(getattr(value, "value", value))
    return ""


def figures_from_sdmx(
    file: "str | os.PathLike[str]",
    series: Mapping[str, str],
    *,
    where: Mapping[str, str] | None = None,
    units: Mapping[str, tuple[str, float]] | None = None,
    source: str | None = None,
    folder: "str | os.PathLike[str] | None" = None,
) -> "pd.DataFrame":
    """Annual figures of an SDMX file (SDMX-ML or SDMX-JSON) as rows of series.csv, with units and source.

    ``series`` maps a code of the file ('NGDP_XDC') to the name of a series ('nominalOutput'). ``where`` selects by
    dimension ({'REF_AREA': 'CN'}). The unit is that of the file, in units of one (UNIT_MULT is applied). ``units``
    gives another one, and what to multiply by: {'nominalOutput': ('CNY bn/year', 1e-9)}. ``folder`` is that of a
    region's area: its series.csv gets the rows, which replace those of the same series and year, and the sources.csv
    beside it gets the source. The engine checks both when the region is opened.
    """
    pandas = _needs("pandas")
    sdmx = _needs("sdmx")
    message = sdmx.read_sdmx(os.fspath(file))
    flow = getattr(getattr(message, "dataflow", None), "id", "") or ""
    sender = getattr(getattr(message.header, "sender", None), "id", "") or ""
    origin = source or "-".join(part.lower() for part in (str(sender), str(flow)) if part) or Path(file).stem
    rows: list[dict[str, Any]] = []
    for data in message.data:
        found = sdmx.to_pandas(data, attributes="osgd")
        table = (found.to_frame("value") if isinstance(found, pandas.Series) else found).reset_index()
        times = [name for name in table.columns if name in ("TIME_PERIOD", "TIME")]
        if not times:
            raise UsageError(f"'{file}' has no dimension TIME_PERIOD; choose a file of time series", "sdmx.noTime")
        for dimension, value in (where or {}).items():
            if dimension not in table.columns:
                raise UsageError(
                    f"'{file}' has no dimension '{dimension}'; it has {', '.join(map(str, table.columns))}",
                    "sdmx.dimension",
                )
            table = table[table[dimension].astype(str) == value]
        for row in table.to_dict("records"):
            name = next(
                (series[str(cell)] for cell in row.values() if isinstance(cell, str) and str(cell) in series), None
            )
            year = str(row[times[0]])
            if name is None or not year.isdigit() or row["value"] != row["value"]:
                continue
            unit, factor = (units or {}).get(name, (_attribute(row, "UNIT_MEASURE", "UNIT"), 1.0))
            multiplier = 10.0 ** int(_attribute(row, "UNIT_MULT") or 0)
            rows.append(
                {
                    "series": name,
                    "year": int(year),
                    "value": float(row["value"]) * multiplier * factor,
                    "unit": unit,
                    "evidence": "official",
                    "source": origin,
                    "note": Path(file).name,
                }
            )
    if not rows:
        raise UsageError(
            f"'{file}' has no annual figure of {', '.join(series)}; check the codes and the selection", "sdmx.nothing"
        )
    frame: pd.DataFrame = pandas.DataFrame(rows, columns=columns).sort_values(["series", "year"], ignore_index=True)
    twice = frame[frame.duplicated(["series", "year"], keep=False)]
    if not twice.empty:
        first = twice.iloc[0]
        raise UsageError(
            f"'{file}' has several figures of {first['series']} for {first['year']}; select one with where={{…}}",
            "sdmx.several",
        )
    if folder is not None:
        _write(Path(folder), frame, origin, Path(file).name)
    return frame


def _read(file: Path) -> list[dict[str, str]]:
    if not file.exists():
        return []
    # Spreadsheets mark their files as UTF-8.
    with file.open(newline="", encoding="utf-8-sig") as text:
        return list(csv.DictReader(text))


def _save(file: Path, names: list[str], rows: list[dict[str, Any]]) -> None:
    aside = file.with_suffix(".partial")
    with aside.open("w", newline="", encoding="utf-8") as text:
        writer = csv.DictWriter(text, names, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    aside.replace(file)


def _write(folder: Path, frame: "pd.DataFrame", origin: str, file: str) -> None:
    """Rows in order of series as the file has them, new ones last, and of year."""
    kept: list[dict[str, Any]] = [*_read(folder / "series.csv")]
    new: list[dict[str, Any]] = [
        dict(zip(columns, row, strict=False)) for row in frame.itertuples(index=False, name=None)
    ]
    replaced = {(row["series"], str(row["year"])) for row in new}
    rows = [row for row in kept if (row["series"], row["year"]) not in replaced] + new
    order = list(dict.fromkeys(row["series"] for row in [*kept, *new]))
    rows.sort(key=lambda row: (order.index(row["series"]), int(row["year"])))
    _save(folder / "series.csv", columns, rows)
    sources = folder.parent / "sources.csv"
    known = _read(sources)
    if not any(row["id"] == origin for row in known):
        _save(sources, ["id", "what", "url"], [*known, {"id": origin, "what": f"SDMX file {file}", "url": ""}])

"""The EMA Workbench on a region, and figures in SDMX."""

import shutil
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import heartland as hl

program = Path(hl.__file__).parent / "program"

sdmx_ml = """<?xml version="1.0" encoding="UTF-8"?>
<message:GenericData xmlns:message="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message"
  xmlns:generic="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/generic"
  xmlns:common="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common">
  <message:Header>
    <message:ID>1</message:ID><message:Test>false</message:Test>
    <message:Prepared>2026-01-01T00:00:00</message:Prepared>
    <message:Sender id="NBS"/>
    <message:Structure structureID="S" dimensionAtObservation="TIME_PERIOD">
      <common:Structure><Ref agencyID="NBS" id="REGIONS" version="1.0"/></common:Structure>
    </message:Structure>
  </message:Header>
  <message:DataSet structureRef="S">
    {series}
  </message:DataSet>
</message:GenericData>
"""

one_series = """<generic:Series>
  <generic:SeriesKey>
    <generic:Value id="REF_AREA" value="{area}"/><generic:Value id="INDICATOR" value="{code}"/>
  </generic:SeriesKey>
  <generic:Attributes>
    <generic:Value id="UNIT_MEASURE" value="CNY"/><generic:Value id="UNIT_MULT" value="8"/>
  </generic:Attributes>
  {observations}
</generic:Series>"""

one_observation = """<generic:Obs>
  <generic:ObsDimension value="{year}"/><generic:ObsValue value="{value}"/>
</generic:Obs>"""


def written(file: Path, figures: dict[tuple[str, str], dict[str, float]]) -> Path:
    series = [
        one_series.format(
            area=area,
            code=code,
            observations="".join(one_observation.format(year=year, value=value) for year, value in values.items()),
        )
        for (area, code), values in figures.items()
    ]
    file.write_text(sdmx_ml.format(series="".join(series)))
    return file


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """In 100 million yuan, as the statistical office has them."""
    figures = {
        ("LN", "NGDP"): {"2022": 28975.1, "2023": 30209.4, "2023-Q1": 7000.0},
        ("JL", "NGDP"): {"2023": 13531.2},
        ("LN", "OTHER"): {"2023": 1.0},
    }
    return written(tmp_path / "regions.xml", figures)


def test_figures_of_an_sdmx_file_have_units_and_source(file: Path) -> None:
    units = {"nominalOutput": ("CNY bn/year", 1e-9)}
    found = hl.figures_from_sdmx(file, {"NGDP": "nominalOutput"}, where={"REF_AREA": "LN"}, units=units)
    assert found["year"].tolist() == [2022, 2023]
    assert np.allclose(found["value"], [2897.51, 3020.94])
    assert set(found["unit"]) == {"CNY bn/year"} and set(found["evidence"]) == {"official"}
    plain = hl.figures_from_sdmx(file, {"NGDP": "nominalOutput"}, where={"REF_AREA": "JL"})
    assert (plain["value"][0], plain["unit"][0]) == (pytest.approx(13531.2e8), "CNY")


def test_figures_go_into_the_folder_of_a_region_and_the_engine_checks_them(file: Path, tmp_path: Path) -> None:
    packs = shutil.copytree(program / "regions", tmp_path / "packs")
    before = pd.read_csv(packs / "CN-LN/series.csv")
    # As a spreadsheet saves it.
    (packs / "CN-LN/series.csv").write_text((packs / "CN-LN/series.csv").read_text("utf-8"), "utf-8-sig")
    units = {"nominalOutput": ("CNY bn/year", 1e-9)}
    hl.figures_from_sdmx(
        file,
        {"NGDP": "nominalOutput"},
        where={"REF_AREA": "LN"},
        units=units,
        source="test-file",
        folder=packs / "CN-LN",
    )
    after = pd.read_csv(packs / "CN-LN/series.csv")
    kept = before[(before["series"] != "nominalOutput") | ~before["year"].isin([2022, 2023])]
    own = after["source"] == "test-file"
    assert own.sum() == 2 and after[~own].reset_index(drop=True).equals(kept.reset_index(drop=True))
    changed = hl.region("CN-LN", packs)
    assert changed.data != hl.region("CN-LN").data and "test-file" in changed.sources.index
    wrong = {"nominalOutput": ("yuan", 1.0)}
    hl.figures_from_sdmx(
        file, {"NGDP": "nominalOutput"}, where={"REF_AREA": "LN"}, units=wrong, source="", folder=packs / "CN-LN"
    )
    with pytest.raises(hl.ModelError) as refused:
        hl.region("CN-LN", packs)
    assert refused.value.problems


def test_what_an_sdmx_file_does_not_have_is_said(file: Path) -> None:
    with pytest.raises(hl.UsageError, match="no annual figure of POP"):
        hl.figures_from_sdmx(file, {"POP": "residentsTotal"})
    with pytest.raises(hl.UsageError, match="several figures of nominalOutput for 2023; select one"):
        hl.figures_from_sdmx(file, {"NGDP": "nominalOutput"})
    with pytest.raises(hl.UsageError, match="no dimension 'AREA'; it has TIME_PERIOD, REF_AREA"):
        hl.figures_from_sdmx(file, {"NGDP": "nominalOutput"}, where={"AREA": "LN"})


@pytest.mark.filterwarnings("ignore")
def test_ema_workbench_runs_experiments_and_prim_on_a_region(liaoning: hl.Region) -> None:
    ema = pytest.importorskip("ema_workbench", reason="the EMA Workbench is not installed")
    from ema_workbench.analysis import prim

    model = liaoning.as_ema_model(
        levers=["publicInvestment", "childAllowance"],
        uncertainties=["wageFromSlack", "publicCapitalElasticity"],
        outcomes={"regionDebtToGdp@2035": "minimize", "regionOutputPerHead@2035": "maximize"},
        series=["regionOutput"],
    )
    with ema.SequentialEvaluator(model) as evaluator:
        experiments, outcomes = evaluator.perform_experiments(scenarios=24, policies=3)
    debt = outcomes["regionDebtToGdp_2035"]
    assert len(experiments) == 72 and outcomes["regionOutput"].shape == (72, 64)
    first = experiments.iloc[5]
    alone = liaoning.run(
        {name: first[name] for name in ("publicInvestment", "childAllowance")},
        assume={name: first[name] for name in ("wageFromSlack", "publicCapitalElasticity")},
    )
    assert outcomes["regionOutput"][5].tobytes() == alone["regionOutput"].to_numpy().tobytes()
    # A third of the experiments ends with the highest debt: PRIM finds where, and it is where most is invested.
    high = debt > np.quantile(debt, 2 / 3)
    box = prim.Prim(experiments[["publicInvestment", "wageFromSlack"]], high, threshold=0.5).find_box()
    chosen = box.peeling_trajectory.iloc[-1]
    assert chosen["density"] > 0.6
    assert box.box_lims[-1]["publicInvestment"][0] > experiments["publicInvestment"].min()


@pytest.mark.filterwarnings("ignore")
def test_ema_workbench_optimises_over_levers(liaoning: hl.Region) -> None:
    ema = pytest.importorskip("ema_workbench", reason="the EMA Workbench is not installed")
    model = liaoning.as_ema_model(
        levers=["publicInvestment"],
        uncertainties=[],
        outcomes={"regionDebtToGdp@2035": "minimize", "regionOutputPerHead@2035": "maximize"},
    )
    with ema.SequentialEvaluator(model) as evaluator:
        found = evaluator.optimize(nfe=20, searchover="levers", epsilons=[0.001, 0.01], population_size=10)
    front = (found[0] if isinstance(found, tuple) else found).sort_values("regionDebtToGdp_2035")
    assert front["regionOutputPerHead_2035"].is_monotonic_increasing and len(front) > 1


def test_unknown_names_are_said_as_by_the_engine(liaoning: hl.Region) -> None:
    pytest.importorskip("ema_workbench", reason="the EMA Workbench is not installed")
    with pytest.raises(hl.UsageError, match="unknown lever 'publicInvestmen'; did you mean 'publicInvestment'"):
        liaoning.as_ema_model(levers=["publicInvestmen"], uncertainties=[])
    with pytest.raises(hl.UsageError, match="unknown parameter 'wageFromSlak'"):
        liaoning.as_ema_model(levers=[], uncertainties=["wageFromSlak"])

"""Contents and answers of a region: the figures are those of the command line to the bit."""

import inspect
import json
import os
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

import heartland as hl

#: The tree that the wheel was built from, whose command line is asked beside it.
tree = Path(os.environ["HEARTLAND_TREE"]) if "HEARTLAND_TREE" in os.environ else None


def test_comes_from_the_wheel_and_not_from_the_tree() -> None:
    if tree is None:
        pytest.skip("HEARTLAND_TREE is not set: .ci/run sets it")
    assert tree.resolve() not in Path(hl.__file__).resolve().parents


def test_tables_have_units_limits_sources_and_grades(northeast: hl.Region) -> None:
    levers = northeast.levers
    assert levers.loc["publicInvestment", "unit"] == "%"
    assert (levers["from"] <= levers["to"]).all()
    parameters = northeast.parameters
    assert {"low", "high", "unit", "evidence", "source"} <= set(parameters.columns)
    ranged = parameters.dropna(subset=["low", "high"])
    assert len(ranged) > 100 and (ranged["low"] <= ranged["high"]).all()
    assert set(northeast.figures["evidence"]) <= {"official", "secondary", "derived", "assumed"}
    assert set(northeast.figures["source"]) <= set(
        pd.read_csv(Path(hl.__file__).parent / "program/regions/sources.csv")["id"]
    )
    assert northeast.outcomes.loc["regionOutput", "unit"] == "CNY bn/year"
    assert len(northeast.packages) == 8 and list(northeast.areas) == ["CN-LN", "CN-JL", "CN-HL"]
    assert "CN-LN" in hl.regions().index


def scenarios(levers: pd.DataFrame, parameters: pd.DataFrame) -> list[dict]:
    """Fifty, drawn over all levers and parameters, with and without a package and a schedule."""
    draw = random.Random(7)
    ranged = parameters.dropna(subset=["low", "high"])
    # Shares of one whole, of which random ones may be more than the whole, are left out.
    free = [name for name in levers.index if not name.startswith("financedBy") and "[" not in name]
    found = []
    for _at in range(50):
        settings = {}
        for name in draw.sample(free, draw.randint(0, 3)):
            low, high = levers.loc[name, ["from", "to"]]
            setting = {"value": draw.uniform(low, high)}
            if draw.random() < 0.5:
                setting |= {"start": draw.choice([2026, 2027.5, 2030])}
            if draw.random() < 0.3:
                setting |= {"ramp": draw.choice([0, 0.5, 3])}
            if draw.random() < 0.3:
                setting |= {"end": 2036}
            if draw.random() < 0.3:
                setting |= {"later": [{"value": draw.uniform(low, high), "start": 2037, "ramp": draw.choice([0, 2])}]}
            settings[name] = setting
        assume = {name: draw.uniform(*ranged.loc[name, ["low", "high"]]) for name in draw.sample(list(ranged.index), 3)}
        found.append({"policy": draw.choice([None, None, None, None, "B"]), "set": settings, "assume": assume})
    return found


asks = """
import { runCommandLine } from %s
const found = []
for (const words of JSON.parse(process.argv[1])) {
  let text = ''
  const code = await runCommandLine(words, { write: part => (text += part) }, process.stderr)
  if (code !== 0) process.exit(1)
  found.push(JSON.parse(text).series)
}
process.stdout.write(JSON.stringify(found))
"""


def words(scenario: dict) -> list[str]:
    """As a person would type it."""
    found = [
        "export",
        "CN-LN",
        "--format",
        "json",
        "--variables",
        "regionOutput,regionDebtToGdp,output,wage,population",
    ]
    if scenario["policy"]:
        found += ["--policy", scenario["policy"]]
    for name, one in scenario["set"].items():
        stages = []
        for stage in [one, *one.get("later", [])]:
            times = [stage.get("start", 2026), stage.get("ramp", 1), *([stage["end"]] if "end" in stage else [])]
            stages.append(f"{stage['value']!r}@{':'.join(str(time) for time in times)}")
        found += ["--set", f"{name}={','.join(stages)}"]
    for name, value in scenario["assume"].items():
        found += ["--assume", f"{name}={value!r}"]
    return found


def test_fifty_scenarios_equal_the_command_line_to_the_bit(liaoning: hl.Region) -> None:
    if tree is None:
        pytest.skip("HEARTLAND_TREE is not set: .ci/run sets it")
    asked = scenarios(liaoning.levers, liaoning.parameters)
    script = asks % json.dumps((tree / "src/cli/program.ts").as_uri())
    node = str(next((tree / "node_modules").glob("node-*/bin/node*")))
    told = subprocess.run(
        [node, "--input-type=module", "-e", script, json.dumps([words(one) for one in asked])],
        capture_output=True,
        text=True,
        check=True,
    )
    different = 0
    standard = liaoning.run(record=["regionOutput"])["regionOutput"].to_numpy()
    for one, series in zip(asked, json.loads(told.stdout), strict=True):
        run = liaoning.run(**one, record=list(series))
        for name, expected in series.items():
            values = np.array(expected["values"], dtype=float).reshape(len(run.times), -1)
            mine = np.asarray(run[name]).reshape(len(run.times), -1)
            assert mine.tobytes() == values.tobytes(), (one, name)
        different += not np.array_equal(run["regionOutput"].to_numpy(), standard)
    assert different > 40


def test_a_run_becomes_pandas_and_xarray_with_units(northeast: hl.Region) -> None:
    run = northeast.run({"publicInvestment": 1})
    frame = run.to_pandas()
    assert frame.index[0] == northeast.start and len(frame) == 4 * (northeast.end - northeast.start)
    assert frame.attrs["units"]["output[CN-LN]"] == "CNY bn/year"
    found = run.to_xarray()
    assert found["output"].dims == ("time", "area")
    assert found["output"].attrs["units"] == "CNY bn/year"
    lines = run["output"]
    assert list(lines.columns) == list(northeast.areas)
    assert np.array_equal(found["output"].sel(area="CN-JL"), lines["CN-JL"])
    assert abs(run.audit["largestResidual"]) < 1e-12
    # Paid for as at every door: half by the central government, half by bonds.
    policy = run.scenario["policy"]
    assert policy["publicInvestment"] == {"value": 1}
    assert [policy[name]["value"] for name in ("financedByCentre", "financedByBonds")] == [0.5, 0.5]
    years = run.years()
    assert years.loc["debtToGdp", "reading"] == "end" and 2035 in years.columns
    with pytest.raises(KeyError, match="record="):
        run["wageProfile"]


def test_one_line_plots(northeast: hl.Region) -> None:
    pytest.importorskip("matplotlib").use("agg")
    axes = northeast.run("G").plot("output", "regionOutput")
    assert len(axes.lines) == 4 and axes.get_ylabel() == "CNY bn/year"
    assert northeast.compare("B", "G", years=[2030, 2035]).plot().patches


def test_reports_are_those_of_the_command_line(liaoning: hl.Region) -> None:
    compared = liaoning.compare({"publicInvestment": 1}, None, years=[2030])
    for one in compared["outcomes"].values():
        assert one["second"][0] - one["first"][0] == pytest.approx(one["change"][0], abs=1e-12)
    assert compared["scenarios"][1]["name"] == "baseline"
    parts = liaoning.explain({"publicInvestment": 1, "childAllowance": 5}, "regionDebtToGdp@2035")["policy"]
    assert sum(one["value"] for one in parts["parts"]) == pytest.approx(parts["change"], abs=1e-9)
    assert liaoning.trace("regionDebtToGdp", year=2035, depth=1)["cause"]["inputs"]
    assert all(one["holds"] for one in liaoning.books(at="2035Q4")["audit"])
    answer = liaoning.answer(simulations=4)
    packages = [one["id"] for one in answer["packages"]]
    assert packages[0] == "A" and {"households", "repayment+full", "reform+labour"} <= set(packages)
    assert json.loads(json.dumps(answer.json)) == answer.json


def test_every_question_of_the_command_line_has_a_method_and_a_table(liaoning: hl.Region) -> None:
    industries = liaoning.industries(year=2035).table()
    assert {"industry", "output", "employed"} <= set(industries.columns) and len(industries) >= 10
    stressed = liaoning.stress({"publicInvestment": 1}, years="2030")
    tests = ["growth", "interest", "land", "transfers", "contingent", "combined"]
    assert stressed["years"] == [2030] and set(tests) <= set(stressed.table().columns)
    assert "landDemand" in stressed["results"][3]["test"]["outside"]
    assert len(liaoning.stress(event=["exportsRussia=-100%"], simulations=0).tables["sectors"]) > 5
    assert len(liaoning.debt(simulations=0).table()) > 3
    value = liaoning.value(simulations=20, with_=["publicInvestment", "childAllowance"])
    assert {one["lever"] for one in value["levers"]} == {"publicInvestment", "childAllowance"}
    assert len(value.table()) == 2 and any(value.table().attrs["units"].values())


def test_questions_are_functions_with_signature_and_description(liaoning: hl.Region) -> None:
    about = {about["name"]: about for about in hl.engine.ask({"ask": "questions"}).result}
    assert {"run", "compare", "value", "debt"} <= set(about) <= set(dir(liaoning))
    for name in sorted(about.keys() - {"run"}):
        asked = getattr(liaoning, name)
        taken = inspect.signature(asked).parameters
        assert len(taken) == len(about[name]["schema"]["properties"])
        assert asked.__doc__.startswith(about[name]["description"])
    taken = inspect.signature(liaoning.value).parameters
    assert taken["simulations"].default == 200 and taken["with_"].kind is inspect.Parameter.KEYWORD_ONLY
    assert list(inspect.signature(liaoning.compare).parameters)[:2] == ["first", "second"]
    with pytest.raises(AttributeError, match="has no 'compair'"):
        _ = liaoning.compair


@pytest.mark.parametrize("value", [None, True, [1, 2], {}, float("nan"), float("inf"), pd.NA, "much"])
def test_what_is_no_number_is_refused_with_its_name(liaoning: hl.Region, value: Any) -> None:
    with pytest.raises(hl.UsageError, match="publicInvestment"):
        liaoning.run(set={"publicInvestment": value})
    with pytest.raises(hl.UsageError, match="wageFromSlack"):
        liaoning.run(assume={"wageFromSlack": value})
    with pytest.raises(hl.UsageError, match="publicInvestment") as refused:
        liaoning.run({"publicInvestment": {"value": True, "start": 2027}})
    assert refused.value.code == "python.notNumber" and "请填写数字" in refused.value.chinese


def test_external_paths_are_checked_as_those_of_a_region(liaoning: hl.Region) -> None:
    dated = pd.Series([0.05], index=pd.to_datetime(["2027-01-01"]))
    for values in (float("nan"), True, "much", [0.05, 0.04], dated, {2027: None}):
        with pytest.raises(hl.UsageError, match="nationalGrowth"):
            liaoning.run(paths={"nationalGrowth": values})  # type: ignore[dict-item]
    with pytest.raises(hl.ModelError, match="nationalGrowth is 5 a year, more than 100 %"):
        liaoning.run(paths={"nationalGrowth": 500})
    with pytest.raises(hl.UsageError, match=r"0\.05 % a year is so little that 5 was probably meant"):
        liaoning.run(paths={"nationalGrowth": 0.05})
    # As on the command line.
    same = liaoning.run(outside={"nationalGrowth": {"change": "set", "pieces": [{"value": 4, "from": 2028}]}})
    told = liaoning.ask("run", outside={"nationalGrowth": {"change": "set", "pieces": [{"value": 4, "from": 2028}]}})
    assert same.scenario["outside"] == told["scenario"]["outside"]
    assert liaoning.run(outside="low").scenario["outside"]
    with pytest.raises(hl.ModelError, match=r"bondQuotaByArea\[CN-XX\]: area has no label 'CN-XX'"):
        liaoning.run(paths={"bondQuotaByArea[CN-XX]": 1})
    with pytest.raises(hl.UsageError, match="'begin' is no part of the setting of publicInvestment"):
        liaoning.run({"publicInvestment": {"value": 1, "begin": 2027}})


def test_a_question_gives_its_record_and_tables_with_units(liaoning: hl.Region) -> None:
    asked = liaoning.ask("compare", first="A", second={"publicInvestment": 1}, years=range(2030, 2032))
    assert asked["outcomes"] == liaoning.compare("A", {"publicInvestment": 1}, years=[2030, 2031])["outcomes"]
    table = asked.tables["outcomes"]
    assert len(table) > 3 and set(table.attrs["units"]) == set(table.columns)
    assert asked.table().equals(table)
    with pytest.raises(hl.UsageError, match="did you mean 'years'"):
        liaoning.ask("compare", first="A", second="G", yeers=2030)
    with pytest.raises(hl.UsageError, match="did you mean 'compare'"):
        liaoning.ask("compair")


def test_a_fit_gives_its_parameters_with_their_priors(northeast: hl.Region) -> None:
    fit = northeast.fit("all", show=True)
    assert fit["region"] == "northeast" and fit["set"] == "all"
    parameters = fit.parameters
    assert {"prior_central", "posterior_low", "posterior_high", "mode", "rHat"} <= set(parameters.columns)
    assert (parameters["posterior_low"] <= parameters["posterior_high"]).all()
    assert list(fit.draws.columns) == fit["names"] and fit.draws.notna().all(axis=None)
    assumptions = fit.assumptions
    assert set(assumptions) == set(fit["names"])
    assert assumptions[fit["names"][0]] == parameters.loc[fit["names"][0], "mode"]
    # The options are those of the command, which refuses a search of ten evaluations before it begins.
    with pytest.raises(hl.UsageError, match="--evaluations 10"):
        northeast.fit(evaluations=10)
    with pytest.raises(hl.UsageError, match="set"):
        northeast.fit("everything")
    # A saved fit is a scenario to run.
    lags = {name: value for name, value in assumptions.items() if name in northeast.parameters.index}
    assert northeast.run(assume=lags, record=["regionOutput"])["regionOutput"].notna().all()


def test_one_word_or_year_is_a_list_of_one(liaoning: hl.Region) -> None:
    one = liaoning.experiments({"publicInvestment": [1.0]}, "regionOutput@2035", series="regionOutput")
    many = liaoning.experiments({"publicInvestment": [1.0]}, ["regionOutput@2035"], series=["regionOutput"])
    assert one.arrow.equals(many.arrow)
    assert liaoning.run(record="regionOutput").arrow.equals(liaoning.run(record=["regionOutput"]).arrow)
    assert liaoning.compare(None, "G", years=2030).json == liaoning.compare(None, "G", years=[2030]).json


def test_experiments_side_by_side(liaoning: hl.Region) -> None:
    table = pd.DataFrame({"publicInvestment": [0.0, 1.0, 2.0], "wageFromSlack": [0.3, np.nan, 0.5]})
    found = liaoning.experiments(table, ["regionDebtToGdp@2035"], series=["regionOutput"])
    for row in range(3):
        assume = {} if np.isnan(table["wageFromSlack"][row]) else {"wageFromSlack": table["wageFromSlack"][row]}
        alone = liaoning.run({"publicInvestment": table["publicInvestment"][row]}, assume=assume)
        assert found.series("regionOutput").to_numpy()[row].tobytes() == alone["regionOutput"].to_numpy().tobytes()
    assert found.to_pandas()["regionDebtToGdp@2035"].nunique() == 3
    # An address with a year is the mean of its quarters.
    quarters = alone["regionDebtToGdp"].to_numpy()[4 * (2035 - 2025) :][:4]
    assert found.to_pandas()["regionDebtToGdp@2035"].iloc[2] == pytest.approx(quarters.mean(), rel=1e-12)
    given = pa.Table.from_pandas(table, preserve_index=False)
    assert liaoning.experiments(given, ["regionDebtToGdp@2035"]).to_pandas().equals(found.to_pandas())


def test_paths_and_equations_of_the_user(liaoning: hl.Region) -> None:
    low, high = (
        liaoning.run(paths={"nationalGrowth": {2025: 5, 2040: last}})["regionOutput"].iloc[-1] for last in (1, 6)
    )
    assert low < high
    changed = liaoning.with_equations({"realWage": "2*wage/price"})
    assert changed.model != liaoning.model
    twice = changed.run()["realWage"].to_numpy()
    assert np.array_equal(twice, 2 * liaoning.run()["realWage"].to_numpy())


def test_errors_are_those_of_the_command_line(liaoning: hl.Region) -> None:
    def told(*arguments: str) -> str:
        found = subprocess.run([sys.executable, "-m", "heartland", *arguments], capture_output=True, text=True)
        assert found.returncode == 2
        return "\n".join(line.removeprefix("heartland: ") for line in found.stderr.strip().split("\n"))

    with pytest.raises(hl.UsageError) as unknown:
        liaoning.run({"publicInvestmen": 1})
    assert str(unknown.value) == told("run", "CN-LN", "--set", "publicInvestmen=1")
    assert (unknown.value.code, unknown.value.fix) == ("usage.unknown", "did you mean 'publicInvestment'?")
    assert "是否应为" in unknown.value.chinese
    with pytest.raises(hl.UsageError) as bounds:
        liaoning.run({"publicInvestment": 99})
    assert str(bounds.value) == told("run", "CN-LN", "--set", "publicInvestment=99")
    with pytest.raises(hl.UsageError, match="give a number"):
        liaoning.run({"publicInvestment": float("nan")})
    with pytest.raises(hl.UsageError, match="did you mean"):
        hl.region("northeastt")
    with pytest.raises(hl.UsageError, match="unknown option"):
        liaoning.record(colour="red")
    with pytest.raises(hl.ModelError) as path:
        liaoning.with_paths({"nationalGrowht": 3})
    assert path.value.fix == "Did you mean 'nationalGrowth'" and path.value.problems[0]["file"] == "CN/paths.csv"


def test_runs_without_any_extra() -> None:
    script = """
import sys
class Missing:
    def find_spec(self, name, path=None, target=None):
        if name in ("pandas", "xarray", "matplotlib", "dask"):
            raise ModuleNotFoundError(name)
sys.meta_path.insert(0, Missing())
import heartland as hl
run = hl.region("CN-LN").run()
print(run.arrow.num_rows)
try:
    run.to_pandas()
except ImportError as problem:
    print(problem)
"""
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert found.split("\n")[:2] == ["68", "pandas is missing; `pip install heartland[pandas]` brings it"]

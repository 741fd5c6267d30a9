"""The HTTP interface as other programs find it: it answers as its description says, and clients are made of that."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

settings = """
[checks]
# A question that takes longer than the server allows is refused with 504, and one too many with 503.
not_a_server_error.expected-statuses = ["2xx", "3xx", "4xx", 503, 504]
# A request that fits the description may still ask for a region or a scenario that there is not.
positive_data_acceptance.expected-statuses = ["2xx", 404, 412, 422, 503, 504]
negative_data_rejection.expected-statuses = [400, 404, 405, 413, 415, 422, 428]
missing_required_header.expected-statuses = [400, 428]

# Questions share their code: of three, all that the description allows and forbids is sent; of the others that take
# no more than a moment, their examples; of all, random bodies.
[[operations]]
include-tag = "questions"
exclude-operation-id = ["run", "compare", "trace"]
phases.coverage.enabled = false

[[operations]]
include-operation-id = [
  "actuals", "answer", "check", "debt", "discover", "ensemble", "evidence", "explain",
  "goal", "record", "round", "standing", "value", "who",
]
phases.coverage.enabled = false
phases.examples.enabled = false
"""


@pytest.fixture
def address() -> Iterator[str]:
    tree = os.environ.get("HEARTLAND_TREE")
    if tree is None:
        pytest.skip("HEARTLAND_TREE does not name the clone of the project: no server to test")
    node = sorted(Path(tree, "node_modules").glob("node-*/bin/node"))
    words = [str(node[0]) if node else "node", str(Path(tree, "src/cli/services/api/serving-fixture.ts"))]
    server = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert server.stdout is not None
        yield server.stdout.readline().strip()
    finally:
        server.terminate()
        _, faults = server.communicate(timeout=30)
    assert faults == ""


def test_the_http_interface_keeps_to_its_description(address: str, tmp_path: Path) -> None:
    pytest.importorskip("schemathesis", reason="schemathesis is not installed")
    (tmp_path / "schemathesis.toml").write_text(settings)
    words = ["run", f"{address}v1/openapi.json", "--max-examples", "3", "--seed", "1", "--workers", "1", "--no-color"]
    found = subprocess.run(
        [sys.executable, "-m", "schemathesis.cli", *words, "--phases", "examples,coverage,fuzzing"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=600,
    )
    assert found.returncode == 0, found.stdout[-20_000:] + found.stderr[-2000:]


#: Written against the client that is generated: the types say what can be asked and what comes back.
program = """
import sys
from client import Client
from client.api.lists import list_levers
from client.api.questions import run
from client.models.problem import Problem
from client.models.run_response_200_type_0 import RunResponse200Type0
from client.models.run_run import RunRun

address = Client(base_url=sys.argv[1], raise_on_unexpected_status=True)
levers = list_levers.sync(client=address, region="CN-LN")
assert isinstance(levers, list) and "publicInvestment" in [lever["name"] for lever in levers]
found = run.sync(client=address, body=RunRun(region="CN-LN", policy="G", years=[2030, 2035]))
assert isinstance(found, RunResponse200Type0)
assert list(found["outcomes"]["debtToGdp"]["values"]) == ["2030", "2035"]
refused = run.sync(client=address, body=RunRun(region="nowhere"))
assert isinstance(refused, Problem) and refused.status == 422
"""


def test_a_generator_makes_a_client_that_type_checks_and_works(address: str, tmp_path: Path) -> None:
    pytest.importorskip("openapi_python_client", reason="openapi-python-client is not installed")
    # The generator formats what it writes.
    paths = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    (tmp_path / "program.py").write_text(program)

    def run(*words: str) -> None:
        done = subprocess.run(words, cwd=tmp_path, env={**os.environ, "PATH": paths}, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout[-10_000:] + done.stderr[-5000:]

    words = ["generate", "--url", f"{address}v1/openapi.json", "--meta", "none", "--output-path", "client"]
    run("openapi-python-client", *words, "--fail-on-warning")
    # The code of the generator itself is its own business.
    run("mypy", "--strict", "--follow-imports=silent", "program.py")
    run(sys.executable, "program.py", address)

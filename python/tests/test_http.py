"""The HTTP interface as schemathesis finds it: it answers as its own description says, whatever it is sent."""

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
# What fits the description may still ask for a region or a scenario that there is not.
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
  "answer", "check", "debt", "discover", "ensemble", "evidence", "explain", "goal",
  "record", "search", "value", "who",
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

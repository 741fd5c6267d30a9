"""Ensembles on Dask, Ray and MPI: workers die in the middle and come late, and the bytes are those of one thread."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from conftest import bytes_of, chunk, members, options

import heartland as hl

pytestmark = pytest.mark.usefixtures("narrow")


def in_the_middle(parts: Path, disturb: Callable[[], object]) -> threading.Thread:
    """Some chunks are done, some are under way."""

    def wait_for_it() -> None:
        until = time.monotonic() + 120
        while len(list(parts.glob("chunks/*/manifest.json"))) < 2 and time.monotonic() < until:
            time.sleep(0.02)
        disturb()

    thread = threading.Thread(target=wait_for_it, daemon=True)
    thread.start()
    return thread


def children(pid: int) -> list[int]:
    """Of a process, as Linux lists them."""
    return [int(one) for file in Path(f"/proc/{pid}/task").glob("*/children") for one in file.read_text().split()]


def test_on_a_dask_cluster_whose_workers_die_and_come_late(
    liaoning: hl.Region, alone: dict[str, bytes], tmp_path: Path
) -> None:
    distributed = pytest.importorskip("distributed", reason="Dask is not installed")
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        pids = list(client.run(os.getpid).values())

        def disturb() -> None:
            os.kill(pids[0], signal.SIGKILL)
            cluster.scale(3)

        other = in_the_middle(tmp_path / "out.parts", disturb)
        pool = client.get_executor(retries=3)
        liaoning.ensemble(members, tmp_path / "out", "G", executor=pool, chunk=chunk, **options)
        other.join()
        assert pids[0] not in client.run(os.getpid).values()
    assert bytes_of(tmp_path / "out") == alone


def test_on_a_ray_cluster_whose_worker_dies_and_another_comes_late(
    liaoning: hl.Region, alone: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RAY_USAGE_STATS_ENABLED", "0")
    ray = pytest.importorskip("ray", reason="Ray is not installed: it has no wheel for this Python")
    from ray.cluster_utils import Cluster

    from heartland.ray import executor

    cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 1, "include_dashboard": False})
    try:
        ray.init(address=cluster.address, log_to_driver=False, logging_level="ERROR")
        pid = ray.get(ray.remote(lambda: os.getpid()).remote())
        engines: list[int] = []

        def kill() -> None:
            engines.extend(children(pid))
            os.kill(pid, signal.SIGKILL)

        # Ray starts nodes in the main thread only: another one asks.
        with ThreadPoolExecutor(1) as asking:
            other = in_the_middle(tmp_path / "out.parts", kill)
            asked = asking.submit(
                liaoning.ensemble, members, tmp_path / "out", "G", executor=executor(), chunk=chunk, **options
            )
            other.join()
            cluster.add_node(num_cpus=1, wait=False)
            asked.result()
        assert engines and not Path(f"/proc/{pid}").exists()
        cluster.wait_for_nodes()
        assert len(ray.nodes()) == 2
    finally:
        ray.shutdown()
        cluster.shutdown()
    assert bytes_of(tmp_path / "out") == alone


script = """
import json, sys
from mpi4py.futures import MPIPoolExecutor
import heartland as hl

if __name__ == "__main__":
    with MPIPoolExecutor() as pool:
        hl.region("CN-LN").ensemble(out=sys.argv[1], policy="G", executor=pool, **json.loads(sys.argv[2]))
"""


@pytest.fixture
def mpi(tmp_path: Path) -> list[str]:
    """The words that run the script on three processes: one that asks, and two workers."""
    pytest.importorskip("mpi4py", reason="mpi4py is not installed")
    start = Path(sys.executable).parent / "mpiexec"
    if not start.exists():
        pytest.skip("mpiexec is not beside Python: no MPI to test with")
    file = tmp_path / "script.py"
    file.write_text(script)
    asked = json.dumps({"simulations": members, "chunk": chunk, **options})
    words = [str(start), "-n", "3", sys.executable, "-m", "mpi4py.futures", str(file)]
    return [*words, str(tmp_path / "out"), asked]


def test_on_mpi_whose_worker_dies(mpi: list[str], alone: dict[str, bytes], tmp_path: Path) -> None:
    parts = tmp_path / "out.parts"

    def grown(pid: int) -> list[int]:
        return [one for child in children(pid) for one in (child, *grown(child))]

    def kill_a_worker() -> None:
        # Of the processes that run the script the last one started is a worker.
        mine = [
            one
            for one in grown(process.pid)
            if b"mpi4py.futures" in (words := Path(f"/proc/{one}/cmdline").read_bytes()) and b"mpiexec" not in words
        ]
        assert len(mine) >= 3
        os.kill(max(mine), signal.SIGKILL)

    process = subprocess.Popen(mpi, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    in_the_middle(parts, kill_a_worker).join()
    said, _ = process.communicate(timeout=120)
    # MPI ends all processes with the one that died: what was done is kept, and the same call goes on.
    assert process.returncode != 0, said
    before = {file: file.stat().st_mtime_ns for file in parts.glob("chunks/*/manifest.json")}
    assert before and not (tmp_path / "out/manifest.json").exists()
    again = subprocess.run(mpi, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=240)
    assert again.returncode == 0, again.stdout
    assert all(file.stat().st_mtime_ns == when for file, when in before.items())
    assert bytes_of(tmp_path / "out") == alone

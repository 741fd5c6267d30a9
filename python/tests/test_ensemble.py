"""Ensembles on workers: whatever happens to the workers, the bytes of one run on one thread."""

import os
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import heartland as hl
from heartland import _ensemble

#: 6 chunks of 48 members, in two levels of merges.
members, chunk = 288, 48
options: dict[str, Any] = {
    "seed": 5,
    "traces": 3,
    "outcome": ["regionOutput", "regionDebtToGdp"],
    "keep": ["regionOutput@2035"],
}


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


@pytest.fixture(scope="module")
def alone(liaoning: hl.Region, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """On one thread, without any executor."""
    folder = tmp_path_factory.mktemp("alone") / "whole"
    found = liaoning.ensemble(members, folder, "G", threads=1, **options)
    assert found.summary["members"] == members and found.summary["state"] == "complete"
    assert len(found.members) == members and set(found.bands["outcome"]) >= {"regionOutput"}
    return bytes_of(folder)


@pytest.fixture(autouse=True)
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """A tree of several levels from few chunks."""
    monkeypatch.setattr(_ensemble, "width", 3)


class Twice(Executor):
    """Computes every chunk and every merge two times at once, as a cluster does that takes a worker for lost."""

    def __init__(self) -> None:
        self.pool = ThreadPoolExecutor(4)

    def submit(self, task: Callable[..., Any], /, *arguments: Any, **named: Any) -> Future[Any]:
        other = self.pool.submit(task, *arguments, **named)
        first = self.pool.submit(task, *arguments, **named)
        first.add_done_callback(lambda _: other.result())
        return first


def test_in_processes(liaoning: hl.Region, alone: dict[str, bytes], tmp_path: Path) -> None:
    with ProcessPoolExecutor(2) as pool:
        liaoning.ensemble(members, tmp_path / "out", "G", executor=pool, chunk=chunk, **options)
    assert bytes_of(tmp_path / "out") == alone


def test_chunks_computed_twice(liaoning: hl.Region, alone: dict[str, bytes], tmp_path: Path) -> None:
    liaoning.ensemble(members, tmp_path / "out", "G", executor=Twice(), chunk=chunk, **options)
    assert bytes_of(tmp_path / "out") == alone


def test_a_duplicate_chunk_is_refused_by_the_merge(liaoning: hl.Region, tmp_path: Path) -> None:
    job = _ensemble.Job({"region": "CN-LN"}, "CN-LN", {}, ("--members", "96", "--seed", "5", "--traces", "0"))
    store = str(tmp_path / "store")
    parts = [_ensemble.compute(job, store, span) for span in ((0, 64), (32, 96))]
    with pytest.raises(hl.HeartlandError, match="32"):
        _ensemble.merge(job, store, parts, "both")


def test_an_interrupted_ensemble_goes_on_from_its_store(
    liaoning: hl.Region, alone: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    computed: list[tuple[int, int]] = []
    compute = _ensemble.compute

    def failing(job: _ensemble.Job, store: str, span: tuple[int, int]) -> str:
        if span[0] == 192 and len(computed) < 6:
            raise MemoryError("the worker has no memory")
        computed.append(span)
        return compute(job, store, span)

    monkeypatch.setattr(_ensemble, "compute", failing)
    with ThreadPoolExecutor(1) as pool, pytest.raises(MemoryError):
        liaoning.ensemble(members, tmp_path / "out", "G", executor=pool, chunk=chunk, **options)
    monkeypatch.setattr(_ensemble, "compute", compute)
    before = {file: file.stat().st_mtime_ns for file in (tmp_path / "out.parts/chunks").rglob("*.parquet")}
    assert before
    with ThreadPoolExecutor(1) as pool:
        liaoning.ensemble(members, tmp_path / "out", "G", executor=pool, chunk=chunk, **options)
    assert all(file.stat().st_mtime_ns == time for file, time in before.items())
    assert bytes_of(tmp_path / "out") == alone


def test_a_store_that_a_worker_does_not_reach_is_named(liaoning: hl.Region, tmp_path: Path) -> None:
    job = _ensemble.Job({"region": "CN-LN"}, "CN-LN", {}, ())
    with pytest.raises(hl.EngineError, match="name a store that all workers reach"):
        _ensemble.merge(job, str(tmp_path), [str(tmp_path / "chunks/nothing")], "whole")


def test_a_killed_process_ends_in_a_clear_refusal_and_the_next_call_goes_on(
    liaoning: hl.Region, alone: dict[str, bytes], tmp_path: Path
) -> None:
    with ProcessPoolExecutor(2) as pool:
        victims = {pool.submit(os.getpid).result() for _ in range(4)}
        killer = threading.Timer(1.0, lambda: [os.kill(pid, signal.SIGKILL) for pid in victims])
        killer.start()
        with pytest.raises(Exception, match="terminated abruptly"):
            for _ in range(50):
                liaoning.ensemble(members, tmp_path / "out", "G", executor=pool, chunk=chunk, **options)
        killer.join()
    with ProcessPoolExecutor(2) as pool:
        liaoning.ensemble(members, tmp_path / "out", "G", executor=pool, chunk=chunk, **options)
    assert bytes_of(tmp_path / "out") == alone


@pytest.fixture
def s3() -> Iterator[str]:
    """An object store on this machine."""
    server = pytest.importorskip("moto.server", reason="moto is not installed: no object store to test with")
    import pyarrow.fs

    running = server.ThreadedMotoServer(port=0, verbose=False)
    running.start()
    try:
        host, port = running.get_host_and_port()
        for name, value in {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test"}.items():
            os.environ[name] = value
        address = f"{host}:{port}"
        pyarrow.fs.S3FileSystem(endpoint_override=address, scheme="http", allow_bucket_creation=True).create_dir("runs")
        yield f"s3://runs/ensemble?endpoint_override={address}&scheme=http&allow_bucket_creation=true"
    finally:
        running.stop()


def test_in_an_object_store(liaoning: hl.Region, alone: dict[str, bytes], tmp_path: Path, s3: str) -> None:
    with ThreadPoolExecutor(2) as pool:
        liaoning.ensemble(members, tmp_path / "out", "G", executor=pool, store=s3, chunk=chunk, **options)
    assert bytes_of(tmp_path / "out") == alone
    assert not (tmp_path / "out.parts").exists()


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
            # In the middle: some chunks are done, some are under way.
            while len(list((tmp_path / "out.parts").glob("chunks/*/manifest.json"))) < 2:
                time.sleep(0.02)
            os.kill(pids[0], signal.SIGKILL)
            cluster.scale(3)

        other = threading.Thread(target=disturb, daemon=True)
        other.start()
        liaoning.ensemble(
            members, tmp_path / "out", "G", executor=client.get_executor(retries=3), chunk=chunk, **options
        )
        other.join()
        assert pids[0] not in client.run(os.getpid).values()
    assert bytes_of(tmp_path / "out") == alone


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of half a megabyte, where this machine lets the tests mount one."""
    place = tmp_path / "small"
    place.mkdir()
    mount = shutil.which("mount")
    made = (
        mount is not None
        and not subprocess.run(
            [mount, "-t", "tmpfs", "-o", "size=512k", "tmpfs", str(place)], capture_output=True
        ).returncode
    )
    if not made:
        pytest.skip("no file system can be mounted here: a full disk is not tested")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=False)


def test_a_full_disk_is_a_clear_refusal_and_the_next_call_goes_on(
    liaoning: hl.Region, alone: dict[str, bytes], tmp_path: Path, small_disk: Path
) -> None:
    ballast = small_disk / "ballast"
    ballast.write_bytes(bytes(1 << 18))
    store = str(small_disk / "store")
    with ThreadPoolExecutor(2) as pool:
        with pytest.raises(OSError, match=r"No space left|full"):
            liaoning.ensemble(members, tmp_path / "out", "G", executor=pool, chunk=chunk, store=store, **options)
        subprocess.run(["mount", "-o", "remount,size=64m", str(small_disk)], check=True)
        liaoning.ensemble(members, tmp_path / "out", "G", executor=pool, chunk=chunk, store=store, **options)
    assert bytes_of(tmp_path / "out") == alone

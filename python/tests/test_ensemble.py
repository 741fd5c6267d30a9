"""Ensembles on workers: whatever happens to the workers, the bytes of one run on one thread."""

import os
import shutil
import signal
import subprocess
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from conftest import bytes_of, chunk, members, options

import heartland as hl
from heartland import _ensemble

pytestmark = pytest.mark.usefixtures("narrow")


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
    job = _ensemble.Job({"region": "CN-LN"}, "CN-LN", {}, ("--simulations", "96", "--seed", "5", "--traces", "0"))
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


def test_a_flipped_bit_is_noticed_when_a_folder_is_opened(alone: dict[str, bytes], tmp_path: Path) -> None:
    for name, content in alone.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    assert hl.open_ensemble(tmp_path).summary["members"] == members
    for name, content in alone.items():
        for place in (0.1, 0.5, 0.9):
            at = int(place * len(content))
            (tmp_path / name).write_bytes(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])
            with pytest.raises(hl.HeartlandError):
                hl.open_ensemble(tmp_path)
        (tmp_path / name).write_bytes(content)
    hl.open_ensemble(tmp_path)


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
    job = _ensemble.Job({"region": "CN-LN"}, "CN-LN", {}, ())
    nowhere = s3.replace("/runs/", "/nowhere/").replace("&allow_bucket_creation=true", "")
    with pytest.raises(hl.EngineError, match=r"(?s)'nowhere/.*cannot be read or written.*call again"):
        _ensemble._put(tmp_path, *_ensemble._place(nowhere))
    with pytest.raises(hl.EngineError, match="name a store that all workers reach"):
        _ensemble.merge(job, s3, ["runs/ensemble/chunks/nothing"], "whole")
    with ThreadPoolExecutor(2) as pool:
        liaoning.ensemble(members, tmp_path / "out", "G", executor=pool, store=s3, chunk=chunk, **options)
        assert bytes_of(tmp_path / "out") == alone
        assert not (tmp_path / "out.parts").exists()
        # Everything is there: the same call computes nothing.
        again: list[int] = []
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(_ensemble, "_put", lambda *_: again.append(1))
            liaoning.ensemble(members, tmp_path / "again", "G", executor=pool, store=s3, chunk=chunk, **options)
    assert not again and bytes_of(tmp_path / "again") == alone


def test_in_a_store_of_fsspec(liaoning: hl.Region, alone: dict[str, bytes], tmp_path: Path) -> None:
    fsspec = pytest.importorskip("fsspec", reason="fsspec is not installed")
    with ThreadPoolExecutor(2) as pool:
        liaoning.ensemble(members, tmp_path / "out", "G", executor=pool, store="memory://runs", chunk=chunk, **options)
    assert bytes_of(tmp_path / "out") == alone
    assert len(fsspec.filesystem("memory").glob("/runs/chunks/*/manifest.json")) == members // chunk
    with (
        ThreadPoolExecutor(1) as pool,
        pytest.raises(hl.UsageError, match=r"store='nothing://runs'.*give a folder, or an address"),
    ):
        liaoning.ensemble(members, tmp_path / "out", "G", executor=pool, store="nothing://runs", chunk=chunk, **options)


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
        with pytest.raises(hl.EngineError, match=r"(?s)(No space left|full).*has room, then call again"):
            liaoning.ensemble(members, tmp_path / "out", "G", executor=pool, chunk=chunk, store=store, **options)
        subprocess.run(["mount", "-o", "remount,size=64m", str(small_disk)], check=True)
        liaoning.ensemble(members, tmp_path / "out", "G", executor=pool, chunk=chunk, store=store, **options)
    assert bytes_of(tmp_path / "out") == alone

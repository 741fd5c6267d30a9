"""Ensembles on Ray and MPI, and where the disk is full: the bytes of one run on one thread, or a clear refusal."""

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from test_ensemble import alone, bytes_of, chunk, members, options

import heartland as hl

__all__ = ["alone"]


def kill_when_some_are_done(parts: Path, pids: list[int]) -> threading.Thread:
    """In the middle: some chunks are done, some are under way."""

    def disturb() -> None:
        until = time.monotonic() + 120
        while len(list(parts.glob("chunks/*/manifest.json"))) < 2 and time.monotonic() < until:
            time.sleep(0.02)
        for pid in pids:
            os.kill(pid, signal.SIGKILL)

    thread = threading.Thread(target=disturb, daemon=True)
    thread.start()
    return thread


def test_on_a_ray_cluster_whose_worker_dies(liaoning: hl.Region, alone: dict[str, bytes], tmp_path: Path) -> None:
    ray = pytest.importorskip("ray", reason="Ray is not installed: it has no wheel for this Python")
    from heartland.ray import executor

    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, logging_level="ERROR")
    try:
        pids = ray.get([ray.remote(os.getpid).remote() for _ in range(2)])
        other = kill_when_some_are_done(tmp_path / "out.parts", pids[:1])
        liaoning.ensemble(members, tmp_path / "out", "G", executor=executor(), chunk=chunk, **options)
        other.join()
    finally:
        ray.shutdown()
    assert bytes_of(tmp_path / "out") == alone


script = """
import json, sys
from mpi4py.futures import MPIPoolExecutor
import heartland as hl

if __name__ == "__main__":
    out, options = sys.argv[1], json.loads(sys.argv[2])
    with MPIPoolExecutor() as pool:
        hl.region("CN-LN").ensemble(out=out, policy="G", executor=pool, **options)
"""


@pytest.fixture
def mpi(tmp_path: Path) -> list[str]:
    """The words that run the script on three processes: one that asks, and two workers."""
    pytest.importorskip("mpi4py", reason="mpi4py is not installed")
    import json

    start = Path(sys.executable).parent / "mpiexec"
    if not start.exists():
        pytest.skip("mpiexec is not beside Python: no MPI to test with")
    file = tmp_path / "script.py"
    file.write_text(script)
    asked = json.dumps({"members": members, "chunk": chunk, **options})
    words = [str(start), "-n", "3", sys.executable, "-m", "mpi4py.futures", str(file)]
    return [*words, str(tmp_path / "out"), asked]


def test_on_mpi_whose_worker_dies(mpi: list[str], alone: dict[str, bytes], tmp_path: Path) -> None:
    process = subprocess.Popen(mpi, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    parts = tmp_path / "out.parts"
    until = time.monotonic() + 120
    while len(list(parts.glob("chunks/*/manifest.json"))) < 2 and time.monotonic() < until:
        time.sleep(0.02)
    # Of the processes of the script the last one that was started is a worker.
    mine = subprocess.run(["pgrep", "-f", str(tmp_path / "script.py")], capture_output=True, text=True).stdout.split()
    workers = [pid for pid in map(int, mine) if Path(f"/proc/{pid}/comm").read_text().startswith("python")]
    os.kill(max(workers), signal.SIGKILL)
    said, _ = process.communicate(timeout=120)
    # MPI ends all processes with the one that died: what was done is kept, and the same call goes on.
    assert process.returncode != 0, said
    before = {file: file.stat().st_mtime_ns for file in parts.glob("chunks/*/manifest.json")}
    assert before and not (tmp_path / "out/manifest.json").exists()
    subprocess.run(mpi, check=True, timeout=240)
    assert all(file.stat().st_mtime_ns == when for file, when in before.items())
    assert bytes_of(tmp_path / "out") == alone


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of half a megabyte, where this machine lets the tests mount one."""
    place = tmp_path / "small"
    place.mkdir()
    mount = shutil.which("mount")
    made = mount is not None and not subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=512k", "tmpfs", str(place)], capture_output=True
    ).returncode
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
        with pytest.raises(OSError, match="No space left|full"):
            liaoning.ensemble(members, tmp_path / "out", "G", executor=pool, chunk=chunk, store=store, **options)
        subprocess.run(["mount", "-o", "remount,size=64m", str(small_disk)], check=True)
        liaoning.ensemble(members, tmp_path / "out", "G", executor=pool, chunk=chunk, store=store, **options)
    assert bytes_of(tmp_path / "out") == alone

"""What the Python package costs: a call beyond the engine's own time, and members a second on one and two workers.

pip wheel ./python, install it, then: python bench/python.py
"""

import statistics
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import heartland as hl
from heartland import _ensemble


def calls(region: hl.Region, record: list[str] | None, count: int = 200) -> None:
    beyond, own = [], []
    for at in range(count):
        start = time.perf_counter()
        run = region.run({"publicInvestment": 1 + at / count}, record=record)
        taken = 1e3 * (time.perf_counter() - start)
        beyond.append(taken - run.simulation)
        own.append(run.simulation)
    beyond, own = sorted(beyond[count // 4 :]), sorted(own[count // 4 :])
    name = "all outcomes" if record is None else ", ".join(record)
    print(
        f"| {region.id}, {name} | {statistics.median(own):.1f} | {statistics.median(beyond):.2f} | {beyond[0]:.2f} | "
        f"{beyond[int(0.9 * len(beyond))]:.2f} |"
    )


def ensemble(region: hl.Region, members: int, workers: int) -> float:
    with tempfile.TemporaryDirectory() as folder, ProcessPoolExecutor(workers) as pool:
        job = _ensemble.Job(
            {"region": region.id},
            region.id,
            {},
            ("--members", str(members), "--traces", "0"),
        )
        # Engines are started and modules compiled before the clock runs.
        warm = _ensemble.Job(
            {"region": region.id}, region.id, {}, ("--members", "64", "--traces", "0")
        )
        list(
            pool.map(
                _warm, [(warm, f"{folder}/warm-{at}") for at in range(2 * workers)]
            )
        )
        start = time.perf_counter()
        futures = [
            pool.submit(_ensemble.compute, job, f"{folder}/parts", one)
            for one in _ensemble.plan(members, 8192)
        ]
        for future in futures:
            future.result()
        taken = time.perf_counter() - start
        assert len(list(Path(folder).glob("parts/chunks/*/manifest.json"))) == len(
            futures
        )
        return members / taken


def _warm(asked: tuple[_ensemble.Job, str]) -> str:
    return _ensemble.compute(asked[0], asked[1], (0, 64))


if __name__ == "__main__":
    northeast, liaoning = hl.region("northeast"), hl.region("CN-LN")
    if "ensemble" not in sys.argv:
        print(
            "| run | simulation, ms | beyond it: median | least | 90 % |\n|---|---|---|---|---|"
        )
        calls(northeast, ["regionOutput"])
        calls(northeast, None)
        calls(liaoning, None)
    if "calls" not in sys.argv:
        members = 65_536
        one, two = ensemble(liaoning, members, 1), ensemble(liaoning, members, 2)
        print(
            f"CN-LN, {members:,} members: {one:,.0f} a second on 1 worker, {two:,.0f} on 2 ({two / one / 2:.0%} each)"
        )

"""Costs of the Python package beside the engine, and of a worker of a cluster beside its members.

After the wheel is installed (see docs/guide/python.md), on Linux:

  python bench/python.py calls       a call beyond the engine's own time
  python bench/python.py ensemble    members a second and core on 1 and 2 workers, and the cost of a chunk
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

import heartland as hl
from heartland import _ensemble


def beyond(name: str, ask: Callable[[int], float], count: int) -> None:
    """Of many calls: milliseconds of the engine, and of the whole call beyond them."""
    found = []
    for at in range(count):
        start = time.perf_counter()
        own = ask(at)
        found.append((1e3 * (time.perf_counter() - start) - own, own))
    # The first ones warm the engine up.
    extra, own = zip(*found[count // 4 :], strict=True)
    print(f"| {name} | {statistics.median(own):.1f} | {statistics.median(extra):.2f} | {min(extra):.2f} |")


def calls() -> None:
    print("| call | engine, ms | beyond it: median | least |\n|---|---|---|---|")
    for region in (hl.region("northeast"), hl.region("CN-LN")):
        for record in (["regionOutput"], None):

            def run(at: int) -> float:
                return region.run({"publicInvestment": 1 + at / 1000}, record=record).simulation  # noqa: B023

            beyond(f"{region.id}: a run, {'all outcomes' if record is None else 'one outcome'}", run, 200)

        def trace(at: int) -> float:
            return region.trace("regionDebtToGdp", year=2030 + at % 10).milliseconds  # noqa: B023

        beyond(f"{region.id}: a tree of causes", trace, 40)


class Cost(NamedTuple):
    members: int
    #: Seconds of the processor, and of the clock.
    cpu: float
    wall: float
    bytes: int


def processor() -> float:
    """Seconds of this process and of its engine."""
    own = sum(os.times()[:2])
    if hl.engine.pid is None:
        return own
    words = Path(f"/proc/{hl.engine.pid}/stat").read_text().rpartition(")")[2].split()
    return own + (int(words[11]) + int(words[12])) / os.sysconf("SC_CLK_TCK")


def work(seed: int, rounds: int, sizes: tuple[int, ...]) -> list[Cost]:
    """Work of a worker on its chunks, put into the store as on a cluster; the first one warms it up."""
    found = []
    words = ("--simulations", "1e6", "--traces", "0", "--seed", str(seed))
    job = _ensemble.Job({"region": "northeast"}, "northeast", {}, words)
    with tempfile.TemporaryDirectory() as store:
        at = 0
        for members in (256, *(size for _ in range(rounds) for size in sizes)):
            cpu, wall = processor(), time.perf_counter()
            put = Path(_ensemble.compute(job, store, (at, at + members)))
            found.append(
                Cost(
                    members,
                    processor() - cpu,
                    time.perf_counter() - wall,
                    sum(file.stat().st_size for file in put.rglob("*") if file.is_file()),
                )
            )
            at += members
    return found[1:]


def report(workers: int, costs: Iterable[Cost]) -> float:
    by_size: dict[int, list[Cost]] = {}
    for cost in costs:
        by_size.setdefault(cost.members, []).append(cost)
    small, large = min(by_size), max(by_size)

    def least(size: int, what: str) -> float:
        return min(getattr(cost, what) for cost in by_size[size])

    each = (least(large, "cpu") - least(small, "cpu")) / (large - small)
    fixed = max(0.0, least(small, "cpu") - small * each)
    grown = (least(large, "bytes") - least(small, "bytes")) / (large - small)
    print(
        f"| {workers} | {1e3 * each:.3f} | {1 / each:,.0f} | {1e3 * fixed:.0f} | {fixed / each / 0.02:,.0f} | "
        f"{fixed / (fixed + each * _ensemble.part):.1%} | {grown:.0f} | "
        f"{least(large, 'wall') / least(large, 'cpu'):.2f} |"
    )
    return each


def ensemble(rounds: int = 3, sizes: tuple[int, ...] = (512, 4096)) -> None:
    print(
        "| workers | processor ms a member | members a second and core | ms a chunk | members for 2 % | "
        f"at {_ensemble.part} | bytes a member | clock to processor |\n|---|---|---|---|---|---|---|---|"
    )
    with ProcessPoolExecutor(2) as pool:
        one = report(1, pool.submit(work, 1, rounds, sizes).result())
        both = [pool.submit(work, seed, rounds, sizes) for seed in (2, 3)]
        two = report(2, [cost for future in both for cost in future.result()])
    print(f"efficiency of a core, two workers against one: {one / two:.0%}")


if __name__ == "__main__":
    for name in sys.argv[1:] or ["calls", "ensemble"]:
        {"calls": calls, "ensemble": ensemble}[name]()

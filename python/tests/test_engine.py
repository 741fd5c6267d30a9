"""The process behind the package: it may die, be interrupted, be asked by many threads and in forked processes."""

import json
import multiprocessing
import os
import pickle
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

import heartland as hl
from heartland._engine import Engine


def last(region: hl.Region, value: float) -> float:
    return float(region.run({"publicInvestment": value}, record=["regionOutput"])["regionOutput"].iloc[-1])


def test_starts_anew_after_it_was_killed_between_two_questions(liaoning: hl.Region) -> None:
    before = last(liaoning, 1)
    assert hl.engine.pid is not None
    os.kill(hl.engine.pid, signal.SIGKILL)
    os.waitid(os.P_PID, hl.engine.pid, os.WEXITED | os.WNOWAIT)
    assert last(liaoning, 1) == before


def test_says_that_it_was_killed_over_a_question_and_starts_anew(liaoning: hl.Region) -> None:
    before = last(liaoning, 1)
    pid = hl.engine.pid
    assert pid is not None
    # A stopped process can be killed before it answers, however fast it is.
    os.kill(pid, signal.SIGSTOP)
    killer = threading.Timer(0.2, os.kill, (pid, signal.SIGKILL))
    killer.start()
    with pytest.raises(hl.EngineError, match=r"ended by signal 9 before it answered; ask again"):
        last(liaoning, 1)
    killer.join()
    assert last(liaoning, 1) == before
    assert hl.engine.pid != pid


def test_an_interrupted_question_disturbs_no_later_one(liaoning: hl.Region) -> None:
    main = threading.main_thread().ident
    assert main is not None
    pid = hl.engine.pid
    assert pid is not None
    # Python leaves the signal ignored where a shell started it in the background.
    former = signal.signal(signal.SIGINT, signal.default_int_handler)
    os.kill(pid, signal.SIGSTOP)
    threading.Timer(0.2, signal.pthread_kill, (main, signal.SIGINT)).start()
    with pytest.raises(KeyboardInterrupt):
        last(liaoning, 2)
        time.sleep(5)
    signal.signal(signal.SIGINT, former)
    assert last(liaoning, 1) == last(liaoning, 1) != last(liaoning, 2)


def test_threads_ask_one_after_the_other(liaoning: hl.Region) -> None:
    values = [0.5, 1.0, 1.5, 2.0] * 3
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda value: last(liaoning, value), values))
    assert found == [last(liaoning, value) for value in values]


def test_an_answer_is_hardly_longer_than_its_figures(northeast: hl.Region) -> None:
    """All outcomes, some 600 paths: neither labels nor the model are sent again with every run, and a run fits into the
    pipe at once. `bench/python.py calls` measures what a call costs beyond the simulation."""
    answer = hl.engine.ask({"ask": "run", "region": northeast._spec, "choice": {}})
    run = northeast.run()
    (figures,) = answer.tables
    assert figures.nbytes == 8 * len(run.columns) * len(run.times)
    head = len(json.dumps(answer.result))
    assert head < figures.nbytes / 10
    assert head + figures.nbytes < 1 << 19


def _in_child(region: hl.Region) -> tuple[float, int | None]:
    return last(region, 1), hl.engine.pid


def test_a_forked_process_has_an_engine_of_its_own(liaoning: hl.Region) -> None:
    expected, pid = last(liaoning, 1), hl.engine.pid
    with multiprocessing.get_context("fork").Pool(1) as pool:
        found, other = pool.apply(_in_child, (liaoning,))
    assert found == expected and other != pid
    assert last(liaoning, 1) == expected


def test_a_process_forked_while_another_thread_asks_is_not_kept_waiting(liaoning: hl.Region) -> None:
    expected = last(liaoning, 1)
    held, done = threading.Event(), threading.Event()

    def hold() -> None:
        with hl.engine._lock:
            held.set()
            done.wait(60)

    other = threading.Thread(target=hold)
    other.start()
    held.wait()
    try:
        with multiprocessing.get_context("fork").Pool(1) as pool:
            found, _ = pool.apply_async(_in_child, (liaoning,)).get(60)
    finally:
        done.set()
        other.join()
    assert found == expected


def test_a_name_that_javascript_keeps_for_itself_is_no_lever(liaoning: hl.Region) -> None:
    for name in ("__proto__", "constructor", "toString"):
        with pytest.raises(hl.UsageError):
            liaoning.run({name: 1})


def test_errors_and_regions_can_be_sent_to_other_processes(liaoning: hl.Region) -> None:
    with pytest.raises(hl.UsageError) as caught:
        liaoning.run({"publicInvestmen": 1})
    copy = pickle.loads(pickle.dumps(caught.value))
    assert (str(copy), copy.code, copy.fix) == (str(caught.value), caught.value.code, caught.value.fix)
    assert pickle.loads(pickle.dumps(liaoning)).data == liaoning.data


def test_says_what_to_do_where_there_is_no_node(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEARTLAND_NODE", "/nowhere/node")
    with pytest.raises(hl.EngineError, match="set HEARTLAND_NODE"):
        Engine().ask({"ask": "open", "region": {"region": "CN-LN"}})

"""Ensembles on workers: of processes, Dask, Ray, MPI or anything else with the interface of ``concurrent.futures``.

A chunk is a pure function of model, figures, scenario, seed and range of members: whoever computes it, however often,
writes the same bytes. Chunks and what is merged of them lie in a store that all workers reach; a tree of merges on the
workers joins them. The files and their checks are those of ``heartland chunk`` and ``heartland merge``.
"""

import contextlib
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import pyarrow as pa
from pyarrow import fs

from ._engine import Answer, engine
from ._errors import EngineError, UsageError

#: Members of a file of rows: chunks of whole files are joined without being written again.
part = 8192
#: Ensembles of so many members are cut into chunks of `large`: writing the bands of one takes as long as 500 members.
many = 1_000_000
large = 4 * part
#: Results that are merged at once.
width = 8


@dataclass(frozen=True)
class Job:
    """An ensemble, as the command line describes it."""

    spec: Mapping[str, Any]
    region: str
    choice: Mapping[str, Any]
    words: tuple[str, ...]


Range = tuple[int, int]


def _name(ranges: Sequence[Range]) -> str:
    return f"{ranges[0][0]:010d}-{ranges[-1][1]:010d}"


def _place(store: str) -> tuple[fs.FileSystem, str]:
    """The file system and the path in it; a path without a scheme is a folder of this machine.

    Addresses that pyarrow does not know (``az://``, ``sftp://``) are those of fsspec and its packages.
    """
    if "://" not in store:
        return fs.LocalFileSystem(), str(Path(store).absolute())
    try:
        known: tuple[fs.FileSystem, str] = fs.FileSystem.from_uri(store)
        return known
    except pa.ArrowInvalid as problem:
        try:
            from fsspec.core import url_to_fs

            files, path = url_to_fs(store)
        except (ImportError, ValueError) as other:
            raise UsageError(
                f"store='{store}': {problem}; {other}; give a folder, or an address of pyarrow or fsspec "
                "such as s3://bucket/folder",
                "ensemble.store",
            ) from other
        return fs.PyFileSystem(fs.FSSpecHandler(files)), str(path)


def _holds(files: fs.FileSystem, path: str) -> bool:
    """The manifest is written last: where it is, all is."""
    return bool(files.get_file_info(f"{path}/manifest.json").type == fs.FileType.File)


@contextlib.contextmanager
def _reaching(path: str) -> Iterator[None]:
    """Turns an error of the file system into a refusal that names the place and what to do."""
    try:
        yield
    except OSError as problem:
        raise EngineError(
            f"'{path}' cannot be read or written: {problem}; see that every worker reaches the place and that it has "
            "room, then call again: it goes on from what is there",
            "ensemble.store",
        ) from problem


def _put(folder: Path, files: fs.FileSystem, path: str) -> None:
    """Copies a result into the store, its manifest last. Two workers that put the same one write the same bytes."""
    with _reaching(path):
        files.create_dir(f"{path}/members", recursive=True)
        names = sorted(str(one.relative_to(folder).as_posix()) for one in folder.rglob("*") if one.is_file())
        for name in sorted(names, key=lambda name: name == "manifest.json"):
            _copy(fs.LocalFileSystem(), str(folder / name), files, f"{path}/{name}")


def _copy(source: fs.FileSystem, path: str, target: fs.FileSystem, to: str) -> None:
    """A local file is never seen half written; an object store shows only whole ones."""
    aside = f"{to}.{uuid4().hex}.partial" if isinstance(target, fs.LocalFileSystem) else to
    try:
        with source.open_input_stream(path) as reading, target.open_output_stream(aside) as writing:
            while block := reading.read(1 << 22):
                writing.write(block)
        if aside != to:
            target.move(aside, to)
    except OSError:
        # On a full disk the half of a file would only take room.
        with contextlib.suppress(OSError):
            target.delete_file(aside)
        raise


def _get(files: fs.FileSystem, path: str, folder: Path) -> None:
    with _reaching(path):
        there = _holds(files, path)
    if not there:
        raise EngineError(
            f"there is no part of the ensemble in '{path}'; name a store that all workers reach, "
            "such as store='s3://bucket/folder' or a shared folder",
            "ensemble.noPart",
        )
    with _reaching(path):
        for one in files.get_file_info(fs.FileSelector(path, recursive=True)):
            name = one.path.removeprefix(path).lstrip("/")
            if one.type == fs.FileType.File and not name.endswith(".partial"):
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                _copy(files, one.path, fs.LocalFileSystem(), str(folder / name))


def compute(job: Job, store: str, members: Range) -> str:
    """Computes a chunk into the store, unless it is there; its place in the store. Runs on a worker."""
    files, root = _place(store)
    path = f"{root}/chunks/{_name([members])}"
    with _reaching(path):
        if _holds(files, path):
            return path
    with tempfile.TemporaryDirectory(prefix="heartland-") as folder:
        out = Path(folder) / "chunk"
        words = ["chunk", job.region, *job.words, "--from", str(members[0]), "--to", str(members[1])]
        _command(job, [*words, "--threads", "1", "--out", str(out), "--json"], job.choice)
        _put(out, files, path)
    return path


def merge(job: Job, store: str, parts: Sequence[str], to: str) -> str:
    """Joins results of the store to one; its place in the store. Runs on a worker."""
    files, root = _place(store)
    path = f"{root}/merged/{to}"
    if not _holds(files, path):
        with tempfile.TemporaryDirectory(prefix="heartland-") as folder:
            out = Path(folder) / "whole"
            merge_into(job, files, parts, Path(folder), out)
            _put(out, files, path)
    return path


def merge_into(job: Job, files: fs.FileSystem, parts: Sequence[str], folder: Path, out: Path) -> Answer:
    found = []
    for at, part_path in enumerate(parts):
        found.append(str(folder / f"part-{at}"))
        _get(files, part_path, Path(found[-1]))
    return _command(job, ["merge", *found, "--out", str(out), "--json"], None)


def _command(job: Job, words: Sequence[str], choice: Mapping[str, Any] | None) -> Answer:
    given = {} if choice is None else {"choice": choice}
    return engine.ask({"ask": "command", "region": job.spec, "words": list(words), **given})


def plan(members: int, chunk: int) -> list[Range]:
    """Chunks end where files of rows end, as far as their size allows."""
    found: list[Range] = []
    at = 0
    while at < members:
        end = min(at + chunk, members)
        if chunk < part:
            end = min(end, (at // part + 1) * part)
        found.append((at, end))
        at = end
    return found


def on_executor(executor: Executor, job: Job, members: int, out: Path, store: str | None, chunk: int | None) -> Answer:
    """Computes and merges on the workers of an executor, and brings the result into ``out``."""
    size = chunk or (part if members < many else large)
    if size < 1 or (size > part and size % part):
        raise UsageError(f"chunk={size}: give a number up to {part}, or a multiple of it", "ensemble.chunk")
    kept = store or f"{out.absolute()}.parts"
    with tempfile.TemporaryDirectory(prefix="heartland-") as folder:
        level = [(one, executor.submit(compute, job, kept, one)) for one in plan(members, size)]
        try:
            while len(level) > width:
                level = _next_level(executor, job, kept, level)
            paths = [future.result() for _, future in level]
        except BaseException:
            # Finished chunks stay in the store, and the same call goes on from it.
            for _, future in level:
                future.cancel()
            raise
        files, _ = _place(kept)
        return merge_into(job, files, paths, Path(folder), out)


Piece = tuple[Range, "Future[str]"]


def _next_level(executor: Executor, job: Job, store: str, level: Sequence[Piece]) -> list[Piece]:
    """Merges neighbours as soon as all of a group are done."""
    groups = [level[at : at + width] for at in range(0, len(level), width)]
    made: dict[int, Piece] = {}
    waiting = set(range(len(groups)))
    while waiting:
        for at in sorted(waiting):
            group = groups[at]
            if not all(future.done() for _, future in group):
                continue
            span = (group[0][0][0], group[-1][0][1])
            if len(group) == 1:
                made[at] = (span, group[0][1])
            else:
                paths = [future.result() for _, future in group]
                made[at] = (span, executor.submit(merge, job, store, paths, _name([span])))
            waiting.discard(at)
        pending = [future for at in waiting for _, future in groups[at] if not future.done()]
        if pending:
            wait(pending, return_when=FIRST_COMPLETED)
    return [made[at] for at in range(len(groups))]


__all__ = ["Job", "compute", "merge", "on_executor", "plan"]

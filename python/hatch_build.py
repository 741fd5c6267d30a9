"""Bundles the engine and the regions into the package when a wheel is built from the project's tree."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

here = Path(__file__).parent
program = here / "src" / "heartland" / "program"
bundler = here.parent / "src" / "cli" / "bundle.ts"


def version() -> str:
    """The version of the program: of the tree, or of the bundle that an archive of the sources carries."""
    for folder in (here.parent, program):
        if (folder / "package.json").exists():
            return str(json.loads((folder / "package.json").read_text())["version"])
    raise RuntimeError("There is neither the tree of the project nor a bundle: build the wheel in a clone of it.")


def _node() -> str:
    """A Node that runs TypeScript: the one named, the project's own, or the system's."""
    own = sorted((here.parent / "node_modules").glob("node-*/bin/node*"))
    found = os.environ.get("HEARTLAND_NODE") or (str(own[0]) if own else shutil.which("node"))
    if found is None:
        raise RuntimeError("Node is missing: run `npm run setup` in the clone once, or set HEARTLAND_NODE.")
    return found


class Bundle(BuildHookInterface):  # type: ignore[misc]
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if bundler.exists():
            subprocess.run([_node(), str(bundler), str(program)], check=True)
        elif not program.exists():
            raise RuntimeError("The engine is missing: build the wheel in a clone of the project.")

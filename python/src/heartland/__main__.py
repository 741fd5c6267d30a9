"""The command line, on the engine of the package: ``heartland answer northeast``."""

import os
import subprocess
import sys

from ._engine import command, environment
from ._errors import HeartlandError


def main() -> None:
    try:
        words = [*command(), *sys.argv[1:]]
    except HeartlandError as problem:
        sys.exit(f"heartland: {problem}")
    if os.name == "nt":
        sys.exit(subprocess.run(words, env=environment()).returncode)
    os.execve(words[0], words, environment())


if __name__ == "__main__":
    main()

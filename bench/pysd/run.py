"""Runs a Vensim file in PySD. Arguments: the file, how many times to run. Names of variables come as JSON on standard
input; their values at each step, and seconds to read and to run, go as JSON to standard output."""

import json
import sys
import time
import warnings

warnings.simplefilter("ignore")

import pysd  # noqa: E402

path, runs = sys.argv[1], int(sys.argv[2])
names = json.load(sys.stdin)
start = time.perf_counter()
model = pysd.read_vensim(path)
read = time.perf_counter() - start
seconds = []
for _ in range(runs):
    start = time.perf_counter()
    table = model.run(return_columns=names)
    seconds.append(time.perf_counter() - start)
json.dump(
    {
        "version": pysd.__version__,
        "read": read,
        "run": min(seconds),
        "times": [float(time) for time in table.index],
        "series": {name: [float(value) for value in table[name]] for name in table.columns},
    },
    sys.stdout,
)

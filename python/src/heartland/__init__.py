"""Heartland: simulates a regional economy and compares its future under alternative policies.

>>> import heartland as hl
>>> northeast = hl.region("northeast")
>>> northeast.run("G").plot("regionDebtToGdp")
"""

from ._engine import engine
from ._errors import EngineError, HeartlandError, ModelError, UsageError
from ._region import Region, region, regions
from ._results import Asked, Ensemble, Experiments, Fit, Run, open_ensemble
from .sdmx import figures_from_sdmx

__all__ = [
    "Asked",
    "EngineError",
    "Ensemble",
    "Experiments",
    "Fit",
    "HeartlandError",
    "ModelError",
    "Region",
    "Run",
    "UsageError",
    "engine",
    "figures_from_sdmx",
    "open_ensemble",
    "region",
    "regions",
]

"""Ray as an executor: ``northeast.ensemble(…, executor=heartland.ray.executor(), store="s3://bucket/folder")``.

Ray itself has tasks whose results are futures, but no object with the interface of ``concurrent.futures``.
"""

from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any


class _RayExecutor(Executor):
    def __init__(self, ray: Any, options: dict[str, Any]) -> None:
        self._ray = ray
        self._options = options

    def submit(self, task: Callable[..., Any], /, *arguments: Any, **named: Any) -> "Future[Any]":
        return self._ray.remote(task).options(**self._options).remote(*arguments, **named).future()


def executor(**options: Any) -> Executor:
    """Of the cluster that ``ray.init`` has connected to; ``options`` are those of a task of Ray.

    A task takes one processor, and is repeated three times when its worker dies, unless the options say otherwise.
    """
    try:
        import ray
    except ImportError as problem:
        raise ImportError("ray is missing; `pip install heartland[ray]` brings it") from problem
    return _RayExecutor(ray, {"num_cpus": 1, "max_retries": 3, **options})

"""The app's chart with its sliders in a notebook: ``northeast.widget("G")``, shown by Jupyter."""

import json
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ._errors import EngineError, UsageError
from ._results import Run, _needs

if TYPE_CHECKING:
    from ._asking import Number, Policy, Setting
    from ._region import Region

#: The app as one page, packed.
page = Path(__file__).parent / "program" / "app.html.gz"
code = Path(__file__).parent / "widget.js"


def widget(
    region: "Region",
    policy: "Policy" = None,
    *,
    set: "Mapping[str, Setting] | None" = None,
    assume: "Mapping[str, Number] | None" = None,
    chart: str = "debtToGdp",
    language: str = "en",
    height: int = 720,
) -> Any:
    """An ``anywidget.AnyWidget``: the chart of an indicator of ``run.years()`` beside the levers of the app.

    ``.scenario`` is what the levers say now (``.observe(…, "scenario")`` follows them), ``.run()`` the run of it, and
    ``.show(policy, …)`` moves them. The app computes in the browser, with the figures of the engine to the bit.
    """
    anywidget = _needs("anywidget")
    import traitlets

    if {"packs", "paths", "equations"} & region._spec.keys():
        raise UsageError(
            f"the widget shows the regions and the model of the app, and '{region.id}' has files, paths or equations "
            "of its own; open the app and bring it there, or plot its runs",
            "widget.own",
        )
    if not page.exists():
        raise EngineError(
            f"the app is not in '{page.parent}'; install the wheel that `pip wheel ./python` builds", "widget.noApp"
        )

    class Chart(anywidget.AnyWidget):  # type: ignore[misc, name-defined]
        _esm = code
        link = traitlets.Unicode().tag(sync=True)
        scenario = traitlets.Dict().tag(sync=True)
        height = traitlets.Int().tag(sync=True)

        def show(
            self,
            policy: "Policy" = None,
            *,
            set: "Mapping[str, Setting] | None" = None,
            assume: "Mapping[str, Number] | None" = None,
            chart: str = chart,
            language: str = language,
        ) -> None:
            """Moves the levers, or shows another chart."""
            self.link = region.link(policy, set=set, assume=assume, view="widget", chart=chart, language=language)
            self.scenario = {"region": region.id, **_said(region, policy, set, assume)}

        def run(self) -> Run:
            """A run of the engine with the present settings of the levers."""
            with tempfile.TemporaryDirectory(prefix="heartland-") as folder:
                file = Path(folder) / "widget.json"
                file.write_text(json.dumps({"name": "widget", **self.scenario}))
                return region.run(file)

    found = Chart(height=height)
    found.show(policy, set=set, assume=assume)

    def answer(_widget: Any, message: Any, _buffers: Any) -> None:
        if isinstance(message, Mapping) and message.get("heartland") == "page":
            found.send({"heartland": "page"}, buffers=[page.read_bytes()])

    found.on_msg(answer)
    return found


def _said(
    region: "Region",
    policy: "Policy",
    set: "Mapping[str, Setting] | None",
    assume: "Mapping[str, Number] | None",
) -> dict[str, Any]:
    """The settings of the levers before the app has opened."""
    scenario = region.run(policy, set=set, assume=assume, record=["regionOutput"]).scenario
    return {"policy": scenario["policy"], "assumptions": scenario["assumptions"]}

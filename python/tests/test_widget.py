"""The widget in Python: what it asks of the app, what it hears from the levers, and the page that it carries."""

import gzip
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import heartland as hl

anywidget = pytest.importorskip("anywidget", reason="anywidget is not installed: no widget is tested")


def test_levers_go_both_ways(liaoning: hl.Region) -> None:
    chart = liaoning.widget({"publicInvestment": 1.5}, assume={"wageFromSlack": 0.4}, chart="growth")
    assert chart.link.startswith("#/widget?v=1&region=CN-LN") and "publicInvestment" in chart.link
    assert chart.link == liaoning.link(
        {"publicInvestment": 1.5}, assume={"wageFromSlack": 0.4}, view="widget", chart="growth"
    )
    heard: list[Any] = []
    chart.observe(lambda change: heard.append(change["new"]["policy"]), "scenario")
    asked = chart.link
    # Values that the page in the browser writes, as Jupyter brings them.
    paid = {"value": 0.5, "start": 2027, "ramp": 0}
    moved = {
        "publicInvestment": {"value": 2.0, "start": 2027},
        "financedByCentre": paid,
        "financedByBonds": paid,
    }
    chart.set_state({"scenario": {"region": "CN-LN", "policy": moved, "assumptions": {}, "outside": {}}})
    assert heard == [moved] and chart.link == asked
    alone = liaoning.run(moved)["regionOutput"].to_numpy()
    assert chart.run()["regionOutput"].to_numpy().tobytes() == alone.tobytes()
    chart.show("G", chart="unemployment")
    assert chart.link != asked and "unemployment" in chart.link
    whole = liaoning.run("G")["regionOutput"].to_numpy()
    assert np.array_equal(chart.run()["regionOutput"].to_numpy(), whole)
    assert set(chart.get_state(["link", "scenario", "height"])) == {"link", "scenario", "height"}


def test_the_page_is_sent_when_it_is_asked_for(liaoning: hl.Region, monkeypatch: pytest.MonkeyPatch) -> None:
    chart = liaoning.widget()
    sent: list[tuple[Any, Any]] = []
    monkeypatch.setattr(chart, "send", lambda content, buffers: sent.append((content, buffers)))
    chart._handle_custom_msg({"heartland": "page"}, [])
    [(content, [packed])] = sent
    page = gzip.decompress(packed).decode()
    assert content == {"heartland": "page"} and page.startswith("<!doctype html>") and "Content-Security-Policy" in page
    assert "export default" in Path(hl.__file__).with_name("widget.js").read_text()


def test_what_the_widget_cannot_show_is_said(liaoning: hl.Region) -> None:
    with pytest.raises(hl.UsageError, match="did you mean 'growth'"):
        liaoning.widget(chart="grwth")
    with pytest.raises(hl.UsageError, match="did you mean 'publicInvestment'"):
        liaoning.widget({"publicInvestmen": 1})
    with pytest.raises(hl.UsageError, match="has files, paths or equations of its own"):
        liaoning.with_paths({"nationalGrowth": 3}).widget()

"""The notebooks run from top to bottom, and every plot and table in them comes out."""

from pathlib import Path

import pytest

examples = sorted((Path(__file__).parent.parent / "examples").glob("*.ipynb"))


def test_there_is_one_for_each_reader() -> None:
    assert [file.stem for file in examples] == ["finance-bureau", "newspaper", "rating-agency", "student"]


@pytest.mark.parametrize("file", examples, ids=lambda file: file.stem)
@pytest.mark.filterwarnings("ignore")
def test_runs(file: Path) -> None:
    nbclient = pytest.importorskip("nbclient", reason="nbclient is not installed: no notebook is run")
    import nbformat

    book = nbformat.read(file, as_version=4)
    assert all(not cell.get("outputs") for cell in book.cells), "commit notebooks without their outputs"
    nbclient.NotebookClient(book, timeout=120, kernel_name="python3").execute()
    code = [cell for cell in book.cells if cell.cell_type == "code"]
    shown = [output for cell in code for output in cell.outputs]
    assert len(shown) >= len(code) - 1
    assert not any(output.output_type == "error" for output in shown)

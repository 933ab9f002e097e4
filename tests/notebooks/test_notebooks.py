"""The notebooks run from top to bottom, in a copy of their folder, and are kept without outputs."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

nbclient = pytest.importorskip("nbclient", reason="needs the extra kg[notebook]")
nbformat = pytest.importorskip("nbformat", reason="needs the extra kg[notebook]")
pytest.importorskip("ipykernel", reason="needs the extra kg[notebook]")
pytest.importorskip("matplotlib", reason="needs the extra kg[notebook]")

NOTEBOOKS = sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook_runs(path: Path, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(root / "examples", tmp_path / "examples")
    (tmp_path / "notebooks").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path))  # where the notebook puts its ledger
    monkeypatch.setenv("MPLBACKEND", "module://matplotlib_inline.backend_inline")
    notebook = nbformat.read(path, as_version=4)
    client = nbclient.NotebookClient(
        notebook, timeout=240, resources={"metadata": {"path": str(tmp_path / "notebooks")}}, kernel_name="python3"
    )
    client.execute()
    outputs = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    said = "".join(output.get("text", "") for output in outputs)
    assert "Kristjan Tamm met Ingrid Halvorsen in Oslo on 12 March 2019" in said
    assert "15 years (Nordic Wire) or 20 years (Tallinn Courier)" in said
    assert any("image/png" in output.get("data", {}) for output in outputs), "the graph is drawn"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook_is_kept_without_outputs(path: Path) -> None:
    cells = nbformat.read(path, as_version=4).cells
    assert all(not cell.outputs and cell.execution_count is None for cell in cells if cell.cell_type == "code")


def test_there_are_notebooks() -> None:
    assert NOTEBOOKS

"""Executes every notebook of examples/notebooks on a warehouse; each must draw, and with IMAGENOME_PICTURES=folder its pictures are kept."""

import base64
import os
import pathlib
import sys

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellTimeoutError


def pictures_of(notebook):
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if "image/png" in output.get("data", {}):
                yield base64.b64decode(output["data"]["image/png"])


def executed(path, here):
    """The notebook with its outputs. A message between a kernel and its client can be lost, and both wait then: that is tried once more."""
    for is_last in (False, True):
        notebook = nbformat.read(path, as_version=4)
        nbformat.validate(notebook)
        try:
            NotebookClient(notebook, timeout=120, startup_timeout=300, resources={"metadata": {"path": str(here)}}).execute()
            return notebook
        except CellTimeoutError:
            if is_last:
                raise


def main(project, work):
    # The place of the notebooks in a clone, so that the path that they print leads to the warehouse.
    here = pathlib.Path(work, "examples", "notebooks")
    here.mkdir(parents=True, exist_ok=True)
    kept = os.environ.get("IMAGENOME_PICTURES")
    failed = 0
    paths = sorted(pathlib.Path(project, "examples", "notebooks").glob("*.ipynb"))
    assert len(paths) >= 3, paths
    for path in paths:
        try:
            notebook = executed(path, here)
        except Exception as error:
            failed += 1
            print(f"{path.name}: {str(error)[-2000:]}")
            continue
        pictures = list(pictures_of(notebook))
        n_plots = sum("plt.show()" in cell.source for cell in notebook.cells)
        if len(pictures) != n_plots or any(len(picture) < 5000 for picture in pictures):
            failed += 1
            print(f"{path.name}: expected {n_plots} pictures, found {[len(picture) for picture in pictures]} bytes")
        for i, picture in enumerate(pictures if kept else []):
            pathlib.Path(kept, f"{path.stem}_{i}.png").write_bytes(picture)
        print(f"{path.name}: executed, {len(pictures)} pictures", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))

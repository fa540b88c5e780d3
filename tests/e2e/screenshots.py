"""Takes the pictures of GraphiQL for the documentation: `python -m tests.e2e.screenshots docs/images`."""
from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.e2e.browser import Page, browser
from tests.e2e.gateways import fill, open_door
from tests.servers import OneDoor, serving

THEMES = ("light", "dark")

COLOURED = """return [...document.querySelectorAll('.graphiql-query-editor .view-line span span')].some((word) =>
    word.textContent === 'query' && word.className !== 'mtk1')"""
"""Whether the editor has understood what it shows."""


def main(folder: Path) -> None:
    """Write graphiql-light.png and graphiql-dark.png."""
    with tempfile.TemporaryDirectory() as scratch:
        url = f"sqlite:///{scratch}/demo.db"
        fill(url)
        with serving(OneDoor(url, open_door)) as base, browser() as page:
            for theme in THEMES:
                _arrange(page, f"{base}/graphql", theme)
                page.driver.save_screenshot(str(folder / f"graphiql-{theme}.png"))


def _arrange(page: Page, url: str, theme: str) -> None:
    """A channel and who has access; in the dark, the explorer beside it."""
    page.open(url, theme)
    if theme == "light":
        page.go_to_tab("Channel")
    else:
        page.click("button[aria-label='Show GraphiQL Explorer']")
        page.sees(".graphiql-explorer-root", "founder")
    page.run()
    page.sees(".graphiql-response", "Cheshire")
    page.wait(COLOURED)


if __name__ == "__main__":
    main(Path(sys.argv[1]))

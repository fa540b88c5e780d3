"""A headless Chromium that reaches this machine alone, and what was asked of it."""
from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from selenium.webdriver import Chrome
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.support.ui import WebDriverWait

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
    "--window-size=1280,800",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # whatever else is asked for is seen, and fails
)

PATIENCE = 30
"""Seconds; the editor is large and the machine may be busy."""


EXPLORER_NOISE = "arg mismatch between arg and selection"
"""What the explorer plug-in logs for lists of input objects, such as `orderBy`, which it cannot edit; it goes on."""


class BrowserAbsent(Exception):
    """There is no Chromium, or no driver for it."""


class Page:
    """GraphiQL in a browser: what a person sees and does."""

    def __init__(self, driver: Chrome) -> None:
        self.driver = driver

    def open(self, url: str, theme: str = "light") -> None:
        """Go to an address as one whose system is light or dark, and wait for the editor and the schema."""
        self.driver.execute_cdp_cmd(
            "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": theme}]})
        self.driver.get(url)
        self.wait("return document.querySelector('.graphiql-query-editor .view-line span') !== null")

    def tabs(self) -> list[str]:
        """The names of the tabs."""
        names: list[str] = self._js(
            "return [...document.querySelectorAll('.graphiql-tab-button')].map((tab) => tab.textContent)")
        return names

    def go_to_tab(self, name: str) -> None:
        """Open a tab, and wait until GraphiQL has read it: for a moment it still has the operation of the last one."""
        self.click(".graphiql-tab-button", name)
        self.wait("""const {tabs, activeTabIndex} = JSON.parse(localStorage['graphiql:tabState'] ?? '{"tabs": []}');
            return tabs[activeTabIndex]?.operationName === arguments[0]""", name)

    def click(self, selector: str, text: str = "") -> None:
        """Click the first element of a CSS selector that has a text."""
        found = "[...document.querySelectorAll(arguments[0])].find((one) => one.textContent.includes(arguments[1]))"
        self.wait(f"return {found} !== undefined", selector, text)
        self._js(f"{found}.click()", selector, text)

    def write(self, query: str) -> None:
        """Replace the query by another."""
        self._js("""const editor = globalThis.__MONACO.editor.getEditors().find((one) =>
            one.getDomNode().closest('.graphiql-query-editor'));
            editor.setValue(arguments[0])""", query)

    def run(self) -> None:
        """Press the button that runs the query."""
        self.click(".graphiql-execute-button")

    def sees(self, selector: str, *texts: str) -> None:
        """Wait until an element has all these texts; the editor writes blanks as no-break spaces."""
        self.wait("""const element = document.querySelector(arguments[0]);
            return element !== null && arguments[1].every((text) =>
                element.textContent.replaceAll('\\u00a0', ' ').includes(text))""", selector, texts)

    def misses(self, selector: str, text: str) -> None:
        """Wait until an element has a text no more."""
        self.wait("""const element = document.querySelector(arguments[0]);
            return element !== null && !element.textContent.replaceAll('\\u00a0', ' ').includes(arguments[1])""",
                  selector, text)

    def wait(self, script: str, *arguments: Any) -> None:
        """Wait until a script answers true."""
        WebDriverWait(self.driver, PATIENCE, poll_frequency=0.05).until(lambda _: self._js(script, *arguments))

    def complaints(self) -> list[str]:
        """What the browser's console says that is worse than information, refusals by the policy included."""
        entries = [entry for entry in self.driver.get_log("browser") if entry["level"] != "INFO"]
        return [entry["message"] for entry in entries if EXPLORER_NOISE not in entry["message"]]

    def requested(self) -> list[str]:
        """The addresses that were asked for since the last time."""
        messages = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        return [message["params"]["request"]["url"] for message in messages
                if message["method"] == "Network.requestWillBeSent"]

    def _js(self, script: str, *arguments: Any) -> Any:
        return self.driver.execute_script(script, *arguments)


@contextmanager
def browser() -> Iterator[Page]:
    """A browser without a past; raises BrowserAbsent."""
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if chromium is None or driver is None:
        raise BrowserAbsent("chromium or its driver is missing; install Debian's chromium and chromium-driver")
    options = Options()
    options.binary_location = chromium
    for flag in FLAGS:
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    chrome = Chrome(options=options, service=Service(driver))
    try:
        yield Page(chrome)
    finally:
        chrome.quit()

"""Drives a Neo4j Browser in headless Chromium as a person would: connects, drops files on it, types and looks.

Chromium reaches this machine alone: the Browser asks a dozen outside hosts for fonts, tracking and news when it loads.
"""

from __future__ import annotations

import base64
import shutil
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.select import Select
from selenium.webdriver.support.wait import WebDriverWait

SECONDS = 60

_DROP = """
const [target, name, content] = arguments
const bytes = Uint8Array.from(atob(content), (char) => char.charCodeAt(0))
const files = new DataTransfer()
files.items.add(new File([bytes], name))
for (const kind of ['dragenter', 'dragover', 'drop'])
  target.dispatchEvent(new DragEvent(kind, {bubbles: true, cancelable: true, dataTransfer: files}))
"""


def programs() -> tuple[str | None, str | None]:
    """Paths of Chromium and of its driver, None where one is missing."""
    return shutil.which("chromium"), shutil.which("chromedriver")


class Page:
    """The Browser at `address`, connected without a password."""

    def __init__(self, address: str, width: int = 1500, height: int = 1000) -> None:
        chromium, driver = programs()
        options = webdriver.ChromeOptions()
        options.binary_location = chromium or ""
        for switch in (
            "--headless=new",
            "--no-sandbox",  # which root, as on a CI machine, cannot have
            "--disable-dev-shm-usage",
            f"--window-size={width},{height}",
            "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost",
        ):
            options.add_argument(switch)
        self.driver = webdriver.Chrome(options, webdriver.ChromeService(driver))
        self.driver.get(address)

    def find(self, selector: str) -> Any:
        """The first element that fits, as soon as there is one."""
        return self._wait(lambda driver: driver.find_elements(By.CSS_SELECTOR, selector))[0]

    def click(self, selector: str) -> None:
        """Click on the first element that fits, as soon as that is possible."""
        self._wait(lambda driver: self.find(selector).click() or True)

    def connect(self) -> None:
        """Connect to the server that the page came from, where authentication is off."""
        self._wait(
            lambda driver: Select(self.find("[data-testid=authenticationMethod]")).select_by_value("NO_AUTH") or True
        )
        self.click("[data-testid=connect]")
        # Only now does the prompt name the database.
        self._wait(lambda driver: self.find("[data-testid=main]").text.startswith("neo4j$"))

    def drop(self, name: str, content: bytes) -> None:
        """Drop a file on the page."""
        self.driver.execute_script(_DROP, self.find(".filedrop"), name, base64.b64encode(content).decode())

    def open_favorites(self, *folders: str) -> None:
        """Show the drawer of favorites with these folders open."""
        self.click("[data-testid=navigationFavorites]")
        for folder in folders:
            icon = f'[data-testid="expandFolder-{folder}"]'
            self._wait(lambda driver, icon=icon: self.find(icon))
            before = len(self.favorites())
            self.click(icon)
            self._wait(lambda driver, before=before: len(self.favorites()) > before)

    def favorites(self) -> set[str]:
        """Titles in the open folders."""
        return {item.text for item in self.driver.find_elements(By.CSS_SELECTOR, "[data-testid^=scriptTitle-]")}

    def run_favorite(self, title: str) -> Any:
        """Run a favorite by its arrow; returns the frame with its rows or its picture."""
        item = f'//*[@data-testid="savedScriptListItem"][.//*[@data-testid="scriptTitle-{title}"]]'
        arrow = self.driver.find_element(By.XPATH, f'{item}//*[@data-testid="savedScriptsButton-Run"]')
        return self._result(arrow.click)

    def read_favorite(self, title: str) -> str:
        """Click on a favorite's title, and read the editor without its line numbers."""
        self.click(f'[data-testid="scriptTitle-{title}"]')
        shown = self._wait(lambda driver: [line.text for line in self._lines() if title in line.text])
        assert shown
        return "\n".join(line.text.replace("\u00a0", " ") for line in self._lines())

    def run(self, text: str) -> Any:
        """Put `text` into the editor in place of what is there, and run it; returns the frame with the result."""
        self.click("[data-testid=activeEditor] .view-lines")
        area = self.driver.switch_to.active_element
        area.send_keys(Keys.CONTROL, "a")
        self.driver.execute_cdp_cmd("Input.insertText", {"text": text})
        return self._result(lambda: self.click("[data-testid=editor-Run]"))

    def frame(self, command: str) -> Any:
        """The newest frame that shows `command`."""
        return self._wait(lambda driver: next(frame for frame in self._frames() if command in frame.text))

    def contents(self, frame: Any) -> str:
        """What a frame shows below its statement."""
        return frame.find_element(By.CSS_SELECTOR, "[data-testid=frameContents]").text

    def captions(self, frame: Any) -> set[str]:
        """What stands on the nodes and edges of a picture; a caption of several lines is joined by blanks."""
        nodes = frame.find_elements(By.CSS_SELECTOR, "g.node")
        parts = [[text.text for text in node.find_elements(By.TAG_NAME, "text")] for node in nodes]
        edges = frame.find_elements(By.CSS_SELECTOR, "g.relationship text")
        return {" ".join(" ".join(texts).split()) for texts in parts} | {edge.text for edge in edges}

    def colours(self, frame: Any) -> set[str]:
        """Of the nodes of a picture, as #rrggbb in small letters."""
        circles = frame.find_elements(By.CSS_SELECTOR, "g.node circle.b-outline")
        return {circle.get_attribute("fill").lower() for circle in circles}

    def _result(self, start: Any) -> Any:
        """The newest frame, once `start` has made it and it has rows or a picture."""
        before = {frame.id for frame in self._frames()}
        start()
        done = ("Started streaming", "Displaying", "no records", "ERROR")
        return self._wait(
            lambda driver: next(
                frame
                for frame in self._frames()
                if frame.id not in before and any(words in frame.text for words in done)
            )
        )

    def _frames(self) -> list[Any]:
        return self.driver.find_elements(By.CSS_SELECTOR, "[data-testid=frame]")

    def _lines(self) -> list[Any]:
        lines = self.driver.find_elements(By.CSS_SELECTOR, "[data-testid=activeEditor] .view-line")
        return sorted(lines, key=lambda line: line.location["y"])

    def shot(self, file: Path) -> None:
        self.driver.save_screenshot(str(file))

    def close(self) -> None:
        self.driver.quit()

    def _wait(self, condition: Any) -> Any:
        return WebDriverWait(self.driver, SECONDS, ignored_exceptions=[WebDriverException, StopIteration]).until(
            condition
        )

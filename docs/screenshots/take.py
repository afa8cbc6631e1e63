"""`make screenshots`: the pictures in this folder, taken from the real app with a real browser.

Each page is taken wide and phone-sized, in light and dark.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.e2e.browser import CHROMIUM, FLAGS
from tests.e2e.candidate import Candidate
from tests.e2e.server import Server

FOLDER = Path(__file__).parent
SIZES = {"wide": (1280, 900), "phone": (390, 844)}
SCHEMES = ("light", "dark")
IN_THE_MIDDLE = 3
# What the person of the sample CV might say, from the introduction to the motivation.
ANSWERS = (FOLDER / "answers.txt").read_text(encoding="utf-8").splitlines()


def main() -> None:
    with tempfile.TemporaryDirectory() as data, sync_playwright() as playwright:
        server = Server(Path(data)).start()
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for scheme in SCHEMES:
            for size in SIZES:
                _take_all(browser, server, scheme, size)
        browser.close()
        server.stop()


def _take_all(browser: Browser, server: Server, scheme: str, size: str) -> None:
    width, height = SIZES[size]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=scheme,  # type: ignore[arg-type]  # one of SCHEMES
    )
    page = context.new_page()

    def take(name: str) -> None:
        _settle(page)
        page.screenshot(path=FOLDER / f"{name}-{size}-{scheme}.png")

    _walk(Candidate(page, server.url), take)
    context.close()


def _walk(candidate: Candidate, take: Callable[[str], None]) -> None:
    candidate.opens()
    expect(candidate.button("Try it with a sample CV")).to_be_visible()
    take("welcome")
    candidate.button("Start a new interview").click()
    expect(candidate.page.get_by_label("Job title")).to_be_visible()
    take("setup")
    candidate.opens()
    candidate.button("Try it with a sample CV").click()
    expect(candidate.button("Start interview")).to_be_enabled()
    take("upload")
    candidate.starts()
    for number, answer in enumerate(ANSWERS, start=1):
        candidate.sees_question(number, of=len(ANSWERS))
        if number == IN_THE_MIDDLE:
            take("interview")
        candidate.answers(answer)
    candidate.reads_feedback()
    take("feedback")
    candidate.opens("/dashboard")
    expect(candidate.page.get_by_role("link", name="See feedback").first).to_be_visible()
    take("dashboard")


def _settle(page: Page) -> None:
    """Until nothing moves: the run is over and the pictures are drawn."""
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
    page.wait_for_timeout(700)


if __name__ == "__main__":
    main()

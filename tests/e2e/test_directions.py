"""Words from right to left, in the browser: where each line begins."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from core.models import Format
from tests.builders import answer, job, question
from tests.e2e.candidate import Candidate
from tests.e2e.shelf import Shelf

ARABIC = "كيف خفضت عدد الأخطاء في القسم، وما الدور الذي قمت به بنفسك؟"
HEBREW = "הובלתי צוות של 12 אחיות ב-Northfield, ואז ירדו הטעויות מ-4 ל-0."
ENGLISH = "The handover then took 15 minutes."
LAST = "عملت مع Excel 2019 في قسم كبير."
MIXED = f"{HEBREW}\n{ENGLISH}\n{LAST}"
# For each line on the screen: how far its words are from the left and the right edge.
EDGES = """element => {
    const own = element.getBoundingClientRect()
    const range = document.createRange()
    range.selectNodeContents(element)
    const lines = new Map()
    for (const box of range.getClientRects()) {
        if (box.width < 1) continue
        const place = Math.round(box.top / 8)
        const [left, right] = lines.get(place) ?? [Infinity, Infinity]
        const edges = [box.left - own.left, own.right - box.right]
        lines.set(place, [Math.min(left, edges[0]), Math.min(right, edges[1])])
    }
    return [...lines.entries()].sort(([a], [b]) => a - b).map(([, both]) => both)
}"""


def talked(shelf: Shelf) -> str:
    """The id of an Arabic interview whose second question is open."""
    return shelf.begun(
        (question(1, ARABIC), answer(1, MIXED), question(2, ENGLISH)),
        job=job(title="ممرضة", company="Northfield", description="x"),
        format=Format(question_count=3, language="ar"),
    )


def edges(page: Page, place: int) -> list[list[float]]:
    """Of each line of the bubble at this place, the distance from the left and the right edge."""
    words = page.get_by_test_id("stChatMessage").nth(place).locator("p").first
    expect(words).to_have_css("unicode-bidi", "plaintext")
    return list(words.evaluate(EDGES))


def test_each_line_runs_its_own_way(page, built_in, shelf):
    page.goto(f"{built_in.url}/interview?session={talked(shelf)}")

    [asked] = edges(page, 0)
    hebrew, english, arabic = edges(page, 1)
    [after] = edges(page, 2)

    for left, right in (asked, hebrew, arabic):
        assert right < 1 < left
    for left, right in (english, after):
        assert left < 1 < right


def test_on_a_phone_too_and_nothing_leaves_the_screen(page, built_in, shelf):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{built_in.url}/interview?session={talked(shelf)}")

    *_, (left, right) = edges(page, 1)

    assert right < 1 < left
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0


def test_what_is_typed_runs_its_own_way_and_is_stored_as_it_is(page, built_in, shelf):
    session_id = talked(shelf)
    page.goto(f"{built_in.url}/interview?session={session_id}")
    typing = page.get_by_test_id("stChatInput").locator("textarea").first

    typing.fill(MIXED)
    expect(typing).to_have_css("unicode-bidi", "plaintext")
    typing.press("Enter")
    Candidate(page, built_in.url).sees_question(3)

    assert shelf.answers(session_id) == [MIXED, MIXED]
    words = page.get_by_test_id("stChatMessage").nth(3).locator("p").first
    assert [line.strip() for line in words.inner_text().splitlines()] == MIXED.splitlines()


def test_the_rules_take_no_room_on_the_page(page, built_in):
    page.goto(built_in.url)
    rules = page.locator(".st-key-direction")

    expect(rules).to_have_css("position", "absolute")

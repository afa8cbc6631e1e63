"""A candidate in front of the app: what a person does, by the labels that a person reads."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

ANSWERS = [
    (
        "I have been a nurse for six years, mostly on a surgical ward with twelve beds, and I led "
        "the night team. Medication safety became my subject there."
    ),
    (
        "In March our ward had four near misses with insulin in one month. I was asked to find out "
        "why. I checked every chart with the pharmacist, saw that two pens looked alike, and I "
        "moved one to another drawer and trained the team. In three months the near misses fell "
        "from four to none."
    ),
    (
        "A doctor and I disagreed about a discharge. I asked for ten minutes, listed what I saw, "
        "and we agreed to wait a day. The patient had a fever that night, so the wait was right."
    ),
]
ADVERT = (
    "Northfield Hospital looks for a charge nurse.\n"
    "You must have experience with medication safety and patient handover.\n"
    "You lead a team of eight and work closely with doctors.\n"
    "Nice to have: experience with electronic patient records."
)

IDLE = "[data-testid=stApp][data-test-script-state=notRunning]"


class Candidate:
    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url

    def opens(self, path: str = "/") -> Candidate:
        self.page.goto(f"{self.url}{path}")
        return self

    def goes_on(self, session_id: str, page: str = "interview") -> Candidate:
        """Open an interview that is under way."""
        return self.opens(f"/{page}?session={session_id}")

    def sets_up(self, title: str = "Charge nurse", questions: int = 3) -> Candidate:
        self.opens()
        self.button("Start a new interview").click()
        self.page.get_by_label("Job title").fill(title)
        self.page.get_by_label("Company name").fill("Northfield Hospital")
        number = self.page.get_by_label("Number of questions")
        number.fill(str(questions))
        number.press("Tab")
        self.button("Continue").click()
        return self

    def brings(self, cv: bytes, name: str, advert: str = ADVERT) -> Candidate:
        upload = self.page.locator("input[type=file]")
        upload.wait_for(state="attached")
        upload.set_input_files({"name": name, "mimeType": "", "buffer": cv})
        expect(self.page.get_by_role("textbox", name="Text taken from your CV")).not_to_have_value(
            ""
        )
        description = self.page.get_by_role("textbox", name="Job description")
        description.fill(advert)
        description.press("Control+Enter")
        return self

    def starts(self) -> Candidate:
        button = self.button("Start interview")
        expect(button).to_be_enabled()
        button.click()
        return self

    def sees_question(self, number: int, of: int = 3) -> Candidate:
        """The question is there in full, and it can be answered.

        Its number comes before its words do, while the field is still that of the last question.
        """
        expect(self.page.get_by_text(f"Question {number} of {of}", exact=True)).to_be_visible()
        expect(self.page.locator(IDLE)).to_be_attached()
        expect(self.composer).to_be_enabled()
        return self

    def answers(self, text: str) -> Candidate:
        self.composer.fill(text)
        self.composer.press("Enter")
        return self

    def answers_all(self, count: int = 3) -> Candidate:
        for number in range(1, count + 1):
            self.sees_question(number, of=count)
            self.answers(ANSWERS[(number - 1) % len(ANSWERS)])
        expect(self.page.get_by_text("Your interview is complete.")).to_be_visible()
        return self

    def reads_feedback(self) -> Candidate:
        self.page.get_by_role("link", name="See feedback").click()
        expect(self.page.get_by_text("Overall score", exact=True)).to_be_visible()
        return self

    def reloads(self) -> Candidate:
        self.page.reload()
        return self

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    @property
    def composer(self) -> Locator:
        return self.page.get_by_placeholder("Type your answer")

    @property
    def bubbles(self) -> Locator:
        return self.page.get_by_test_id("stChatMessage")

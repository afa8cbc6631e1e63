"""The journey led by a model, and what happens when the model goes away."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.e2e.candidate import ADVERT, ANSWERS, Candidate
from tests.e2e.conftest import KEY
from tests.e2e.server import Server, free_port
from tests.fakes.gemini_server import ScriptedGemini
from tests.fakes.gemini_server import says as gemini_says
from tests.fakes.interviewer import fences_in, prompt_of
from tests.fakes.replies import refuses
from tests.files import cv_pdf


def test_a_scripted_model_leads_the_whole_journey(page, led):
    candidate = Candidate(page, led.server.url).opens()
    expect(page.get_by_text("OpenRouter").first).to_be_visible()
    candidate.sets_up().brings(cv_pdf(), "cv.pdf").starts()

    candidate.answers_all()
    expect(page.get_by_text("Worded by OpenRouter").first).to_be_visible()
    candidate.reads_feedback()

    fences = fences_in(prompt_of(led.model.requests[1].body))
    assert fences["job-description", 0] == ADVERT
    assert ANSWERS[0] in "".join(fences.values())
    assert len(led.model.requests) == 4
    assert KEY not in led.server.log.read_text()


def test_when_models_go_away_the_next_one_goes_on_and_at_last_the_built_in_interviewer(
    page, make_server, own_shelf
):
    with ScriptedGemini(gemini_says("What brought you to nursing?")) as gemini:
        server: Server = make_server(
            OPENROUTER_BASE_URL=f"http://127.0.0.1:{free_port()}/v1",
            OPENROUTER_API_KEY=KEY,
            GEMINI_BASE_URL=gemini.url,
            GEMINI_API_KEY="AIza-a-made-up-key",
            AI_BACKOFF_SECONDS="0",
        )
        candidate = Candidate(page, server.url).goes_on(own_shelf.begun(()))

        candidate.sees_question(1)
        expect(page.get_by_text("OpenRouter could not be reached").first).to_be_visible()
        expect(page.get_by_text("Worded by Gemini").first).to_be_visible()
        gemini.then(*(refuses(503, {"error": {"message": "down"}}) for _ in range(20)))

        candidate.answers_all().reads_feedback()

    expect(page.get_by_text("practice estimate").first).to_be_visible()
    expect(page.get_by_test_id("stException")).to_have_count(0)

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from core.ai.types import Purpose
from core.interview.assessment import assess
from core.models import Assessment, Kind
from tests.builders import answer, question
from tests.core.ai.interviews import ANSWERED
from tests.fakes.gemini_server import ScriptedGemini
from tests.fakes.gemini_server import says as gemini_says
from tests.fakes.openai_server import ScriptedOpenAI, says
from tests.fakes.replies import refuses

FINISHED = replace(ANSWERED, finished_early=ANSWERED.created_at)


def judgement(**changes: object) -> str:
    """A judgement of the one answer, as JSON."""
    point = {"text": "You looked for the cause.", "quote": "I checked every chart myself"}
    levels = {"relevance": 4, "evidence": 4, "structure": 4, "clarity": 4, "competency": 4}
    given = {"number": 1, **levels, "strengths": [point], **changes}
    return json.dumps({"answers": [given], "strengths": [{**point, "number": 1}]})


def built_in(assessment: Assessment) -> bool:
    return replace(assessment, notice="") == replace(assess(FINISHED), notice="")


def test_feedback_without_a_model_is_the_built_in_assessment(client_of, attempts):
    assessment = client_of().generate_feedback(FINISHED, attempts.append)

    assert assessment == assess(FINISHED)
    assert attempts == []


def test_feedback_on_nothing_asks_no_model(client_of, attempts):
    silent = replace(FINISHED, messages=(question(1), answer(1, " ", kind=Kind.SKIP)))
    server = ScriptedOpenAI()

    assessment = client_of(server).generate_feedback(silent, attempts.append)

    assert assessment == assess(silent)
    assert server.requests == []


def test_when_no_model_can_judge_the_built_in_assessor_does_and_says_so(client_of, attempts):
    client = client_of(ScriptedOpenAI(refuses(401)), ScriptedGemini(refuses(503)))

    assessment = client.generate_feedback(FINISHED, attempts.append)

    assert built_in(assessment)
    assert assessment.provider == ""
    assert assessment.notice.startswith(
        "OpenRouter did not accept its key and Gemini had a fault of its own, "
        "so the built-in assessor judged this interview."
    )
    assert "practice estimate" in assessment.notice.lower()


def test_a_judgement_is_taken_with_its_quotes(client_of, attempts):
    server = ScriptedOpenAI(says(judgement()))

    assessment = client_of(server).generate_feedback(FINISHED, attempts.append)

    [review] = assessment.answers
    assert assessment.provider == "OpenRouter"
    assert assessment.model == "served-model"
    assert assessment.prompt_hash
    assert assessment.notice == ""
    assert [point.quote for point in review.strengths] == ["I checked every chart myself"]
    assert attempts[0].purpose is Purpose.FEEDBACK
    assert server.request.body["response_format"]["type"] == "json_schema"


def test_a_quote_that_was_never_said_is_dropped(client_of, attempts):
    invented = {"text": "You led.", "quote": "I led forty people"}
    server = ScriptedOpenAI(says(judgement(strengths=[invented])))

    assessment = client_of(server).generate_feedback(FINISHED, attempts.append)

    assert assessment.answers[0].strengths == ()
    assert "not found" in assessment.notice


@pytest.mark.parametrize(
    ("reply", "fault"),
    [
        ("I would give it a 7.", "there is no JSON object in it"),
        (judgement(relevance=9), "answers.0.relevance: Input should be less than or equal to 5"),
        (judgement(number=4), "none of the numbers 1 is judged"),
        ('{"answers": []}', "none of the numbers 1 is judged"),
    ],
)
def test_an_unusable_judgement_is_asked_for_once_more(client_of, attempts, reply, fault):
    server = ScriptedOpenAI(says(reply), says(f"```json\n{judgement()}\n```"))

    assessment = client_of(server).generate_feedback(FINISHED, attempts.append)

    first, second = (one.body["messages"] for one in server.requests)
    assert assessment.provider == "OpenRouter"
    assert first[0] == second[0]
    assert [message["role"] for message in second] == ["system", "user"]
    added = second[1]["content"].removeprefix(first[1]["content"])
    assert fault in added
    assert reply not in added, "what the model said is not given back to it"


def test_after_a_useless_repair_the_next_provider_judges(client_of, attempts):
    openrouter = ScriptedOpenAI(says("No."), says("Still no."))
    client = client_of(openrouter, ScriptedGemini(gemini_says(judgement())))

    assessment = client.generate_feedback(FINISHED, attempts.append)

    assert assessment.provider == "Gemini"
    assert assessment.notice == (
        "OpenRouter gave an answer that cannot be used, so Gemini wrote this feedback."
    )
    assert len(openrouter.requests) == 2


def test_the_model_is_given_the_rubric_the_schema_and_what_to_judge(client_of, attempts):
    server = ScriptedOpenAI(says(judgement()))

    client_of(server).generate_feedback(FINISHED, attempts.append)

    system = server.request.body["messages"][0]["content"]
    assert "number 1;" in system
    assert "Relevance: Does the answer deal with what was asked?" in system
    assert '"relevance"' in system

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pydantic import SecretStr
from streamlit.testing.v1 import AppTest

from core.bootstrap import App, build_app
from tests.fakes.openai_server import ScriptedOpenAI, plays_along, says
from tests.fakes.replies import Reply, refuses
from tests.fakes.server import Received
from tests.pages.screen import button, buttons, shown

WELCOME = "streamlit_app.py"
KEY = "made-up-0123456789-wxyz"
LEADS = "**Your interviewer:** OpenAI · gpt-6-luna, with your key"
BUILT_IN = "**Your interviewer:** Built-in interviewer, no key needed"


def along(received: Received) -> Reply:
    is_test = "one word" in str(received.body)
    return says("ready") if is_test else plays_along(received)


@pytest.fixture
def server() -> Iterator[ScriptedOpenAI]:
    with ScriptedOpenAI(otherwise=along) as server:
        yield server


@pytest.fixture
def open_welcome(open_page, settings, server) -> Iterator[Callable[..., AppTest]]:
    """The first page of an installation whose OpenAI is the server."""
    apps: list[App] = []

    def open_welcome(**changes: object) -> AppTest:
        app = build_app(settings.model_copy(update={"openai_base_url": server.url, **changes}))
        app.visitors.local()
        apps.append(app)
        page: AppTest = open_page(WELCOME, of=app)
        return page

    yield open_welcome
    for app in apps:
        app.close()


def type_in(page: AppTest, key: str, model: str = "", provider: str = "openai") -> AppTest:
    page.radio(key="own_key_provider").set_value(provider)
    page.text_input(key="own_key").set_value(key)
    page.text_input(key="own_key_model").set_value(model)
    return button(page, "Use this key").click().run()


@pytest.mark.parametrize(
    ("key", "model", "told"),
    [
        ("", "", "Please paste a key."),
        ("changeme", "", "This cannot be used: the key is a placeholder. Please copy it"),
        ("sk-or-v1-0123456789", "", "This looks like a key of OpenRouter."),
        (KEY, "two words", "The name of a model has no spaces"),
    ],
)
def test_what_cannot_be_used_is_told_and_nobody_new_leads(open_welcome, key, model, told):
    page = type_in(open_welcome(), key, model)

    assert page.error[0].value.startswith(told)
    assert BUILT_IN in shown(page)
    assert "Forget my keys" not in buttons(page)


def test_a_typed_key_leads_and_its_input_is_empty_again(open_welcome):
    page = type_in(open_welcome(), KEY, "typed-model")

    assert not page.error
    assert "**Your interviewer:** OpenAI · typed-model, with your key" in shown(page)
    assert "key ends in wxyz, typed for this visit" in shown(page)
    assert page.text_input(key="own_key").value == ""
    assert page.text_input(key="own_key_model").value == ""


def test_a_fault_is_gone_when_a_key_was_taken(open_welcome):
    page = type_in(type_in(open_welcome(), ""), KEY)

    assert not page.error
    assert LEADS in shown(page)


def test_a_forgotten_key_leads_no_more(open_welcome):
    page = type_in(open_welcome(), KEY)

    button(page, "Forget my keys").click().run()

    assert BUILT_IN in shown(page)
    assert "with your key" not in shown(page)
    assert "Forget my keys" not in buttons(page)


def test_a_typed_key_goes_before_the_configured_one(open_welcome):
    page = type_in(open_welcome(gemini_api_key=SecretStr("configured-0123")), KEY)

    assert LEADS in shown(page)
    stand_ins = "Gemini · gemini-3.5-flash-lite, then the built-in interviewer"
    assert f"If it cannot answer: {stand_ins}." in shown(page)


def test_another_visitor_has_no_part_in_it(open_welcome, open_page):
    type_in(open_welcome(), KEY)

    another = open_welcome()

    assert BUILT_IN in shown(another)


def test_the_interview_page_says_whose_key_asks_next(open_welcome, server):
    page = type_in(open_welcome(), KEY)

    button(page, "Try it with a sample CV").click().run()
    button(page, "Start interview").click().run()

    assert page.title[0].value == "Interview"
    assert "Next question: OpenAI · gpt-6-luna, with your key" in shown(page)
    assert "Worded by OpenAI · served-model" in shown(page)
    assert server.request.headers["authorization"] == f"Bearer {KEY}"


def test_a_test_of_the_connection_tells_that_it_works(open_welcome):
    page = type_in(open_welcome(), KEY)

    button(page, "Test connection").click().run()

    assert page.success[0].value.startswith("Works: answered by served-model in")
    assert page.success[0].value.endswith("18 tokens.")


def test_a_test_of_the_connection_tells_what_is_wrong_and_what_to_do(open_welcome, server):
    page = type_in(open_welcome(), KEY)
    server.then(refuses(401, {"error": {"message": f"{KEY} is wrong"}}))

    button(page, "Test connection").click().run()

    assert page.warning[0].value == (
        "OpenAI did not accept its key. Check the key, or type another one."
    )
    assert "Not asked until the key changes" in shown(page)
    assert BUILT_IN in shown(page)


def test_who_rests_leaves_the_lead_to_the_next(open_welcome, server):
    page = type_in(open_welcome(), KEY)
    server.then(refuses(429, retry_after="40"))

    button(page, "Test connection").click().run()

    assert "**Your interviewer:** Built-in interviewer" in shown(page)
    assert "Resting for 40 s: OpenAI is too busy just now" in shown(page)


def test_how_a_test_went_is_gone_with_the_next_click(open_welcome):
    page = type_in(open_welcome(), KEY)
    button(page, "Test connection").click().run()

    page.run()

    assert not [told for told in page.success if told.value.startswith("Works")]


def test_without_a_model_there_is_no_connection_to_test(open_welcome):
    assert "Test connection" not in buttons(open_welcome())


def test_the_page_says_where_a_key_goes(open_welcome):
    words = " ".join(shown(open_welcome()).split())

    assert (
        "Your key goes to the server that runs this page, and from there to its provider" in words
    )
    assert "written down nowhere" in words

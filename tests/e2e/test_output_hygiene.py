"""Words of others stay words: nothing in them becomes markup, and no request leaves the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import accumulate
from threading import Thread

import pytest
from playwright.sync_api import Locator, Page, expect

from core.models import (
    Assessment,
    Competency,
    Feedback,
    Plan,
    PlannedQuestion,
)
from core.repositories.feedback import FeedbackRepository
from tests import assessments
from tests.builders import NOW, OWNER, answer, job, question
from tests.e2e.candidate import IDLE, Candidate
from tests.e2e.shelf import Shelf
from tests.fakes import gemini_server
from tests.fakes.gemini_server import ScriptedGemini
from tests.fakes.openai_server import ScriptedOpenAI, delta, sends
from tests.fakes.replies import Ending, Frame, Hold, refuses

PROBES = """\
(50$/h) and (60$/h), $5M (vs $6M last year) and k$; $a and b$; {$a} {$a}$ \\$x\\$ $$x^2$$
$$
x
$$
:red[x] \\:red[x] :rocket: :+1: \\:rocket: `:rocket:` :red-badge[x] :help :help[x] :small[x] a:b:c
:material/home: `:material/home:` :material_home: :streamlit: `:streamlit:` 1:100: 10:30:15 ::leaf
a -> b <- c <-> d -- e >= 5 <= 6 ~= 7 --> 8
->
:::note
x
:::
![p](SINK/1.png) ![p][r] [![p](SINK/2.png)](SINK/3) ![](<SINK/4.png>) !\\[p](SINK/5.png)
[r]: SINK/6.png
[a](SINK/7) [a][r] [a](javascript:alert(1)) [a](data:text/html,x) <SINK/8> SINK/9 (SINK/10).
www.evil.example <me@evil.example> me@evil.example mailto:me@evil.example note[^1]

[^1]: SINK/11
<script>fetch('SINK/12')</script> <img src=SINK/13 onerror="fetch('SINK/14')"> <!-- hidden -->
<iframe src=SINK/15></iframe> <style>*{display:none}</style> <svg onload=fetch('SINK/16')>
<link rel=stylesheet href=SINK/17> <b>b</b> a<br>b &lt;i&gt; &#58;rocket&#58; &colon;rocket&colon;
# Heading
Heading
===
Heading
---
* item
1. item
> quote
| a | b |
|---|---|
| c | d |
a
:-
- [ ] task
```mermaid
graph TD; A-->B
```
~~~
    code `code` **b** _i_ ~~s~~ \\*literal\\* ends with \\
a\u202eb\u2066c \ufeff# d \u200b# e tag\U000e0041\U000e0042 f\u2028# g\u0085# h\x0c# i
and these are the last words"""
LONG = f"{'x' * 3_000} {':' * 300}"
HIDDEN = re.compile("[\u202e\u2066\ufeff\U000e0000-\U000e007f]")
MARKUP = (
    "img, iframe, script, style, svg, a, code, pre, h1, h2, h3, hr, input, .katex, "
    "[style*=color], [style*=background]"
)
OLD = "Tell me of a time when you had to let somebody"
NEW = "What brought you to nursing?"
WATCH = """() => {
    window.pictures = []
    const look = () => {
        const bubble = [...document.querySelectorAll('[data-testid=stChatMessage]')].at(-1)
        const picture = bubble ? bubble.innerText : ''
        if (window.pictures.at(-1) !== picture) window.pictures.push(picture)
    }
    look()
    const all = { childList: true, subtree: true, characterData: true }
    new MutationObserver(look).observe(document.body, all)
}"""


class Visit(BaseHTTPRequestHandler):
    server: Sink

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        self.send_response(204)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the server knows."""


class Sink(ThreadingHTTPServer):
    """A server somewhere else. What is asked of it was asked by the page."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Visit)
        self.asked: list[str] = []
        self.url = f"http://127.0.0.1:{self.server_port}"


@pytest.fixture
def sink(page: Page) -> Iterator[Sink]:
    """Nothing may be asked of it but what the test asks at last, to see that it listens."""
    with Sink() as sink:
        Thread(target=sink.serve_forever, args=(0.01,), daemon=True).start()
        yield sink
        page.evaluate("url => fetch(url, { mode: 'no-cors' })", f"{sink.url}/control")
        sink.shutdown()
    assert sink.asked == ["/control"]


def hostile(sink: Sink) -> str:
    return PROBES.replace("SINK", sink.url)


def brief(sink: Sink) -> str:
    """Hostile, and short enough for a label."""
    return f"![p]({sink.url}/0) :rocket: $a$ www.evil.example <b>x</b> -> **b**"


def seen(text: str) -> str:
    """The text wherever its lines break. Signs that nobody sees count: they would be copied."""
    return "".join(text.split())


def meant(text: str) -> str:
    return seen(HIDDEN.sub("", text))


def markup_in(words: Locator) -> list[str]:
    found = words.locator(f":is({MARKUP})")
    return [str(element.evaluate("e => e.outerHTML")) for element in found.all()]


def start(shelf: Shelf, words: str) -> str:
    """The id of an interview whose first question is owed. Its job and its plan are `words`."""
    own = Competency.OWNERSHIP
    planned = PlannedQuestion(text="Why?", competency=own, reason=words, quote=words)
    about = job(title=words, company=words, description="x")
    return shelf.begun((), Plan((planned,) * 3), job=about)


def finish(shelf: Shelf, session_id: str, whole: str, short: str) -> None:
    """One question, one answer and feedback, all of them in these words."""
    asked = question(content=whole, notice=whole, decision=whole, provider=short, model=short)
    shelf.say(session_id, asked, answer(content=f"{whole}\n{LONG}"))
    shelf.sessions.finish_early(OWNER, session_id, NOW)
    feedback = Feedback(
        session_id=session_id, version=1, created_at=NOW, assessment=assessment(whole, short)
    )
    lease = shelf.lease(session_id, "feedback")
    FeedbackRepository(shelf.database).create_feedback(lease, feedback)


def assessment(whole: str, short: str) -> Assessment:
    """Every field is filled, with `whole` except where it would be shortened."""
    given = assessments.full(short)
    points = tuple(
        replace(point, text=whole, advice=whole, why=whole) for point in given.weaknesses
    )
    review = replace(
        given.answers[0],
        question=whole,
        answer=whole,
        strengths=points,
        improvements=points,
        note=whole,
        flags=(whole,),
    )
    return replace(
        given,
        strengths=points,
        weaknesses=points,
        cv_suggestions=tuple(replace(one, text=whole) for one in given.cv_suggestions),
        clashes=tuple(replace(one, text=whole) for one in given.clashes),
        answers=(review,),
        notice=whole,
        next_time=whole,
    )


def unfolded(page: Page) -> Locator:
    """The page once it has been drawn, with everything open."""
    expect(page.get_by_text("rocket").last).to_be_attached()
    expect(page.locator(IDLE)).to_be_visible()
    main = page.get_by_test_id("stMainBlockContainer")
    main.evaluate("main => main.querySelectorAll('summary').forEach(one => one.click())")
    expect(main.locator("details:not([open])")).to_have_count(0)
    return main


def test_what_is_stored_is_words_on_every_page(page, built_in, sink, shelf):
    session_id = start(shelf, brief(sink))
    finish(shelf, session_id, hostile(sink), brief(sink))

    for path, whole, short in (("dashboard", 0, 2), ("interview", 3, 4), ("feedback", 24, 30)):
        page.goto(f"{built_in.url}/{path}?session={session_id}")
        main = unfolded(page)

        shown = seen(main.inner_text())
        assert shown.count(meant(hostile(sink))) >= whole
        assert shown.count(meant(brief(sink))) >= short
        assert markup_in(main.get_by_test_id("stMarkdown")) == []
        assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0


def test_what_a_model_says_is_words_at_every_moment_of_its_saying(page, led, sink):
    parts = (f"{hostile(sink)} ![a](ht", "tp:", f"{sink.url[5:]}/0.png) Is that", " so?")
    holds = [Hold() for _ in parts]
    frames: list[Frame] = []
    for part, hold in zip(parts, holds, strict=True):
        frames += [*map(delta, re.findall("(?s).{1,5}", part)), hold]
    led.model.then(sends(*frames, delta(finish="stop")))
    page.goto(f"{led.server.url}/interview?session={start(led.shelf, brief(sink))}")
    words = page.get_by_test_id("stChatMessage").get_by_test_id("stMarkdown").first

    for said, hold in zip(accumulate(parts), holds, strict=True):
        expect(words).to_contain_text(re.compile(re.escape(said[-6:]) + r"\s*▌"))
        assert seen(words.inner_text()) == meant(said) + "▌"
        assert markup_in(words) == []
        hold.released.set()

    Candidate(page, led.server.url).sees_question(1)
    expect(page.get_by_text("last words")).to_have_count(0)


def test_a_question_that_breaks_off_is_replaced_in_one_step_and_the_page_says_why(
    page, make_server, own_shelf
):
    hold = Hold()
    dies = sends(*map(delta, OLD), hold, Ending.RESET)
    # Word by word, a slow machine would show its beginning first.
    in_one_piece = gemini_server.sends(gemini_server.part(NEW, "STOP"))
    with (
        ScriptedOpenAI(dies, *[refuses(503)] * 3) as first,
        ScriptedGemini(in_one_piece) as second,
    ):
        server = make_server(
            OPENROUTER_BASE_URL=first.url,
            OPENROUTER_API_KEY="sk-test-1",
            GEMINI_BASE_URL=second.url,
            GEMINI_API_KEY="AIza-a-made-up-key",
            AI_BACKOFF_SECONDS="0",
        )
        page.goto(f"{server.url}/interview?session={start(own_shelf, 'Charge nurse')}")
        expect(page.get_by_text(OLD)).to_be_visible()
        page.evaluate(WATCH)
        hold.released.set()
        Candidate(page, server.url).sees_question(1)

    pictures = page.evaluate("window.pictures")
    assert all((OLD in picture) != (NEW[:5] in picture) for picture in pictures)
    assert [NEW[:5] in picture for picture in pictures] == sorted(NEW in one for one in pictures)
    expect(page.get_by_text("Worded by Gemini")).to_be_visible()
    expect(page.get_by_text("The connection to OpenRouter broke")).to_be_visible()

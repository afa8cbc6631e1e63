"""That the scripted servers misbehave as they say, seen by a client that knows nothing of them."""

from __future__ import annotations

import time

import httpx2
import pytest

from tests.fakes import faults, rude
from tests.fakes.openai_server import DONE, ScriptedOpenAI, delta, says
from tests.fakes.replies import Chatter, Drip, Ending, Hold, Pause, Reply, hangs_up

GOOD = says("What did you do?")
CUT_OFF = httpx2.RemoteProtocolError


@pytest.fixture
def server():
    with ScriptedOpenAI() as server:
        yield server


def body_of(server: ScriptedOpenAI, reply: Reply) -> bytes:
    """All of the body, as the client reads it."""
    server.then(reply)
    return httpx2.post(server.url, json={}, timeout=5).content


def whole(reply: Reply) -> bytes:
    return b"".join(frame for frame in reply.frames if isinstance(frame, bytes))


@pytest.mark.parametrize(
    ("reply", "fault"),
    [
        (hangs_up(), httpx2.TransportError),
        (faults.interrupted_by(GOOD, Ending.RESET), httpx2.ReadError),
        (faults.interrupted_by(GOOD, Ending.CUT), CUT_OFF),
        (faults.promising_more(GOOD), CUT_OFF),
        (faults.garbled_status_line(), CUT_OFF),
        (faults.garbled_chunks(GOOD), CUT_OFF),
        (faults.garbled_gzip(), httpx2.DecodingError),
    ],
)
def test_a_fault_looks_like_one(server, reply, fault):
    with pytest.raises(fault):
        body_of(server, reply)


@pytest.mark.parametrize("reply", [faults.silent(), faults.delayed(GOOD, 60)])
def test_silence_outlasts_the_client_and_then_stops(server, reply):
    server.then(reply)

    with pytest.raises(httpx2.ReadTimeout):
        httpx2.post(server.url, json={}, timeout=0.1)

    assert server.request.abandoned.wait(5)


@pytest.mark.parametrize(
    "endless",
    [Chatter(), Drip(bytes(10_000)), Pause(60), Hold()],
    ids=lambda frame: type(frame).__name__,
)
def test_what_never_ends_stops_when_the_client_leaves(server, endless):
    server.then(Reply(frames=(b"begun", endless)))

    with httpx2.stream("POST", server.url, json={}) as answer:
        next(answer.iter_raw())

    assert server.request.abandoned.wait(5)


def test_comments_keep_a_client_waiting_longer_than_its_timeout(server):
    server.then(Reply(frames=(Chatter(every=0.01),)))
    began = time.monotonic()

    with httpx2.stream("POST", server.url, json={}, timeout=0.1) as answer:
        for _ in answer.iter_raw():
            if time.monotonic() - began > 0.2:
                break

    assert time.monotonic() - began > 0.2


def test_what_never_ends_stops_when_the_server_is_closed():
    with ScriptedOpenAI(Reply(frames=(b"begun", Chatter()))) as server:
        reading = httpx2.Client()
        answer = reading.send(reading.build_request("POST", server.url, json={}), stream=True)

    assert server.request.abandoned.wait(5)
    answer.close()
    reading.close()


@pytest.mark.parametrize(
    "reply",
    [
        faults.dripping(says("Why?"), every=0.0001),
        faults.with_dripping_head(GOOD, every=0.0001),
        faults.delayed(GOOD, 0.01),
        faults.in_old_http(GOOD),
        faults.called(GOOD, "text/plain"),
        faults.followed_by(GOOD, DONE, delta("more"), DONE),
        faults.promising_more(GOOD, bytes_more=0),
        says("x" * 5_000_000),
    ],
)
def test_a_reply_that_is_only_odd_arrives_whole(server, reply):
    told = says("Why?") if isinstance(reply.frames[0], Drip) else reply

    assert body_of(server, reply) == whole(told)


def test_a_redirect_leads_to_another_server(server):
    with ScriptedOpenAI(GOOD) as other:
        server.then(faults.redirects(f"{other.url}/chat"))

        answer = httpx2.post(server.url, json={"a": 1}, follow_redirects=True)

    assert answer.content == whole(GOOD)
    assert other.request.body == {"a": 1}


@pytest.mark.parametrize(
    ("rude_port", "fault"),
    [
        (rude.nobody_there, httpx2.ConnectError),
        (rude.nobody_answers, httpx2.ReadTimeout),
        (rude.door_slammed, httpx2.TransportError),
    ],
)
def test_a_rude_port_looks_like_one(rude_port, fault):
    with rude_port() as port, pytest.raises(fault):
        httpx2.post(port.url, json={}, timeout=0.2)


def test_a_port_without_tls_is_of_no_use_to_a_client_that_wants_it():
    with rude.no_tls() as port, pytest.raises(httpx2.ConnectError, match="SSL"):
        httpx2.post(port.tls_url, json={})

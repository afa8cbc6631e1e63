from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.ai.providers.offline import BuiltInProvider
from core.ai.types import ChunkKind
from core.exceptions import FailureKind, ProviderError
from tests.core.ai.conftest import request, shown


def said(offline: str):
    return list(BuiltInProvider().stream(request(offline=offline), deadline=0))


@pytest.mark.parametrize("offline", ["", " \n"])
def test_with_nothing_held_ready_it_cannot_answer(offline):
    with pytest.raises(ProviderError) as caught:
        said(offline)

    assert caught.value.kind is FailureKind.BAD_REQUEST


def test_it_has_nothing_to_say_of_its_own():
    with pytest.raises(ProviderError):
        BuiltInProvider().generate_response("How are you?")


def test_it_speaks_word_by_word_even_after_the_deadline():
    *words, end = said("What did  you do?")

    assert [word.text for word in words] == ["What ", "did  ", "you ", "do?"]
    assert (end.kind, end.provider, end.model) == (ChunkKind.END, "Built-in interviewer", "")


@given(st.text().filter(str.strip))
def test_it_says_exactly_what_is_held_ready(offline):
    assert shown(said(offline)) == offline


def test_there_is_nothing_to_close():
    BuiltInProvider().close()

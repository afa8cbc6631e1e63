"""One turn: what was said so far, what is asked now, and what there is to choose from."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from evals.candidates.hearing import Heard, Wish, hear, letters_met
from evals.candidates.life import Life, Story, Topic, table
from evals.candidates.talk import Line, Reply

_TO_US = {
    "I": "we", "me": "us", "my": "our", "myself": "ourselves", "mine": "ours", "I've": "we've",
    "I'm": "we're", "I'd": "we'd", "My": "Our", "Mine": "Ours",
}  # fmt: skip
Answer = Callable[["Turn"], Reply]


@dataclass(frozen=True, slots=True)
class Turn:
    """`lines` ends with the question that is to be answered."""

    life: Life
    lines: tuple[Line, ...]

    @property
    def question(self) -> str:
        return self.lines[-1].text

    @property
    def own(self) -> tuple[str, ...]:
        """What the candidate has said so far."""
        return tuple(line.text for line in self.lines if line.is_candidate)

    @property
    def asked(self) -> str:
        """The question that waits for an answer; one that is explained is still the same."""
        at = len(self.lines) - 1
        if at > 1 and self.lines[at - 1].is_candidate and is_request(self.lines[at - 1].text):
            at -= 2
        return self.lines[at].text

    @property
    def heard(self) -> Heard:
        heard = hear(self.asked, self.own)
        is_greeted = "welcome" in self.question.lower()
        is_first = not self.own and (is_greeted or heard.wish is Wish.TECHNICAL)
        if heard.wish is Wish.PAST and not heard.themes and len(self.lines) > 2:  # noqa: PLR2004
            before = replace(self, lines=self.lines[:-2]).about.heard  # asked once more
            is_past = before.wish is Wish.PAST
            return replace(heard, themes=before.themes, group=before.group) if is_past else heard
        return replace(heard, wish=Wish.OPENING) if is_first else heard

    @property
    def about(self) -> Turn:
        """The turn whose question opened this subject: what a follow-up goes back to."""
        goes_back = self.heard.wish is Wish.FOLLOW_UP or self.heard.is_same_scene
        before = self.lines[:-2]
        return replace(self, lines=before).about if goes_back and before else self

    @property
    def is_about_work(self) -> bool:
        """A new question that is not about the candidate's own person or wishes."""
        work = (Wish.PAST, Wish.TECHNICAL, Wish.HYPOTHETICAL, Wish.REQUIREMENT)
        return self.heard.wish in work

    def has_said(self, text: str) -> bool:
        return any(as_we(text) in as_we(said) for said in self.own)

    def next_of(self, texts: Sequence[str]) -> str:
        """The entry whose turn it is: they are gone through in order, one an answer."""
        return texts[len(self.own) % len(texts)].format(place=self.life.place)

    def fresh(self, texts: Sequence[str]) -> str:
        """The first that has not been said yet, or else the first."""
        return next((text for text in texts if not self.has_said(text)), texts[0])

    def topic(self, topics: Sequence[Topic]) -> str:
        """What fits the subject best and has not been said; nothing where none of them fits.

        Both wordings count, where the question was explained.
        """
        subject = " ".join(dict.fromkeys((self.about.asked, self.asked, self.question))).lower()
        fits = {topic: _fit(topic, subject) for topic in topics if not self.has_said(topic.text)}
        best = max(fits, key=lambda topic: fits[topic], default=None)
        return best.text if best and fits[best] else ""

    def new_story(self) -> Story | None:
        """The story that fits the question best, of those not told."""
        return self._best([story for story in self.life.stories if not self._is_told(story)])

    def told_story(self) -> Story | None:
        """The story that fits best of those told already."""
        return self._best([story for story in self.life.stories if self._is_told(story)])

    def last_story(self) -> Story | None:
        """The story that the last answer was about, if it was about one."""
        last = self.own[-1] if self.own else ""
        return next((story for story in self.life.stories if _is_in(story, last)), None)

    def _is_told(self, story: Story) -> bool:
        return any(_is_in(story, said) for said in self.own)

    def _best(self, stories: Sequence[Story]) -> Story | None:
        best = max(stories, key=self._story_fit, default=None)
        return best if best and self._story_fit(best) else None

    def _story_fit(self, story: Story) -> float:
        themes = self.heard.themes
        return sum(themes.get(theme, 0) / (1 + at / 4) for at, theme in enumerate(story.themes))


@cache
def manners() -> dict[str, Any]:
    return table("manners")


@cache
def as_we(text: str) -> str:
    """The same, told as if nobody had done anything alone."""
    words = re.split(r"(\s+|[,.;:?])", text)
    plural = "".join(_TO_US.get(word, word) for word in words)
    plural = plural.replace("we was", "we were").replace("we am", "we are")
    return re.sub(r"(^|[.?] )we\b", lambda found: f"{found[1]}We", plural)


def _fit(topic: Topic, subject: str) -> int:
    asks = letters_met(subject, topic.asks)
    if topic.asks and not asks:
        return 0
    met = letters_met(subject, topic.words)
    return met and met + asks


def _is_in(story: Story, said: str) -> bool:
    texts = (story.subject, *story.details.values())
    return any(as_we(text) in as_we(said) for text in texts)


def is_request(said: str) -> bool:
    """Whether somebody asked what was meant."""
    texts = manners()["clarify"]["answers"]
    return any(said.startswith(text.split("{word}")[0]) for text in texts)

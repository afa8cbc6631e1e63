"""What can be measured in an answer: parts of a story, facts, reasons, vagueness, non-answers.

Fillers are counted for show and take no part in any score.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property

from core.interview.answers.acts import WE_ACT, is_act, is_own_act, is_step
from core.interview.answers.facts import facts_in
from core.interview.answers.instructions import cut
from core.interview.answers.mentions import is_elsewhere, speaks_of
from core.interview.answers.outcome import sizes, tells_how_it_ended
from core.interview.answers.replies import Reply, insults, is_order, kind_of
from core.interview.answers.scene import sets_a_scene
from core.interview.answers.substance import prose
from core.interview.answers.tense import in_the_past, tells_one_event
from core.interview.planning import bank
from core.interview.reading import competency_stems, spellings
from core.interview.words.language import is_english
from core.interview.words.tables import phrases
from core.interview.words.text import content_stems, hollow_stems, sentences, words
from core.models import Part, PlannedQuestion

TOO_SHORT = 15
A_SENTENCE = 0.3  # of the measure `prose`; what has less is a list of terms
ECHO = 0.7
FEWEST_SOLID = 2
HOLLOW_SHARE = 0.3
TEMPLATE_LABELS = 2
_WE = r"(?i)\b(?:we|our|us)\b"
_DENIAL = r"(?i)\b(?:not|never|no)\b|n['\u2019]t\b"
_CHECK = (
    r"(?i)"
    r"\b(?:check|follow up|would know|['\u2019]d know|measure|review|confirm|make sure|worked)\b"
)


@dataclass(frozen=True)
class Signals:
    """An answer with its question. All quotes stand verbatim in `text`.

    `subject` holds further stems that belong to the question, such as those of the advert;
    `repeats` is the number of an earlier question that got the same story, or 0, `fresh` the share,
    0 to 1, of words in sentences that are new all the same; `job` is the title of the job.
    """

    text: str
    question: PlannedQuestion
    subject: frozenset[str] = frozenset()
    repeats: int = 0
    job: str = ""
    fresh: float = 1.0

    @cached_property
    def is_english(self) -> bool:
        return is_english(self.text)

    @cached_property
    def words(self) -> list[str]:
        return words(self.text)

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """The sentences without repetitions and without those that only echo the question.

        What is addressed to the assessor ("give this full marks") is no part of an answer either,
        and no more are insults.
        """
        asked = content_stems(self.question.text)
        kept: dict[frozenset[str], str] = {}
        for sentence in sentences(self.text):
            stems = content_stems(sentence)
            is_echo = len(stems & asked) >= ECHO * len(stems)
            if not (is_echo or self._is_order(sentence) or insults(sentence)):
                kept.setdefault(stems, sentence)
        return tuple(kept.values())

    def _is_order(self, sentence: str) -> bool:
        """Whether at least half of it is addressed to whoever rates."""
        orders = (one for one in self._orders if one in sentence or sentence in one)
        return is_order(sentence) or any(2 * len(one) >= len(sentence) for one in orders)

    @cached_property
    def _orders(self) -> tuple[str, ...]:
        return cut(self.text).removed

    @cached_property
    def rated(self) -> Signals:
        """The answer without what is addressed to the assessor, as it is rated."""
        return replace(self, text=cut(self.text).text) if self._orders else self

    @cached_property
    def solid(self) -> frozenset[str]:
        """The content words that are neither the question's own nor hollow."""
        return self._said - content_stems(self.question.text) - hollow_stems()

    @cached_property
    def reply(self) -> Reply:
        return kind_of(self.text, tells=bool(self.own_acts), is_solid=bool(self.solid))

    @cached_property
    def in_sentences(self) -> int:
        """How many words stand in sentences, and not in lists of terms."""
        parts = sentences(self.text)
        return sum(len(words(part)) for part in parts if prose(part) >= A_SENTENCE)

    @cached_property
    def is_too_short(self) -> bool:
        return self.in_sentences < TOO_SHORT

    @cached_property
    def tells_one_event(self) -> bool:
        return tells_one_event(self.sentences)

    @cached_property
    def in_the_past(self) -> dict[str, str]:
        """Each sentence as it is looked at: a story told in the present is put into the past."""
        is_event = self.question.style == "behavioural" and self.tells_one_event
        told = in_the_past(self.sentences) if is_event else self.sentences
        return dict(zip(self.sentences, told, strict=True))

    @cached_property
    def own_acts(self) -> tuple[str, ...]:
        """Sentences in which the candidate says what they themselves did (or would do).

        What is told in the present tense counts where nothing is told in the past.
        """
        told = self.in_the_past
        found = tuple(s for s in told if is_own_act(s, self.question.style))
        return found or tuple(s for s in told if is_own_act(told[s], self.question.style))

    @cached_property
    def steps(self) -> tuple[str, ...]:
        """As `own_acts`, with what is done as a rule, and without wishes: what can be shown."""
        style = self.question.style
        found = tuple(s for s in self.sentences if is_step(s, style))
        return found or tuple(s for s, told in self.in_the_past.items() if is_step(told, style))

    @cached_property
    def shared_acts(self) -> tuple[str, ...]:
        found = tuple(s for s in self.sentences if _is_shared(s))
        return found or tuple(s for s, told in self.in_the_past.items() if _is_shared(told))

    @cached_property
    def says_we(self) -> bool:
        return re.search(_WE, self.text) is not None

    @cached_property
    def parts(self) -> dict[Part, str]:
        """The parts of the story that are there, each with the sentence that shows it."""
        results = self._results()
        shown = {
            Part.SITUATION: tuple(s for s in self.sentences if sets_a_scene(s)),
            Part.ACTION: self.own_acts or self.shared_acts,
            Part.OWN_PART: self.own_acts or self._with("own"),
            Part.RESULT: results,
            Part.MEASURE: sizes(self._ends(results)),
        }
        from_the_end = (Part.RESULT, Part.MEASURE)
        return {p: found[-1 if p in from_the_end else 0] for p, found in shown.items() if found}

    @cached_property
    def facts(self) -> tuple[str, ...]:
        """Sentences with a number, a name or a named tool."""
        said = (s for s in self.sentences if not re.search(_DENIAL, s))
        return tuple(filter(facts_in, said))

    @cached_property
    def reasons(self) -> tuple[str, ...]:
        """Sentences that give a reason, first those about an own step."""
        found = [s for s in self._with("reason") if self._is_solid(s) and _explains(s)]
        return tuple(sorted(found, key=lambda sentence: sentence not in self.own_acts))

    @cached_property
    def vague(self) -> tuple[str, ...]:
        """The vague phrases, verbatim."""
        return tuple(match.group() for match in phrases("vague").finditer(self.text))

    @cached_property
    def kin(self) -> int:
        """How many words belong to the question's subject and are not the question's own."""
        subject = set(self.subject) | content_stems(self.question.quote)
        if self.question.competency:
            subject |= competency_stems(self.question.competency)
        for point in bank.points_of(self.question):
            subject |= point.stems
        return len(subject & self._said - content_stems(self.question.text))

    @cached_property
    def hits(self) -> int:
        """As `kin`, and up to two words that are the question's own."""
        return self.kin + min(2, len(content_stems(self.question.text) & self._said))

    @cached_property
    def unmentioned(self) -> str:
        """What a question of knowledge is about, when the answer does not speak of it at all."""
        if self.question.style != "technical":
            return ""
        said = "\n".join(self.sentences)
        if bank.points_of(self.question):
            is_there = self.points or not is_elsewhere(self.question.text, said)
            return "" if is_there else "any of the points that belong to this question"
        asked = spellings(self.question.text)
        if self.question.skill:
            asked = {self.question.skill: self.question.skill, **asked}
        if not asked or speaks_of(asked, self.question.text, said):
            return ""
        return asked[next(reversed(asked))]

    @cached_property
    def _said(self) -> frozenset[str]:
        return frozenset().union(*map(content_stems, self.sentences))

    @cached_property
    def points(self) -> tuple[tuple[str, str], ...]:
        """The key points of a role question that are mentioned, each with where it is said best."""
        found = []
        for point in bank.points_of(self.question):
            best = max(self.sentences, key=point.weight_in, default="")
            if point.weight_in(best):
                found.append((point.name, best))
        return tuple(found)

    @cached_property
    def is_hollow(self) -> bool:
        """The labels of a story without the story: neither facts nor words of its own."""
        labels = len(phrases("template").findall(self.text))
        thin = len(self.solid) < HOLLOW_SHARE * len(self.words)
        return labels >= TEMPLATE_LABELS and thin and not self.facts

    @cached_property
    def repetition(self) -> float:
        """The share of sentences that say again what was said, 0 to 1."""
        all_sentences = sentences(self.text)
        distinct = {content_stems(sentence) for sentence in all_sentences}
        return 1 - len(distinct) / len(all_sentences) if all_sentences else 0.0

    @cached_property
    def spoken(self) -> list[str]:
        """All sentences, repetitions and echoes included."""
        return sentences(self.text)

    @cached_property
    def fillers(self) -> int:
        return len(phrases("filler").findall(self.text))

    def _results(self) -> tuple[str, ...]:
        """Sentences that tell an end; what stands before the first act is background."""
        acts = self.own_acts or self.shared_acts
        start = self.sentences.index(acts[0]) if acts else 0
        return tuple(s for s in self.sentences[start:] if self._tells_an_end(s))

    def _ends(self, results: tuple[str, ...]) -> tuple[str, ...]:
        """The results and what stands behind one's last step, in the order of the telling."""
        acts = self.own_acts or self.shared_acts
        last = self.sentences.index(acts[-1]) if acts else len(self.sentences)
        return tuple(s for n, s in enumerate(self.sentences) if n > last or s in results)

    def _with(self, cue: str) -> tuple[str, ...]:
        return tuple(s for s in self.sentences if phrases(cue).search(s))

    def _is_solid(self, sentence: str) -> bool:
        return len(content_stems(sentence) & self.solid) >= FEWEST_SOLID

    def _tells_an_end(self, sentence: str) -> bool:
        if not content_stems(sentence) & self.solid:
            return False
        if self.question.style == "situational" and re.search(_CHECK, sentence):
            return True
        return tells_how_it_ended(sentence) or tells_how_it_ended(self.in_the_past[sentence])


def read_answer(
    text: str,
    question: PlannedQuestion,
    subject: frozenset[str] = frozenset(),
    repeats: int = 0,
    job: str = "",
) -> Signals:
    return Signals(text.strip(), question, subject, repeats, job)


def _is_shared(sentence: str) -> bool:
    return any(map(is_act, re.findall(WE_ACT, sentence)))


def _explains(sentence: str) -> bool:
    """Whether the reason adds anything: "the best because I am the best" does not."""
    before, after = map(content_stems, phrases("reason").split(sentence, maxsplit=1))
    return bool(after - before - hollow_stems())

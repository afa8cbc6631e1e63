"""The words that the interview is described with."""

from __future__ import annotations

from enum import StrEnum


class _Labelled(StrEnum):
    @property
    def label(self) -> str:
        return self.value.replace("_", " ").capitalize()


class Stage(StrEnum):
    PREPARING = "preparing"
    ASKING = "asking"
    ANSWERING = "answering"
    FINISHED = "finished"


class Role(StrEnum):
    ASSISTANT = "assistant"
    USER = "user"


class Kind(StrEnum):
    QUESTION = "question"
    PROBE = "probe"
    CLARIFICATION = "clarification"
    ANSWER = "answer"
    SKIP = "skip"
    OWN_QUESTION = "own_question"  # what the candidate asks when the interview is over
    CLOSE = "close"  # what is replied to that


ASKED = (Kind.QUESTION, Kind.PROBE)
REPLIED = (Kind.ANSWER, Kind.SKIP)
MOST_CLARIFICATIONS = 2  # of one question; what is sent after that is its answer
MOST_OWN_QUESTIONS = 5


class InterviewType(_Labelled):
    MIXED = "mixed"
    BEHAVIOURAL = "behavioural"
    TECHNICAL = "technical"
    SCREENING = "screening"


class Level(_Labelled):
    ENTRY = "entry"
    MID = "mid"
    SENIOR = "senior"
    LEAD = "lead"


class Competency(_Labelled):
    PROBLEM_SOLVING = "problem_solving"
    OWNERSHIP = "ownership_and_delivery"
    COLLABORATION = "collaboration_and_conflict"
    COMMUNICATION = "communication_and_influence"
    CUSTOMER = "customer_and_stakeholder"
    LEADING = "leading_and_developing"
    ADAPTABILITY = "adaptability_and_learning"
    ROLE_KNOWLEDGE = "role_knowledge"


class Quality(_Labelled):
    """What every answer is rated on, whatever its competency."""

    RELEVANCE = "relevance"
    EVIDENCE = "evidence"
    STRUCTURE = "structure_and_outcome"
    CLARITY = "clarity"


class Part(StrEnum):
    """A part of a story that a probe can ask for."""

    SITUATION = "situation"
    TASK = "task"
    ACTION = "action"
    OWN_PART = "own part"
    RESULT = "result"
    MEASURE = "measure"


class OwnerKind(StrEnum):
    LOCAL = "local"
    ANONYMOUS = "anonymous"
    ACCOUNT = "account"

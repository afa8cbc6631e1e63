"""Why a question is asked: one sentence with the words of the advert or CV that it rests on."""

from __future__ import annotations

from core.interview.planning.sources import Ground
from core.models import Competency

_FIELDS = {"hr": "human resources", "health": "health care"}
_GENERAL = {
    Competency.PROBLEM_SOLVING: "problem solving",
    Competency.OWNERSHIP: "seeing work through",
    Competency.COLLABORATION: "working with others",
    Competency.COMMUNICATION: "clear communication",
    Competency.CUSTOMER: "the people one works for",
    Competency.LEADING: "guiding other people",
    Competency.ADAPTABILITY: "learning and adapting",
    Competency.ROLE_KNOWLEDGE: "what one knows of the field",
}


def of_opening(ground: Ground) -> str:
    start = "Asked first so that you can introduce yourself"
    if not ground.quote:
        return f"{start} in your own words."
    source = "your CV says, among other things," if ground.in_cv else "the advert says"
    return f"{start}; {source} “{ground.quote}”."


def of_motivation(ground: Ground) -> str:
    if not ground.quote:
        return "Asked so that you can say what matters to you in a job."
    if ground.in_cv:
        return f"Asked so that you can say what matters to you; your CV says “{ground.quote}”."
    job = "a job with tasks such as" if ground.is_task else "this job:"
    return f"Asked so that you can say what matters to you in {job} “{ground.quote}”."


def of_competency(ground: Ground, competency: Competency) -> str:
    subject = _GENERAL[competency]
    if ground.quote and ground.speaks:
        source = "your CV says" if ground.in_cv else "the advert says"
        return f"Asked about {subject}, because {source} “{ground.quote}”."
    return f"Asked about {subject}, which matters in most jobs{_here(ground)}."


def of_field(ground: Ground, family: str) -> str:
    field = _FIELDS.get(family, family.replace("_", " "))
    if ground.quote and ground.speaks:
        source = "your CV says" if ground.in_cv else "the advert says"
        return f"Asked because {source} “{ground.quote}”."
    return f"Asked because the job is one in {field}{_here(ground)}."


def of_demand(ground: Ground, asked_for: str, *, has_cv: bool, is_missing: bool) -> str:
    """`is_missing` only where the CV says nothing near it: else the advert alone is quoted."""
    quote = ground.quote
    if not has_cv:
        return f"Asked because the advert says “{quote}”, and there is no CV to find it in."
    if not is_missing:
        part = "" if asked_for in (quote, "") else f", and “{asked_for}” is a part of it"
        return f"Asked because the advert says “{quote}”{part}."
    missing = "which" if asked_for in (quote, "") else f"and “{asked_for}”"
    return f"Asked because the advert says “{quote}”, {missing} was not found in your CV."


def of_claim(ground: Ground, spelled: str, *, is_wanted: bool) -> str:
    wanted = f", and the advert names {spelled} too" if is_wanted else ""
    return f"Asked because your CV mentions “{ground.quote}”{wanted}."


def _here(ground: Ground) -> str:
    """How a question that suits many jobs has to do with this one."""
    if not ground.quote:
        return ""
    if ground.in_cv:
        return f"; your CV says “{ground.quote}”"
    if ground.is_task:
        return f"; one task here is “{ground.quote}”"
    return f"; of this job the advert says “{ground.quote}”"

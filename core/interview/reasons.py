"""Why a question is asked: one sentence with the words of the advert or CV that it rests on."""

from __future__ import annotations

from core.interview.sources import Ground
from core.models import Competency

_FIELDS = {"hr": "human resources", "health": "health care"}
_TAKES = {
    Competency.PROBLEM_SOLVING: "solving problems",
    Competency.OWNERSHIP: "seeing work through",
    Competency.COLLABORATION: "working well with others",
    Competency.COMMUNICATION: "clear communication",
    Competency.CUSTOMER: "attention to the people it serves",
    Competency.LEADING: "guiding other people",
    Competency.ADAPTABILITY: "learning and adapting",
    Competency.ROLE_KNOWLEDGE: "knowing the field",
}


def of_opening(ground: Ground) -> str:
    if ground.in_cv:
        return f"Asked first so that you can tell what stands behind “{ground.quote}” in your CV."
    if ground.quote and ground.speaks:
        return f"Asked first so that you can introduce yourself; the job is “{ground.quote}”."
    if ground.quote:
        return f"Asked first so that you can introduce yourself; the advert says “{ground.quote}”."
    return "Asked first so that you can introduce yourself in your own words."


def of_motivation(ground: Ground) -> str:
    if not ground.quote or ground.in_cv:
        because = f", and your CV says “{ground.quote}”" if ground.quote else ""
        return f"Asked because your own reasons and plans count in any interview{because}."
    return (
        f"Asked because the advert says “{ground.quote}”, and your own reasons for wanting such a "
        "job count."
    )


def of_competency(ground: Ground, competency: Competency) -> str:
    if not ground.quote:
        return f"Asked because most jobs take {_TAKES[competency]}."
    if ground.speaks:
        return _says(ground)
    if ground.in_cv:
        return f"Asked because most jobs take {_TAKES[competency]}; your CV says “{ground.quote}”."
    general = f"of the job as a whole the advert says “{ground.quote}”"
    return f"Asked because most jobs take {_TAKES[competency]}; {general}."


def of_field(ground: Ground, family: str) -> str:
    field = _FIELDS.get(family, family.replace("_", " "))
    if not ground.quote:
        return f"Asked because the job is one in {field}."
    if ground.speaks:
        return _says(ground)
    source = "your CV" if ground.in_cv else "the advert"
    return f"Asked because {source} describes work in {field}: “{ground.quote}”."


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


def _says(ground: Ground) -> str:
    source = "your CV says" if ground.in_cv else "the advert says"
    return f"Asked because {source} “{ground.quote}”."

"""Driving whole interviews in tests: three jobs, and answers of several kinds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

from core.interview.leading.director import decide
from core.interview.planning.plan import make_plan
from core.models import (
    Competency,
    Decision,
    Document,
    Format,
    InterviewSession,
    Job,
    Kind,
    Plan,
    PlannedQuestion,
    Stage,
)
from tests import builders

NURSE_ADVERT = """About us
We are a teaching hospital with a proud history.

The role
You will work on a busy ward, care for patients with complex needs and support junior staff.

Essential:
- Registered with the NMC
- Experience of triage and NEWS2 observations
- Ability to work flexibly in a fast-paced environment

Desirable:
- Wound care course

Benefits
- You must see our pension and free parking"""
NURSE_CV = """Alex Example
City Hospital, 2019-2023
- Responsible for the care of 8 patients on a respiratory ward
- Administering medication and wound care
- Organised the discharge round with the doctors
NMC registered since 2019"""
DATA_ADVERT = """We are hiring a data engineer to own our pipelines. You must have strong SQL.
Experience with Airflow and Kafka is required. You will work with analysts to improve data quality.
Snowflake would be a plus. We offer a gym and a pension."""
DATA_CV = """Data engineer
Skills: Python, SQL, Airflow, Docker
Built ETL pipelines in Airflow that load 40 sources every night
Worked on dashboards for sales"""
SALES_ADVERT = """What you'll do
* Lead a team of six account executives and coach them
* Negotiate contracts with enterprise customers
What you'll bring
* Proven track record in B2B sales
* Experience with Salesforce"""
SALES_CV = """Account executive (2018-2024)
- Sold software to mid-size companies
- Was responsible for CRM records in HubSpot"""

STRONG = (
    "When I worked at the Leeds depot in 2022, our picking errors had climbed to 4.5 percent and "
    "nobody knew why. I pulled three months of error logs and sorted them by aisle and shift, "
    "because the supervisors suspected the new staff. I found that two thirds of the errors came "
    "from one aisle where similar boxes stood side by side. I asked the night lead to walk it with "
    "me, then I redesigned the labels and moved eleven items apart. I tested the new layout on one "
    "shift for two weeks before asking the manager to roll it out. As a result, errors in that "
    "aisle fell from 90 a week to 12, and the layout became the standard."
)
MIDDLING = (
    "In my last job we had a problem with late deliveries to a customer. I called the supplier and "
    "asked what was wrong, and they said the truck had broken down. I arranged another transport "
    "and told the customer about it. In the end the delivery came a day later and the customer was "
    "satisfied."
)
VAGUE = (
    "In my previous job we had some problems with a process and there were various issues with the "
    "team. I worked hard with everyone to find a solution and I talked to different people about "
    "it. We did a lot of things to improve the situation and in the end it went well and the "
    "manager was happy with it."
)
HOLLOW = (
    "The situation was that there was a challenging problem. My task was to solve the problem. The "
    "action I took was to work hard with my team and take the necessary steps to deliver a "
    "solution. The result was a great success and everyone was happy with the positive outcome."
)
CLICHES = (
    "I am a hard worker and a team player who always gives everything. I am passionate about what "
    "I do and I think outside the box. My communication skills are excellent and I am motivated."
)
NO_OUTCOME = (
    "When I was at the depot last year our scanner failed every night. I compared the logs of the "
    "two shifts and I asked the supplier for the fault list, because the pattern looked odd."
)
ONLY_WE = (
    "Last winter our release kept failing at the depot. We looked at the logs and we rewrote the "
    "deploy script, and as a result the releases no longer failed after 3 weeks."
)
GERMAN = (
    "Ich habe in meiner letzten Stelle die Lieferungen geplant und mit dem Lieferanten gesprochen. "
    "Wir haben dann einen neuen Plan gemacht und das hat gut funktioniert."
)

JOBS = {
    "nurse": (Job(title="Staff Nurse", company="St Anne's", description=NURSE_ADVERT), NURSE_CV),
    "data": (Job(title="Data Engineer", company="Northwind", description=DATA_ADVERT), DATA_CV),
    "sales": (Job(title="Sales Lead", company="Bright Ltd", description=SALES_ADVERT), SALES_CV),
}

Answering = Callable[[Decision, InterviewSession], str | None]
TALK = (
    "It was always loud in the bakery, and the radio was on from four in the morning. Some people "
    "like that and some do not, my aunt for example never could. There was a plan for a second "
    "oven, and everybody had an opinion about that plan. The street was being dug up that year, so "
    "the vans stood on the pavement. A man from the council came by, a friendly man with a dog. "
    "And then of course the price of flour, that is a subject of its own. My cousin says that "
    "bread will always be eaten, and he may be right. It depends on the season as well, in summer "
    "it is a different thing."
)


def interview(
    name: str = "nurse", session_id: str = "one", format_: Format | None = None
) -> InterviewSession:
    job, cv = JOBS[name]
    return builders.session(
        session_id, job=job, cv=Document(text=cv), format=format_ or Format(), plan=None
    )


def planned(style: str = "behavioural", **changes: object) -> PlannedQuestion:
    values: dict[str, object] = {
        "text": "What is a problem you solved whose cause was not obvious at first?",
        "competency": Competency.PROBLEM_SOLVING,
        "reason": "Asked because the advert says so.",
        "style": style,
    }
    return PlannedQuestion(**{**values, **changes})  # type: ignore[arg-type]  # one bag of values


def single(style: str, *replies: str | None, count: int = 8) -> InterviewSession:
    """A session whose first topic has this style and got these replies."""
    questions = (planned(style), *_others()[1:count])
    session = replace(interview(), plan=Plan(questions), format=Format(question_count=count))
    for reply in replies:
        session = step(session, reply)
    return session


@cache
def _others() -> tuple[PlannedQuestion, ...]:
    return make_plan(interview()).questions


def step(session: InterviewSession, reply: str | None) -> InterviewSession:
    """Ask what the director decides, and store the reply; None skips the question."""
    return tell(session, decide(session), reply)


def tell(session: InterviewSession, decision: Decision, reply: str | None) -> InterviewSession:
    number = session.asked + 1
    asked = builders.question(
        number,
        decision.wording,
        kind=decision.kind,
        topic=decision.topic,
        decision=decision.because,
    )
    kind = Kind.SKIP if reply is None else Kind.ANSWER
    said = builders.answer(number, reply or " ", kind=kind, topic=decision.topic)
    return replace(session, messages=(*session.messages, asked, said))


def pose(session: InterviewSession) -> InterviewSession:
    """Ask what the director decides, and wait."""
    decision = decide(session)
    asked = builders.question(
        session.asked + 1, decision.wording, kind=decision.kind, topic=decision.topic
    )
    return replace(session, messages=(*session.messages, asked))


def reply(session: InterviewSession, text: str) -> InterviewSession:
    """Answer the open question."""
    question = session.open_question
    assert question is not None
    said = builders.answer(question.number, text, topic=question.topic)
    return replace(session, messages=(*session.messages, said))


def ask_back(session: InterviewSession, text: str) -> InterviewSession:
    """A request to explain the open question, which is owed an explanation then."""
    question = session.open_question
    assert question is not None
    said = builders.answer(
        question.number,
        text,
        kind=Kind.CLARIFICATION,
        ordinal=len(session.exchanges[-1].requests) + 1,
        topic=question.topic,
    )
    return replace(session, messages=(*session.messages, said))


def explain(session: InterviewSession) -> InterviewSession:
    """What the director decides to say to it."""
    request, decision = session.owed_clarification, decide(session)
    assert request is not None
    said = builders.question(
        request.number,
        decision.wording,
        kind=decision.kind,
        ordinal=request.ordinal,
        topic=decision.topic,
    )
    return replace(session, messages=(*session.messages, said))


def drive(session: InterviewSession, answering: Answering) -> InterviewSession:
    """The whole interview, from the plan to the last answer."""
    session = replace(session, plan=make_plan(session))
    while session.stage is Stage.ASKING:
        decision = decide(session)
        session = tell(session, decision, answering(decision, session))
    return session


def answered(*replies: str | None, name: str = "nurse") -> InterviewSession:
    """An interview without probes: one reply a question."""
    rest = iter(replies)
    format_ = Format(question_count=max(len(replies), 3))
    blank = lambda _decision, _session: next(rest, None)  # noqa: E731  (a name for a callback)
    return drive(interview(name, format_=format_), blank)

import streamlit as st

from core.models import Stage, telling
from ui import (
    account,
    again,
    arithmetic,
    claims,
    cv_advice,
    failures,
    follow,
    keep,
    layout,
    review,
    routes,
    rubric,
    score,
    transcript,
    versions,
)

page = layout.open_interview("Feedback")

with failures.shown():
    session = page.app.sessions.get_session(page.owner, page.session_id)

if session.stage is not Stage.FINISHED:
    layout.draw_job(session.job)
    st.info("Feedback comes after the last answer. Your interview is not finished yet.")
    routes.link("Continue", routes.INTERVIEW, session.id, ":material/arrow_forward:")
    st.stop()

with failures.shown():
    written = page.app.feedback.generate_feedback(page.owner, session.id)
st.caption(f"Your interview is complete. {layout.job_line(session.job)}.")
if written is None:
    follow.draw_feedback(page)
    st.stop()

with failures.shown():
    feedback = versions.choose(page.app.feedback.history(page.owner, session.id))
told = telling.as_told(feedback.assessment)
score.draw(feedback)
with failures.shown():
    versions.draw_changes(page, feedback)
review.draw_points(told)
review.draw_answers(told, session)
with failures.shown():
    review.draw_own_questions(page.app.feedback.own_questions(page.owner, session.id))
claims.draw_clashes(told)
claims.draw_demands(told)
cv_advice.draw(told)
again.draw(page, session.id, told)
keep.draw(page, session.id, feedback.version)

st.subheader("Behind this feedback", anchor=False)
rubric.draw(page)
arithmetic.draw(told)
arithmetic.draw_delivery(told)
with st.expander("Transcript", icon=":material/chat:"):
    transcript.draw(session, with_reasons=False)
with failures.shown():
    account.draw(page.app.account.summary(page.owner, session.id))

is_asked_again = st.button("Assess again")
with failures.shown():
    if is_asked_again:
        page.app.feedback.assess_again(page.owner, session.id)
    under_way = is_asked_again or page.app.feedback.is_being_written(page.owner, session.id)
if under_way:
    follow.draw_feedback(page)
routes.draw_way_back()

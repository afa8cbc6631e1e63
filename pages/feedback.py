import streamlit as st

from core.models import Stage
from ui import (
    account,
    again,
    arithmetic,
    claims,
    cv_advice,
    failures,
    follow,
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
score.draw(feedback)
with failures.shown():
    versions.draw_changes(page, feedback)
arithmetic.draw(feedback.assessment)
review.draw_points(feedback.assessment)
claims.draw_clashes(feedback.assessment)
cv_advice.draw(feedback.assessment)
claims.draw_demands(feedback.assessment)
review.draw_answers(feedback.assessment, session)
rubric.draw(page)
with st.expander("Transcript", icon=":material/chat:"):
    transcript.draw(session, with_reasons=False)

st.subheader("Keep it", anchor=False)
with failures.shown(), st.container(horizontal=True):
    markdown = page.app.feedback.as_markdown(page.owner, session.id, feedback.version)
    st.download_button(
        "Download Markdown", markdown, "interview.md", "text/markdown", on_click="ignore"
    )
    json = page.app.feedback.as_json(page.owner, session.id, feedback.version)
    st.download_button(
        "Download JSON", json, "interview.json", "application/json", on_click="ignore"
    )

is_asked_again = st.button("Assess again")
with failures.shown():
    if is_asked_again:
        page.app.feedback.assess_again(page.owner, session.id)
    under_way = is_asked_again or page.app.feedback.is_being_written(page.owner, session.id)
if under_way:
    follow.draw_feedback(page)
again.draw(page, session.id, feedback.assessment)
with failures.shown():
    account.draw(page.app.account.summary(page.owner, session.id))
routes.draw_way_back()

import streamlit as st

from core.models import Stage
from ui import composer, failures, follow, interviewer, layout, routes, transcript

page = layout.open_interview("Interview")

with failures.shown(), composer.rescuing(page.session_id):
    session = page.app.interviews.resume(page.owner, page.session_id)
layout.draw_job(session.job)

if session.stage is Stage.PREPARING:
    st.info("This interview has not started yet.")
    routes.link("Go to your documents", routes.UPLOAD, session.id, ":material/arrow_forward:")
    st.stop()

if session.stage is not Stage.FINISHED:
    interviewer.draw_language(page.app.interviewer, session.format.language)
transcript.draw(session)
if session.stage is Stage.FINISHED:
    composer.draw_unsent(page, session)
    with st.bottom, st.container(horizontal=True, vertical_alignment="center"):
        st.markdown("Your interview is complete.")
        routes.link("See feedback", routes.FEEDBACK, session.id, ":material/reviews:")
    composer.draw_own_questions(page, session)
    st.stop()

place = transcript.draw_next() if session.stage is Stage.ASKING else None
composer.draw_unsent(page, session)
if place is None:
    interviewer.draw_next(page.app.interviewer, session)
composer.draw(page, session)
if place is not None:
    follow.draw_question(page, session, place)

import streamlit as st

from ui import (
    adverts,
    autosave,
    documents,
    failures,
    interviewer,
    layout,
    plan,
    routes,
    uploads,
)

page = layout.open_interview("Your documents")

desk = uploads.Desk(page)
with failures.shown():
    session = page.app.sessions.get_session(page.owner, page.session_id)
layout.draw_job(session.job)

documents.draw_cv(page, session, desk)
adverts.draw(page, session, desk)
autosave.draw()

if session.plan is not None:
    st.info("This interview has started, so its documents can no longer be changed.")
    routes.link("Continue", routes.INTERVIEW, session.id, ":material/arrow_forward:")
    st.stop()

interviewer.draw_language_ahead(page.app.interviewer, session.format.language)
missing = documents.missing(session, desk)
if not missing:
    plan.draw(page, session)
    missing = plan.unadded(session)
with st.bottom, st.container(horizontal=True, vertical_alignment="center"):
    start = st.button("Start interview", type="primary", disabled=bool(missing))
    st.caption(missing or "Everything is here and saved.")
if start and not missing:
    with failures.shown():
        page.app.interviews.start_interview(page.owner, session.id)
    routes.go(routes.INTERVIEW, session.id)
desk.follow()

import streamlit as st

from ui import autosave, documents, failures, layout, routes

page = layout.open_interview("Your documents")

with failures.shown():
    before = page.app.sessions.get_session(page.owner, page.session_id)
layout.draw_job(before.job)

documents.take_upload(page, before)
with failures.shown():
    session = page.app.sessions.get_session(page.owner, page.session_id)
documents.draw_cv(page, session)
documents.draw_job_description(page, session)
autosave.draw()

if session.plan is not None:
    st.info("This interview has started, so its documents can no longer be changed.")
    routes.link("Continue", routes.INTERVIEW, session.id, ":material/arrow_forward:")
    st.stop()

missing = documents.missing(session)
with st.bottom, st.container(horizontal=True, vertical_alignment="center"):
    start = st.button("Start interview", type="primary", disabled=bool(missing))
    st.caption(f"Still missing: {missing}." if missing else "Everything is here and saved.")
if start:
    with failures.shown():
        page.app.interviews.start_interview(page.owner, session.id)
    routes.go(routes.INTERVIEW, session.id)

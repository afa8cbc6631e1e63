import streamlit as st

from ui import failures, interviewer, interviews, layout, routes, state, storage

LATEST = 3

page = layout.open("Interview practice")

st.markdown(
    "Practise the interview for the job you want, at your own pace.  \n"
    "You get questions that fit your CV and the advert, and you answer in your own words.  \n"
    "Afterwards you see how it went: a score, what was good, and what to work on."
)
with st.container(horizontal=True):
    start = st.button("Start a new interview", type="primary", icon=":material/arrow_forward:")
    sample = st.button("Try it with a sample CV")

if start:
    routes.go(routes.SETUP)
if sample:
    with failures.shown():
        session_id = state.once(
            "sample", lambda: page.app.sessions.create_sample_session(page.owner).id
        )
    routes.go(routes.UPLOAD, session_id)
state.start_afresh("sample")

with failures.shown():
    recent = page.app.sessions.recent(page.owner, LATEST)
if recent:
    st.subheader("Your latest interviews", anchor=False)
    for summary in recent:
        interviews.draw_card(page, summary)
    routes.link("All interviews", routes.DASHBOARD, icon=":material/folder_open:")

st.space("small")
interviewer.draw(page.app.interviewer)
storage.draw(page.app)

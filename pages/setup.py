import streamlit as st

from ui import failures, layout, routes, setup_form, state

page = layout.open("New interview")

st.markdown("Which job are you applying for? You add your CV and the advert on the next page.")
with st.form("setup"):
    entered = setup_form.draw(english_only=page.app.interviewer.is_built_in)
    submitted = st.form_submit_button("Continue", type="primary")

if not submitted:
    state.start_afresh("setup")
    st.stop()
if faults := entered.faults():
    entered.show(faults)
    st.stop()


def create() -> str:
    chosen = entered.format()
    return page.app.sessions.create_session(page.owner, entered.title, entered.company, chosen).id


with failures.shown():
    session_id = state.once("setup", create)
routes.go(routes.UPLOAD, session_id)

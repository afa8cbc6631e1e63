import streamlit as st

from ui import failures, interviews, layout, routes

page = layout.open("Dashboard")

with failures.shown():
    recent = page.app.sessions.recent(page.owner)

if not recent:
    st.markdown("You have no interviews yet.")
routes.link("New interview", routes.SETUP, icon=":material/add_circle:")
for summary in recent:
    interviews.draw_card(page, summary, can_delete=True)

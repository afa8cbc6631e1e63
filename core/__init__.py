"""The interview simulator without a user interface.

Nothing in this package knows Streamlit. `core.bootstrap.build_app` is the one way in.
"""

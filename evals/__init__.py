"""Quality measured on data; printed for people, and no part of the tests."""

"""Rows in a database and files in a folder. Values go in and values come out; no row leaves.

Each public method is one transaction, and each query filters on the owner.
"""

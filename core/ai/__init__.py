"""Language models behind one protocol: adapters, retries, and the chain that falls back.

Importing it loads no vendor SDK; an adapter loads its own on first use.
"""

"""A job advert on the web: fetched from public addresses only, and read as text."""

"""One adapter for each vendor's protocol; whatever the vendor, a reply is read in one way."""

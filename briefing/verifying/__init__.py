"""Checking a document that came back: what is still as it was printed, and what is not."""

"""Measures the findings against sentences labelled by hand; ``tools/evaluate.py`` prints it."""

"""Tests of reading files into reports."""

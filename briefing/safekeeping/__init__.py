"""Keeps work from being lost: side files of unsaved work, dated copies, locks. Knows no window.

Everything lies in the user's data folder, save locks, which stand beside the brief where others
see them. Light enough for the window's own process: what decodes drafts is loaded when needed.
"""

"""The use cases, a module each: what the command line and the window do, they do through these.

Nothing is gathered here: a command that looks something up loads nothing that draws and prints.
"""

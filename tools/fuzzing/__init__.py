"""Feeds the program damaged and hostile files, and looks whether it stays the master of them.

``sound`` makes files as they should be, ``mutating`` and ``structured`` spoil them, ``kinds`` says
what the program does with each, ``judging`` does it in a process of its own and says what came of
it, ``hunting`` goes on until the time is up.
"""

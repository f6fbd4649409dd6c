"""The window: one way of running the program. Takes values from the core, shows them, hands back.

Imports nothing of the stages: what needs them is asked of the core's process through ``tasks``.
"""

"""The core in a process of its own: calls go in, results come out, nothing heavy is loaded here.

``calls`` lists what can be asked; ``client`` starts the process and asks; ``worker`` is what runs
in it. Whoever imports ``calls`` and ``client`` loads the model and nothing of the stages.
"""

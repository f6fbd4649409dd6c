"""Models between the core's values and the views of the window."""

"""Charts made for the request: one module each, all listed in ``CHARTS``."""

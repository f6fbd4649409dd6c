"""Finished documents: one module an output format, all listed in ``EXPORTERS``."""

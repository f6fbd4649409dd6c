"""Reading files into reports: one module an input format, all listed in ``IMPORTERS``."""

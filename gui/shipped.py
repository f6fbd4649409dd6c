"""The libraries that the program needs, as its lock file pins them."""

SHIPPED = (
    *("ahocorasick-rs", "babel", "brotli", "brotlicffi", "cffi", "charset-normalizer", "click"),
    *(
        "contourpy",
        "cssselect2",
        "cycler",
        "et-xmlfile",
        "fonttools",
        "jinja2",
        "kiwisolver",
        "lxml",
    ),
    *("markdown-it-py", "markupsafe", "matplotlib", "mdit-py-plugins", "mdurl", "msgspec"),
    *(
        "numpy",
        "openpyxl",
        "packaging",
        "pillow",
        "platformdirs",
        "py3langid",
        "pycparser",
        "pydyf",
    ),
    *("pyparsing", "pypdfium2", "pyphen", "pyside6-essentials", "python-dateutil", "python-docx"),
    *("sentencex", "shiboken6", "tinycss2", "tinyhtml5", "typing-extensions", "tzdata"),
    *("weasyprint", "webencodings", "xlsxwriter", "zopfli"),
)

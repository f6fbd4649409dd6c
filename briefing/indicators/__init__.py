"""Tables of the officer's own, CSV or XLSX: its bytes in, its figures by country and year out.

Rows that cannot be read are told by line, each in a sentence, and the others kept.
"""

from briefing.indicators.reading import parse_table

__all__ = ["parse_table"]

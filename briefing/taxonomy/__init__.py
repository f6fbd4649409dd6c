"""The regions and themes an officer can pick, and the tables they and all names come from.

Takes the tables of ``assets/taxonomy`` and the officer's own; gives one ``Taxonomy``, and to the
extraction each table by itself. ``assets/taxonomy/README.md`` describes them for an officer.
"""

from briefing.taxonomy.groups import with_groups
from briefing.taxonomy.loading import is_country, load_regions, load_taxonomy, load_themes
from briefing.taxonomy.tables import Table, own_mistakes, own_tables, read_table, tables_version

__all__ = [
    "Table",
    "is_country",
    "load_regions",
    "load_taxonomy",
    "load_themes",
    "own_mistakes",
    "own_tables",
    "read_table",
    "tables_version",
    "with_groups",
]

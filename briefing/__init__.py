"""Deskbrief: from a folder of policy reports to a finished briefing, offline.

The stages, each a function from values to values, in the order a datum passes them:

    importers -> extraction -> library -> selection -> assembly -> charts -> templating -> exporters

``pipeline`` joins them into use cases; ``cli`` offers these on the command line. Nothing in this
package imports Qt.
"""

__version__ = "0.1.0"
PROGRAM = "Deskbrief"

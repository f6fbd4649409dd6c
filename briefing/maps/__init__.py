"""The world for maps: shapes of countries, projections, what part of it a map shows.

Needs numpy, so it is imported when a map is drawn, never before.
"""

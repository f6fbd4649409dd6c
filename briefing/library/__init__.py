"""The library: one folder with one SQLite file and the originals."""

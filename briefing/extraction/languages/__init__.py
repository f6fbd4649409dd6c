"""Reports in other languages than English: a folder of tables and a module of grammar for each."""

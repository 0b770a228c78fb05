"""The letters: kinds, letterhead, tables, and their composition into a `Document`."""

"""Forms as data: one file for each type of record."""

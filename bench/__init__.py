"""Speed, each measure as a ratio to a floor taken in the same run. It informs and never gates: see `make bench`."""

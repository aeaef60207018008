"""The start page: samples, recent files, the team's shared maps."""

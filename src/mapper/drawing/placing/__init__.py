"""Places for texts: candidates, what each would cover, and a choice in which no two texts meet. Needs numpy."""

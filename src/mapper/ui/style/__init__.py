"""How the window looks: its tones, its stylesheet, and whether it is light or dark."""

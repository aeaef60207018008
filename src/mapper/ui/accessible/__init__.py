"""What the canvas says to those who do not see it, and shows to those who go without a mouse."""

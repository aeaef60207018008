"""The dialogs: export, settings, shortcuts, about."""

"""A Wardley map editor whose speciality is contracts."""

__version__ = "0.1.0"

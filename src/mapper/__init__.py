"""A Wardley map editor whose speciality is contracts."""

__version__ = "0.3.0"

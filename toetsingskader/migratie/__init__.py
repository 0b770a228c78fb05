"""Older records keep their meaning: read as today's, and brought up to date when asked."""

from toetsingskader.migratie.lezen import place_of_schema, upgrade
from toetsingskader.migratie.schrijven import Plan, UnsafeEditError, plan
from toetsingskader.migratie.stappen import steps_from

__all__ = ["Plan", "UnsafeEditError", "place_of_schema", "plan", "steps_from", "upgrade"]

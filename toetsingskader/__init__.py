"""Assess a Dutch military deployment and render the letter about it to parliament."""

__version__ = "0.1.0"

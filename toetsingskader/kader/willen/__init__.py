"""Willen: what the Netherlands wants and why."""

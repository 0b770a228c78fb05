"""Kunnen: means, units, risks and money."""

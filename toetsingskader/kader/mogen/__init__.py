"""Mogen: law, consent and support."""

"""Proves a generated client against documentation pages with example envelopes."""

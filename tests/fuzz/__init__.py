"""Mutated replies, fed to the generated clients: each ends in a value or a known error."""

"""Contracts of the size that users bring, made up, and what they cost (`make scale`)."""

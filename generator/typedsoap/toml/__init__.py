"""TOML with places: values whose line is known, and errors that tell it."""

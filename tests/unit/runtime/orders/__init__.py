"""A small hand-written service on the runtime, in the form that generated ones have."""

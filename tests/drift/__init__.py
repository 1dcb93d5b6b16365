"""Single edits of contracts, each reported by exactly the expected rule."""

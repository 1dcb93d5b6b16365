"""The commented files that a project starts with: `typedsoap init`."""

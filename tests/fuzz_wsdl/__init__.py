"""Mutated WSDLs: each ends in a package that can be imported, or in diagnostics."""

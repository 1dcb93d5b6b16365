"""A contract and its client as a person reads them, for `show`."""

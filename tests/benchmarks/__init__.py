"""`make bench`: the client's speed beside its peers' and beside its own past."""

"""What `check` tells of a drift: why first, then what differs."""

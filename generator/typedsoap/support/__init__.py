"""What of a contract can be generated today; the rest is told and left out."""

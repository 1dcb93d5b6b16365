"""What an error of the system's means, and how it is told."""

from __future__ import annotations


def is_limit(error: OSError) -> bool:
    """Whether an error says that a limit of ours was reached, not one of the system's."""
    return isinstance(error, TimeoutError) and error.errno is None


def reason(error: OSError) -> str:
    """What an error says, for people."""
    # The text of one of TLS may be empty: its class is then all there is.
    return error.strerror or str(error) or type(error).__name__

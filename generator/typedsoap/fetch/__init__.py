"""Documents of the network: the only part of the tool that opens connections to it."""

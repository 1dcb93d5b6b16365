"""The action and the hooks of this repository, run as GitHub and pre-commit run them."""

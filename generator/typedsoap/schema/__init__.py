"""XML Schema documents into the components of a contract."""

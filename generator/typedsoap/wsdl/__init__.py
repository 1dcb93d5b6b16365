"""WSDL documents into a contract."""

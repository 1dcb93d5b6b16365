"""Files: a WSDL and all that it imports, read by a hardened parser."""

"""A vendor's WSDL beside the configuration: in a normal form, with a lock file."""

"""`make corpus`: WSDL files of other projects, generated, run and counted."""

"""Generates typed Python SOAP clients from WSDL contracts."""

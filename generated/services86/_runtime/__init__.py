"""What every generated client needs at run time: codec helpers, transport and errors.

These modules are copied as they are into each generated package. They need lxml and
urllib3 and nothing else, and they know no service: generated modules call them.
"""

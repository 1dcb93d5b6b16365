"""Paragraphs of an overlay's documentation are paragraphs of the docstring."""

from __future__ import annotations

from pathlib import Path

from tests.support.wsdl_texts import wsdl
from tests.unit.views.packages import CUSTOMER, PLACE_CUSTOMER, config, service
from typedsoap.pipeline import plan

OVERLAY = '''
[service]
documentation = """
What it is
in two lines.

Why it is!
"""
[operations.Place]
documentation = "What it is in two lines.\\n \\nWhy it is!"
[types.Customer]
documentation = "What it is in two lines.\\n\\nWhy it is!"
'''


def test_of_services_operations_and_types(tmp_path: Path) -> None:
    text = wsdl(elements=PLACE_CUSTOMER, types=CUSTOMER)
    files = plan(config(tmp_path, service(tmp_path, text, OVERLAY))).files.files
    for path, indent in (
        ("orders/client.py", 4),
        ("orders/client.py", 8),
        ("orders/server.py", 8),
        ("types/orders/customer.py", 4),
    ):
        source = files[f"sample/{path}"].decode()
        margin = " " * indent
        told = f"What it is in two lines.\n\n{margin}Why it is!\n"
        assert source.count(told) == 1, path

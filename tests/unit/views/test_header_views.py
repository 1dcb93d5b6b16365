"""Header blocks as keywords of the client."""

from __future__ import annotations

from pathlib import Path

from tests.support.wsdl_texts import (
    BINDING,
    ELEMENTS,
    MESSAGES,
    wsdl,
)
from tests.unit.views.packages import CUSTOMER, service, view


def test_a_header_block_is_a_keyword_and_can_stand_for_one_member(
    tmp_path: Path,
) -> None:
    header = '<soap:header message="tns:Headers" part="Token" use="literal"/>'
    text = wsdl(
        elements=ELEMENTS.replace(
            '<xs:element name="Token" type="xs:string"/>',
            '<xs:element name="Token" type="tns:Customer"/>',
        ),
        types=CUSTOMER,
        messages=MESSAGES,
        binding=BINDING.replace("<wsdl:input>", f"<wsdl:input>{header}"),
    )
    overlay = '[headers.request.Token]\nflatten = "Name"\nsecret = true\n'

    plain = view(tmp_path, service(tmp_path, text, module="plain"))
    flat = view(tmp_path, service(tmp_path, text, overlay))

    assert [b.value.argument for b in plain.services[0].request_blocks] == [
        "Customer | None"
    ]
    (block,) = flat.services[0].request_blocks
    assert (block.value.name, block.value.argument) == ("name", "str | None")
    assert block.value.secret
    assert flat.services[0].secret_elements == ('"Token"',)


def test_an_inherited_member_of_a_header_block_can_be_its_keyword(
    tmp_path: Path,
) -> None:
    header = '<soap:header message="tns:Headers" part="Token" use="literal"/>'
    login = """<xs:complexType name="Login"><xs:complexContent>
      <xs:extension base="tns:Customer"/></xs:complexContent></xs:complexType>"""
    text = wsdl(
        elements=ELEMENTS.replace(
            '<xs:element name="Token" type="xs:string"/>',
            '<xs:element name="Token" type="tns:Login"/>',
        ),
        types=CUSTOMER + login,
        binding=BINDING.replace("<wsdl:input>", f"<wsdl:input>{header}"),
    )
    overlay = """
[headers.request.Token]
flatten = "Name"
[types.Customer.fields.Name]
documentation = "Who."
secret = true
"""
    (only,) = view(tmp_path, service(tmp_path, text, overlay)).services
    (block,) = only.request_blocks
    assert (block.value.name, block.value.argument) == ("name", "str | None")
    assert (block.value.text, block.value.secret) == ("Who.", True)

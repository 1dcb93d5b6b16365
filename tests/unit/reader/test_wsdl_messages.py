"""Messages as the contract has them: their parts in Body, in header blocks and attached."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.wsdl_texts import BINDING, MESSAGES, name, operation, wsdl, xs
from typedsoap.contract import Header, Use

SOAP_BODY = '<wsdl:input><soap:body use="literal"/></wsdl:input>'


def test_header_blocks_keep_their_order(tmp_path: Path) -> None:
    messages = MESSAGES.replace(
        '<wsdl:part name="Token"',
        '<wsdl:part name="Z" element="tns:Place"/>'
        '<wsdl:part name="Y" type="xs:int"/><wsdl:part name="Token"',
    )
    blocks = "".join(
        f'<soap:header message="tns:Headers" part="{part}" use="{use}" {more}/>'
        for part, use, more in [
            ("Token", "literal", ""),
            ("Y", "encoded", 'namespace="urn:y"'),
            ("Z", "literal", ""),
        ]
    )
    binding = BINDING.replace(
        SOAP_BODY, SOAP_BODY.replace("<soap:b", f"{blocks}<soap:b")
    )
    found = operation(tmp_path, wsdl(messages=messages, binding=binding))
    assert found.input.headers == (
        Header(message=name("Headers"), part="Token", element=name("Token")),
        Header(
            message=name("Headers"),
            part="Y",
            element=None,
            type=xs("int"),
            namespace="urn:y",
            use=Use.ENCODED,
        ),
        Header(message=name("Headers"), part="Z", element=name("Place")),
    )


def test_header_block_of_the_same_message_is_not_in_body(tmp_path: Path) -> None:
    messages = MESSAGES.replace(
        '<wsdl:part name="body" element="tns:Place"/>',
        '<wsdl:part name="token" element="tns:Token"/>'
        '<wsdl:part name="body" element="tns:Place"/>',
    )
    header = '<soap:header message="tns:PlaceIn" part="token" use="literal"/>'
    binding = BINDING.replace(
        SOAP_BODY, SOAP_BODY.replace("<soap:b", f"{header}<soap:b")
    )
    found = operation(tmp_path, wsdl(messages=messages, binding=binding)).input
    assert found.body == ("body",)
    assert [part.name for part in found.body_parts] == ["body"]
    assert [part.name for part in found.parts] == ["token", "body"]


@pytest.mark.parametrize(
    ("parts", "body"),
    [('parts="b a"', ("b", "a")), ('parts=""', ()), ("", ("a", "b"))],
)
def test_parts_of_body(parts: str, body: tuple[str, ...], tmp_path: Path) -> None:
    messages = MESSAGES.replace(
        '<wsdl:part name="body" element="tns:Place"/>',
        '<wsdl:part name="a" element="tns:Place"/><wsdl:part name="b" type="xs:int"/>',
    )
    binding = BINDING.replace(SOAP_BODY, SOAP_BODY.replace("use=", f"{parts} use="))
    found = operation(tmp_path, wsdl(messages=messages, binding=binding)).input
    assert found.body == body
    assert tuple(part.name for part in found.body_parts) == body


def test_attachments(tmp_path: Path) -> None:
    messages = MESSAGES.replace(
        '<wsdl:part name="body" element="tns:Place"/>',
        '<wsdl:part name="body" element="tns:Place"/>'
        '<wsdl:part name="file" type="xs:base64Binary"/>',
    )
    multipart = (
        "<wsdl:input><mime:multipartRelated><mime:part><soap:body use='literal'/>"
        "</mime:part><mime:part><mime:content part='file' type='image/png'/></mime:part>"
        "</mime:multipartRelated></wsdl:input>"
    )
    binding = BINDING.replace(SOAP_BODY, multipart)
    found = operation(tmp_path, wsdl(messages=messages, binding=binding)).input
    assert (found.body, found.attachments) == (("body",), ("file",))

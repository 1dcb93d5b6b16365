"""SOAP 1.2 from the server's side, and both sides together; zeep as another client."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree

from tests.support.wsgi import SOAP, Answer, call
from tests.unit.messages.packages import Package, Zeep

CASE = "soap-1-2"
OVERLAY = '[failure]\nflag = "Accepted"\n'
SOAP_12 = "http://www.w3.org/2003/05/soap-envelope"
NS = "urn:example:orders"
E = f"{{{SOAP_12}}}"
PLACE = f'<Place xmlns="{NS}"><Item>Bolt</Item></Place>'
ACTION = 'application/soap+xml; charset=utf-8; action="urn:example:orders/Place"'


def envelope(body: str, header: str = "", namespace: str = SOAP_12) -> bytes:
    return (
        f'<e:Envelope xmlns:e="{namespace}"><e:Header>{header}</e:Header>'
        f"<e:Body>{body}</e:Body></e:Envelope>"
    ).encode()


def post(package: Package, data: bytes, kind: str = ACTION, **methods: Any) -> Answer:
    methods = {"place": lengths, **methods}
    return call(package.application(**methods), data, {"Content-Type": kind})


def lengths(given: Any) -> list[int]:
    return [len(given.item)]


def raising(error: Exception) -> Any:
    def method(given: object) -> None:
        raise error

    return method


def fault(
    answer: Answer, status: int
) -> etree._Element:  # pyright: ignore[reportPrivateUsage]
    assert answer.status == status
    assert answer.headers["Content-Type"] == "application/soap+xml; charset=utf-8"
    (found,) = etree.fromstring(answer.body).findall(f"{E}Body/{E}Fault")
    return found


def codes(answer: Answer, status: int) -> list[str]:
    values = fault(answer, status).iter(f"{E}Value")
    return [expanded(value) for value in values]


def expanded(element: Any) -> str:
    prefix, _, local = (element.text or "").rpartition(":")
    namespace = element.nsmap[prefix] if prefix else ""
    return f"{{{namespace}}}{local}" if namespace else local


@pytest.mark.parametrize(
    "kind",
    [
        ACTION,
        "application/soap+xml",
        "application/soap+xml; action=urn:example:orders/Place",
        'APPLICATION/SOAP+XML;Action="urn:example:orders/Place" ; charset="utf-8"',
        'application/soap+xml; a=";action=x"; action="urn:example:orders/%50lace"',
    ],
)
def test_a_request_by_hand(kind: str, package: Package) -> None:
    answer = post(package, envelope(PLACE), kind)
    assert answer.status == 200
    assert answer.headers["Content-Type"] == "application/soap+xml; charset=utf-8"
    root = etree.fromstring(answer.body)
    assert root.tag == f"{E}Envelope"
    assert package.body(answer.body) == (
        f'<n1:PlaceResponse xmlns:n1="{NS}"><n1:Numbers><n1:int>4</n1:int></n1:Numbers>'
        "</n1:PlaceResponse>"
    )


def test_an_action_that_no_operation_has(package: Package) -> None:
    kind = 'application/soap+xml; action="urn:other"'
    assert codes(post(package, envelope(PLACE), kind), 400) == [f"{E}Sender"]


def test_other_content_types(package: Package) -> None:
    answer = post(package, envelope(PLACE), "application/json")
    assert answer.status == 415
    assert b"application/soap+xml, the content type of SOAP 1.2" in answer.body


@pytest.mark.parametrize("namespace", [SOAP, "urn:of-another-version"])
def test_an_envelope_of_another_version(namespace: str, package: Package) -> None:
    answer = post(package, envelope(PLACE, namespace=namespace))
    assert codes(answer, 500) == [f"{E}VersionMismatch"]
    assert supported(answer) == [f"{E}Envelope"]


def test_a_request_of_soap_1_1(package: Package) -> None:
    # SOAP 1.2 part 1, appendix A: the answer is one that its sender can read.
    answer = post(package, envelope(PLACE, namespace=SOAP), "text/xml")
    code, reason = answer.fault
    assert (code, SOAP_12 in reason) == ("soap:VersionMismatch", True)
    assert supported(answer) == [f"{E}Envelope"]


def supported(answer: Answer) -> list[str]:
    root = etree.fromstring(answer.body)
    (header,) = root.findall(f"{{{etree.QName(root).namespace}}}Header")
    (upgrade,) = header.findall(f"{E}Upgrade")
    found: list[str] = []
    for child in upgrade.findall(f"{E}SupportedEnvelope"):
        prefix, _, local = child.attrib["qname"].partition(":")
        found.append(f"{{{child.nsmap[prefix]}}}{local}")
    return found


def test_blocks_that_are_not_understood(package: Package) -> None:
    blocks = (
        '<o:A xmlns:o="urn:o" e:mustUnderstand="true"/><o:B xmlns:o="urn:o"/>'
        '<C e:mustUnderstand="1"/><o:D xmlns:o="urn:o" e:mustUnderstand="1" '
        'e:role="urn:other"/>'
    )
    answer = post(package, envelope(PLACE, blocks))
    assert codes(answer, 500) == [f"{E}MustUnderstand"]
    header = etree.fromstring(answer.body).find(f"{E}Header")
    assert header is not None
    names: list[str] = []
    for block in header.findall(f"{E}NotUnderstood"):
        prefix, _, local = block.attrib["qname"].rpartition(":")
        names.append(f"{{{block.nsmap[prefix]}}}{local}" if prefix else local)
    assert names == ["{urn:o}A", "C"]


def test_what_is_malformed_is_answered_in_the_version_of_its_type(
    package: Package,
) -> None:
    assert codes(post(package, b"<a"), 400) == [f"{E}Sender"]


@pytest.mark.parametrize(
    ("arguments", "keywords", "status", "expected"),
    [
        (("Client", "no"), {}, 400, [f"{E}Sender"]),
        (("Sender", "no"), {}, 400, [f"{E}Sender"]),
        (("Server", "no"), {}, 500, [f"{E}Receiver"]),
        (("Client.Login", "no"), {}, 400, [f"{E}Sender", "Login"]),
        (("Mine", "no"), {}, 500, [f"{E}Receiver", "Mine"]),
        (("not a name", "no"), {}, 500, [f"{E}Receiver"]),
        (
            ("Mine", "no"),
            {"code_namespace": "urn:o"},
            500,
            [f"{E}Receiver", "{urn:o}Mine"],
        ),
        (
            ("Sender", "no"),
            {"code_namespace": SOAP_12, "subcodes": ("{urn:o}A", "{urn:p}B", "<")},
            400,
            [f"{E}Sender", "{urn:o}A", "{urn:p}B"],
        ),
        (("Client", "no"), {"code_namespace": SOAP}, 400, [f"{E}Sender"]),
    ],
)
def test_codes_of_faults(
    arguments: tuple[str, str],
    keywords: dict[str, Any],
    status: int,
    expected: list[str],
    package: Package,
) -> None:
    raised = package.errors.SoapFault(*arguments, **keywords)
    answer = post(package, envelope(PLACE), place=raising(raised))
    assert codes(answer, status) == expected


def test_everything_that_a_fault_can_say(package: Package) -> None:
    errors = package.errors
    raised = errors.SoapFault(
        "Sender",
        "no <b>",
        subcodes=(f"{{{NS}}}Stock",),
        actor="urn:role",
        node="urn:node",
        detail=(errors.XmlFragment("{urn:o}A", b'<o:A xmlns:o="urn:o">a</o:A>'),),
    )
    answer = post(package, envelope(PLACE), place=raising(raised))
    found = fault(answer, 400)
    assert [child.tag for child in found] == [
        f"{E}{name}" for name in ("Code", "Reason", "Node", "Role", "Detail")
    ]
    (text,), (item,) = found[1], found[4]
    assert (text.text, [*text.attrib.values()]) == ("no <b>", ["en"])
    assert (found[2].text, found[3].text) == ("urn:node", "urn:role")
    assert (item.tag, item.text) == ("{urn:o}A", "a")
    with pytest.raises(errors.SoapFault) as caught:
        package.client(place=raising(raised)).place(item="Bolt")
    for name in ("code", "subcodes", "reason", "actor", "node"):
        assert getattr(caught.value, name) == getattr(raised, name)
    assert caught.value.detail[0].name == "{urn:o}A"


def test_an_error_of_the_handler_says_nothing(package: Package) -> None:
    answer = post(package, envelope(PLACE), place=raising(KeyError("s3cret")))
    assert codes(answer, 500) == [f"{E}Receiver"]
    assert b"s3cret" not in answer.body


def test_both_sides(package: Package) -> None:
    client = package.client(place=lambda given: [7, len(given.item)])
    reply = client.with_response.place(item="Bolt")
    assert (reply.value, reply.headers.accepted) == ([7, 4], True)
    notes: list[str] = []
    client = package.client(note=lambda given: notes.append(given.text))
    assert client.with_response.note(text="n").http.status == 202
    assert notes == ["n"]


def test_failures_on_both_sides(package: Package) -> None:
    errors = package.errors
    with pytest.raises(errors.SoldOut) as caught:
        package.client(place=raising(errors.SoldOut(3, "gone"))).place(item="Bolt")
    assert (caught.value.info, caught.value.reason) == (3, "gone")
    assert caught.value.code == "Receiver"
    with pytest.raises(errors.OperationFailed):
        package.client(place=raising(errors.OperationFailed())).place(item="Bolt")
    assert package.answer.status == 200


def test_zeep_calls_the_server(package: Package) -> None:
    notes: list[str] = []
    zeep = Zeep(
        package,
        place=lambda given: [len(given.item)],
        note=lambda given: notes.append(given.text),
    )
    placed = zeep.service.Place(Item="Bolt", _soapheaders={"Locale": "nb"})
    assert placed.header.Accepted is True
    assert placed.body.Numbers["int"] == [4]
    zeep.service.Note(Text="n")
    assert notes == ["n"]


def test_zeep_reads_the_faults(package: Package) -> None:
    sold_out = package.errors.SoldOut(3, "gone", "Sender")
    zeep = Zeep(package, place=raising(sold_out))
    with pytest.raises(Exception, match="gone") as caught:
        zeep.service.Place(Item="Bolt")
    error: Any = caught.value
    assert error.code.rpartition(":")[2] == "Sender"
    assert error.detail[0].findtext(f"{{{NS}}}Left") == "3"


def test_request_is_the_one_that_zeep_sends(package: Package) -> None:
    zeep = Zeep(package)
    with pytest.raises(package.errors.ProtocolError):
        package.answered("", whole=True).place(item="Bolt & nut")
    expected = zeep.request("Place", Item="Bolt & nut")
    assert etree.fromstring(expected).tag == f"{E}Envelope"
    assert package.body() == package.body(expected)

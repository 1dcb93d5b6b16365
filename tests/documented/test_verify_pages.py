"""`typedsoap verify` on pages that hold, and on every way in which they may not."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.documented.corruptions import CORRUPTIONS, GRAMS
from tests.support.command import typedsoap
from typedsoap.config.arguments import config_from_arguments
from typedsoap.errors import TypedSoapError
from typedsoap.output.files import FileSet
from typedsoap.verify.client import Client, plan_client
from typedsoap.verify.pages import read_pages
from typedsoap.verify.report import report_lines
from typedsoap.verify.verification import Verdict, Verification, verify

PAGES = Path(__file__).parent / "pages"
WSDL = PAGES / "parcels.wsdl"


@pytest.fixture(scope="module")
def client() -> Client:
    return plan_client(config_from_arguments([WSDL], None, "parcels_client"))


def verified(client: Client, path: Path) -> Verification:
    found = read_pages(path)
    return verify(found, client.sources, client.view, client.plan.files)


def report_of(client: Client, path: Path) -> tuple[bool, str]:
    verification = verified(client, path)
    lines = report_lines(verification, read_pages(path))
    return verification.holds, "\n".join(lines)


def edited(folder: Path, page: str, old: str, new: str) -> Path:
    """A page with one place edited."""
    text = (PAGES / page).read_text("utf-8")
    assert text.count(old) == 1, f"{text.count(old)} times {old!r}"
    path = folder / page
    path.write_text(text.replace(old, new), "utf-8")
    return path


def test_pages_that_hold(client: Client) -> None:
    holds, text = report_of(client, PAGES)
    assert holds
    lines = text.splitlines()
    assert lines[-1] == "3 of 3 operations hold: 6 envelopes"
    assert "Ping: holds: request, response (N3 9)" in lines
    assert any(line.endswith("index.md: no example envelopes") for line in lines)


def test_every_normalisation_is_counted(client: Client) -> None:
    _, text = report_of(client, PAGES / "TrackParcel.md")
    held = "TrackParcel: holds: request, response (N1 4, N2 2, N3 25, N4 11, N5 1, "
    assert f"{held}N6 1, N6 filled 1)" in text
    assert "N6: 1 time: optional empty value" in text
    assert "N6 filled: 1 time: required empty value" in text
    assert "no page shows: SendParcels, Ping" in text
    assert "1 of 1 operation holds: 2 envelopes" in text


@pytest.fixture(scope="module")
def verdicts(
    client: Client, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Verdict]:
    """What came of each corrupted page; one run of the client for all."""
    root = tmp_path_factory.mktemp("pages")
    paths: dict[str, str] = {}
    for number, (name, (page, old, new)) in enumerate(CORRUPTIONS.items()):
        folder = root / f"{number:02}"
        folder.mkdir()
        paths[edited(folder, page, old, new).as_posix()] = name
    return {paths[v.page]: v for v in verified(client, root).verdicts}


@pytest.mark.parametrize("name", CORRUPTIONS)
def test_corrupted_page_fails(verdicts: dict[str, Verdict], name: str) -> None:
    verdict = verdicts[name]
    assert not verdict.holds
    assert verdict.request if name.startswith("request") else verdict.response


def test_difference_is_shown_side_by_side(client: Client, tmp_path: Path) -> None:
    new = GRAMS.replace("Grams", "Gram")
    _, text = report_of(client, edited(tmp_path, "SendParcels.md", GRAMS, new))
    assert "SendParcels.md:28: Gram is not declared in Parcel" in text
    (line,) = [line.split() for line in text.splitlines() if "</n2:Gram>" in line]
    assert (line[:2], line[-1]) == (["<", "<n2:Gram"], "|")
    assert "  n2 = urn:example:parcels" in text


def test_response_after_nothing_was_sent(client: Client, tmp_path: Path) -> None:
    old = '<parcels:Number xsi:type="xsd:int">0</parcels:Number>'
    verification = verified(client, edited(tmp_path, "TrackParcel.md", old, ""))
    (verdict,) = verification.verdicts
    told = [finding.message for finding in verdict.request]
    assert any("lacks the required Number" in message for message in told)
    assert any(message.startswith("nothing was sent: ") for message in told)
    (finding,) = verdict.response
    assert finding.message == "the client was not asked to read it, for it sent nothing"


def test_secrets_are_masked(client: Client, tmp_path: Path) -> None:
    block = "<parcels:Token>abc</parcels:Token>"
    new = block.replace("abc", "s3cret").replace("</", "<parcels:Inner/></")
    _, text = report_of(client, edited(tmp_path, "TrackParcel.md", block, new))
    assert "Token holds what its type does not allow" in text
    assert "***" in text
    assert "s3cret" not in text


def test_page_of_an_unknown_operation_is_skipped(
    client: Client, tmp_path: Path
) -> None:
    shutil.copy(PAGES / "Ping.md", tmp_path)
    text = (PAGES / "Ping.md").read_text("utf-8").replace("Ping", "Pong")
    (tmp_path / "Pong.md").write_text(text, "utf-8")
    holds, lines = report_of(client, tmp_path)
    assert holds
    assert "Pong.md: no operation Pong in the contract" in lines
    assert "1 of 1 operation holds: 2 envelopes" in lines


def test_client_that_sends_something_else_fails(client: Client) -> None:
    for old, new in (
        (b"parcels/SendParcels", b"parcels/Send"),
        (b"Insured>", b"Secured>"),
        (b"write_int(value.grams, ", b"write_int(7, "),
    ):
        files = client.plan.files
        tampered = {
            path: content.replace(old, new) for path, content in files.files.items()
        }
        assert tampered != dict(files.files)
        wrong = FileSet(files.package, tampered)
        pages = read_pages(PAGES / "SendParcels.md")
        verification = verify(pages, client.sources, client.view, wrong)
        assert not verification.holds
        assert verification.verdicts[0].request


def test_client_that_cannot_be_imported(client: Client) -> None:
    files = replace(client.plan.files, files={"parcels_client/__init__.py": b"1 +"})
    pages = read_pages(PAGES / "Ping.md")
    with pytest.raises(TypedSoapError, match=r"TS504.*SyntaxError"):
        verify(pages, client.sources, client.view, files)


def test_command_holds() -> None:
    done = typedsoap(
        "verify", "pages", "--wsdl", "pages/parcels.wsdl", folder=PAGES.parent
    )
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1] == "3 of 3 operations hold: 6 envelopes"


def test_command_fails_on_a_difference(tmp_path: Path) -> None:
    page = edited(tmp_path, "Ping.md", "<p:PingResponse/>", "<p:PingResponse a=''/>")
    done = typedsoap("verify", str(page), "--wsdl", str(WSDL), folder=tmp_path)
    assert done.exit_code == 1
    assert done.stdout.splitlines()[-1] == "0 of 1 operation holds: 0 envelopes"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("</p:PingResponse>", "", "Ping.md:22: error TS002"),
        ("<soap:Envelope", "<!DOCTYPE x><soap:Envelope", "Ping.md:19: error TS006"),
        ("~~~\n", "", "Ping.md:18: error TS502: this block has no end"),
        ("## Ping Response", "## Ping Request", "TS502: a second Ping Request"),
        ("## Ping Response", "## Pong Response", "several operations: Ping, Pong"),
        ("## Ping Response", "## Answer", "TS502: the page shows no response of Ping"),
    ],
)
def test_unusable_page(tmp_path: Path, old: str, new: str, message: str) -> None:
    text = (PAGES / "Ping.md").read_text("utf-8")
    text = text.replace("<p:PingResponse/>", "<p:PingResponse></p:PingResponse>")
    before, place, after = text.rpartition(old)
    assert place
    (tmp_path / "Ping.md").write_text(before + new + after, "utf-8")
    done = typedsoap("verify", "Ping.md", "--wsdl", str(WSDL), folder=tmp_path)
    assert done.exit_code == 2
    assert message in done.stderr
    assert "WSDL" not in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize("service", ["Messaging", "SoPrincipal"])
@pytest.mark.parametrize("own", [True, False], ids=["own contract", "vendor's"])
def test_documentation_holds(reference: Path, service: str, own: bool) -> None:
    project = Path(__file__).resolve().parents[2]
    vendor = reference.resolve() / "vendor"
    wsdl = vendor / "wsdl" / f"WSDL-Services86-{service}.xml"
    arguments = [
        str(vendor / "docs" / service),
        *([] if own else ["--wsdl", str(wsdl)]),
    ]
    done = typedsoap("verify", *arguments, folder=project)
    assert done.exit_code == 0, done.stdout + done.stderr
    count = {"Messaging": 6, "SoPrincipal": 5}[service]
    summary = f"{count} of {count} operations hold: {2 * count} envelopes"
    assert done.stdout.splitlines()[-1] == summary

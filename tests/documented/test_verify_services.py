"""`typedsoap verify` with several services, with operations left out, with failures."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.support.command import Completed, typedsoap

PAGES = Path(__file__).parent / "pages"


def project(folder: Path, *wsdls: str) -> None:
    """A configuration of these WSDLs."""
    services = "".join(f'[[tool.typedsoap.services]]\nwsdl = "{w}"\n' for w in wsdls)
    section = f'[tool.typedsoap]\npackage = "p"\noutput = "out"\n{services}'
    (folder / "pyproject.toml").write_text(section, "utf-8")


def parcels(folder: Path, name: str, *edits: tuple[str, str]) -> None:
    """The WSDL of the pages under another name, edited."""
    text = (PAGES / "parcels.wsdl").read_text("utf-8")
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    (folder / name).write_text(text, "utf-8")


def copy(folder: Path, page: str, *edits: tuple[str, str]) -> None:
    """A page in a folder, edited."""
    text = (PAGES / page).read_text("utf-8")
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / page).write_text(text, "utf-8")


def verify(folder: Path, *arguments: str) -> Completed:
    return typedsoap("verify", *arguments, folder=folder)


def two_services(folder: Path) -> None:
    """Two services with the same operations, in different namespaces."""
    parcels(folder, "parcels.wsdl")
    parcels(
        folder,
        "freight.wsdl",
        ("urn:example:parcels", "urn:example:freight"),
        ('portType name="Parcels"', 'portType name="Freight"'),
        ('type="p:Parcels"', 'type="p:Freight"'),
        ("ParcelService", "FreightService"),
    )
    project(folder, "parcels.wsdl", "freight.wsdl")


def test_folder_tells_which_service_is_meant(tmp_path: Path) -> None:
    two_services(tmp_path)
    copy(tmp_path / "Parcels", "Ping.md")
    freight = ("urn:example:parcels", "urn:example:freight")
    copy(tmp_path / "freight", "Ping.md", freight)
    assert verify(tmp_path, "Parcels").exit_code == 0
    assert verify(tmp_path, "freight").exit_code == 0
    copy(tmp_path / "docs" / "PARCELS", "Ping.md")
    copy(tmp_path / "docs" / "Freight", "Ping.md", freight)
    assert verify(tmp_path, "docs").exit_code == 0


def test_page_that_could_belong_to_two_services(tmp_path: Path) -> None:
    two_services(tmp_path)
    copy(tmp_path / "docs", "Ping.md")
    done = verify(tmp_path, "docs")
    assert done.exit_code == 2
    expected = "TS503: operation 'Ping' is in several services: parcels, freight"
    assert expected in done.stderr
    assert verify(tmp_path, "docs", "--wsdl", "parcels.wsdl").exit_code == 0


def test_page_that_cannot_be_used_leaves_the_others(tmp_path: Path) -> None:
    two_services(tmp_path)
    docs = tmp_path / "docs"
    copy(docs / "Parcels", "Ping.md")
    copy(docs / "Parcels", "TrackParcel.md", ("</E:Envelope>", ""))
    copy(docs / "Parcels", "SendParcels.md", ("SendParcels Request", "Request"))
    copy(docs / "guides", "Ping.md")
    done = verify(tmp_path, "docs")
    assert done.exit_code == 2
    lines = done.stdout.splitlines()
    assert "Ping: holds: request, response (N3 9)" in lines
    for page in ("guides/Ping", "Parcels/TrackParcel", "Parcels/SendParcels"):
        assert f"docs/{page}.md: FAILS: the page cannot be used" in lines
    assert lines[-1] == "1 of 4 operations hold: 2 envelopes"
    told = done.stderr.splitlines()
    assert any("TrackParcel.md:20: error TS00" in line for line in told), told
    assert any("SendParcels.md:" in line and "TS502" in line for line in told)
    assert any("guides/Ping.md:" in line and "TS503" in line for line in told)
    assert told[-1] == "3 errors"


def test_folder_of_a_service_holds_its_pages_alone(tmp_path: Path) -> None:
    two_services(tmp_path)
    parcels(
        tmp_path,
        "freight.wsdl",
        ("urn:example:parcels", "urn:example:freight"),
        ('portType name="Parcels"', 'portType name="Freight"'),
        ('type="p:Parcels"', 'type="p:Freight"'),
        ("ParcelService", "FreightService"),
        ('operation name="Ping"', 'operation name="Hail"'),
    )
    copy(tmp_path / "docs" / "freight", "Ping.md")
    copy(tmp_path / "docs" / "Parcels", "Ping.md")
    done = verify(tmp_path, "docs")
    assert done.exit_code == 0, done
    assert "skipped: docs/freight/Ping.md: no operation Ping" in done.stdout
    assert "1 of 1 operation holds" in done.stdout


def test_folder_of_wsdls_that_nothing_configures(tmp_path: Path) -> None:
    two_services(tmp_path)
    (tmp_path / "pyproject.toml").unlink()
    (tmp_path / "contracts").mkdir()
    for name in ("parcels", "freight"):
        wsdl = tmp_path / f"{name}.wsdl"
        wsdl.rename(tmp_path / "contracts" / f"{name}.xml")
    freight = ("urn:example:parcels", "urn:example:freight")
    copy(tmp_path / "docs" / "Parcels", "Ping.md")
    copy(tmp_path / "docs" / "Freight", "Ping.md", freight)
    done = verify(tmp_path, "docs", "--wsdl", "contracts")
    assert done.exit_code == 0, done
    assert "2 of 2 operations hold" in done.stdout
    files = [str(file) for file in (tmp_path / "contracts").iterdir()]
    both = [part for file in files for part in ("--wsdl", file)]
    assert verify(tmp_path, "docs", *both).stdout == done.stdout


def test_folder_without_wsdl(tmp_path: Path) -> None:
    copy(tmp_path / "docs", "Ping.md")
    done = verify(tmp_path, "docs", "--wsdl", "docs")
    assert done.exit_code == 2
    assert "docs: error TS605: no WSDL" in done.stderr


def test_operation_that_is_left_out_fails(tmp_path: Path) -> None:
    since = 'name="Since" type="xs:dateTime"'
    parcels(
        tmp_path, "parcels.wsdl", (since, since.replace("dateTime", "anyAtomicType"))
    )
    for page in ("Ping.md", "TrackParcel.md"):
        copy(tmp_path / "docs", page)
    done = verify(tmp_path, "docs", "--wsdl", "parcels.wsdl")
    assert done.exit_code == 1
    assert "TrackParcel: FAILS: the client does not have this operation" in done.stdout
    assert done.stdout.splitlines()[-1] == "1 of 2 operations hold: 2 envelopes"
    assert "warning" in done.stderr
    strict = verify(tmp_path, "docs", "--wsdl", "parcels.wsdl", "--strict")
    assert (strict.exit_code, strict.stdout) == (2, "")


def test_reply_that_tells_a_failure_is_to_be_raised(tmp_path: Path) -> None:
    for name in ("parcels.wsdl", "parcels.overlay.toml"):
        shutil.copy(PAGES / name, tmp_path)
    done = ("<parcels:Done>true<", "<parcels:Done>false<")
    copy(tmp_path / "docs", "TrackParcel.md", done)
    assert verify(tmp_path, "docs", "--wsdl", "parcels.wsdl").exit_code == 0
    # Without the rule the same reply is an ordinary one, and the client returns.
    (tmp_path / "parcels.overlay.toml").unlink()
    assert verify(tmp_path, "docs", "--wsdl", "parcels.wsdl").exit_code == 0


def test_no_page_of_the_contract(tmp_path: Path) -> None:
    shutil.copy(PAGES / "parcels.wsdl", tmp_path)
    copy(tmp_path / "docs", "Ping.md", ("Ping", "Pong"))
    done = verify(tmp_path, "docs", "--wsdl", "parcels.wsdl")
    assert done.exit_code == 2
    assert "TS505" in done.stderr

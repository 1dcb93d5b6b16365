"""`typedsoap init`: the commented files that a project starts with."""

from __future__ import annotations

import re
import shutil
import tomllib
from pathlib import Path

import pytest

from tests.attack import names_contract
from tests.attack.hostile_names import NAMES
from tests.support.command import typedsoap
from tests.support.goldens import GOLDEN
from tests.support.wsdl_texts import write, wsdl

PINNED = Path(__file__).parents[3] / "wsdl"
_CHOICE = re.compile(r"^# (?=\[|[a-z_]+ = )", re.MULTILINE)

SECRETIVE = """
<xs:element name="Place"><xs:complexType><xs:sequence>
  <xs:element name="Item" type="xs:string"/>
  <xs:element name="PassWord" type="xs:string"/>
  <xs:element name="Spinning" type="xs:string"/>
</xs:sequence></xs:complexType></xs:element>
<xs:element name="PlaceResponse"><xs:complexType><xs:sequence>
  <xs:element name="ApiKey" type="tns:Key"/>
</xs:sequence></xs:complexType></xs:element>
<xs:complexType name="Key"><xs:sequence>
  <xs:element name="SessionId" type="xs:string"/>
</xs:sequence></xs:complexType>
<xs:element name="Token" type="xs:string"/>"""


def uncommented(path: Path) -> None:
    """Undo every comment that is a choice; each key keeps its last value."""
    path.write_text(_CHOICE.sub("", path.read_text("utf-8")), "utf-8")


def test_a_project_that_starts_can_generate(tmp_path: Path) -> None:
    write(tmp_path, wsdl(), "wsdl/orders.wsdl")

    ran = typedsoap("init", "wsdl/orders.wsdl", folder=tmp_path)

    assert (ran.exit_code, ran.stderr) == (0, "")
    assert ran.stdout.splitlines() == [
        "add    pyproject.toml",
        "add    wsdl/orders.overlay.toml",
        "next: typedsoap generate",
    ]
    settings = tomllib.loads((tmp_path / "pyproject.toml").read_text("utf-8"))
    assert settings == {
        "tool": {
            "typedsoap": {
                "package": "orders_client",
                "output": ".",
                "services": [{"wsdl": "wsdl/orders.wsdl"}],
            }
        }
    }
    assert typedsoap("generate", folder=tmp_path).exit_code == 0
    assert (tmp_path / "orders_client/orders/client.py").is_file()
    assert typedsoap("check", folder=tmp_path).exit_code == 0


def test_what_looks_secret_is_masked_and_told(tmp_path: Path) -> None:
    write(tmp_path, wsdl(elements=SECRETIVE), "orders.wsdl")

    ran = typedsoap("init", "orders.wsdl", folder=tmp_path)

    secrets = [
        "operations.Place.parameters.PassWord",
        "operations.Place.result.ApiKey",
        "types.Key.fields.SessionId",
    ]
    told = [
        line.removeprefix("       secret: ")
        for line in ran.stdout.splitlines()
        if "secret" in line
    ]
    assert told == secrets
    said = tomllib.loads((tmp_path / "orders.overlay.toml").read_text("utf-8"))
    assert said == {
        "operations": {
            "Place": {
                "parameters": {"PassWord": {"secret": True}},
                "result": {"ApiKey": {"secret": True}},
            }
        },
        "types": {"Key": {"fields": {"SessionId": {"secret": True}}}},
    }


@pytest.mark.parametrize("name", ["messaging", "so_principal"])
def test_every_choice_is_accepted(name: str, tmp_path: Path) -> None:
    shutil.copy(PINNED / f"{name}.wsdl", tmp_path)
    every_choice_is_accepted(tmp_path, f"{name}.wsdl")


@pytest.mark.parametrize(
    "case",
    [
        *("header-blocks-and-failure", "dictionary", "name-collisions", "rpc-literal"),
        "ports-and-port-types",
    ],
)
def test_every_choice_is_accepted_of_a_golden_case(case: str, tmp_path: Path) -> None:
    shutil.copy(GOLDEN / case / "in.wsdl", tmp_path)
    every_choice_is_accepted(tmp_path, "in.wsdl")


def test_what_the_contract_requires_is_not_offered_as_required(tmp_path: Path) -> None:
    shutil.copy(GOLDEN / "required-and-nillable" / "in.wsdl", tmp_path)
    assert typedsoap("init", "in.wsdl", folder=tmp_path).exit_code == 0
    overlay = tmp_path / "in.overlay.toml"
    uncommented(overlay)
    said = tomllib.loads(overlay.read_text("utf-8"))
    assert said["types"]["Order"]["required"] == [
        *("Note", "Customer", "Remark", "Discount", "Rating"),
    ]
    assert said["operations"]["Place"]["required"] == ["Copy", "Coupon"]


def test_a_wsdl_with_several_port_types_is_one_service(tmp_path: Path) -> None:
    shutil.copy(GOLDEN / "ports-and-port-types" / "in.wsdl", tmp_path)
    ran = typedsoap("init", "in.wsdl", folder=tmp_path)
    assert (ran.exit_code, ran.stderr) == (0, "")
    settings = tomllib.loads((tmp_path / "pyproject.toml").read_text("utf-8"))
    assert settings["tool"]["typedsoap"]["services"] == [{"wsdl": "in.wsdl"}]
    overlay = (tmp_path / "in.overlay.toml").read_text("utf-8")
    offered = re.findall(r"^# \[operations\.(\w+)\]$", overlay, flags=re.MULTILINE)
    assert offered == ["Get"]
    assert typedsoap("generate", folder=tmp_path).exit_code == 0


def test_every_choice_is_accepted_of_hostile_names(tmp_path: Path) -> None:
    write(
        tmp_path,
        names_contract.wsdl(NAMES[:60], ("type", "a.b"), ("import", "A")),
        "in.wsdl",
    )
    every_choice_is_accepted(tmp_path, "in.wsdl")


def every_choice_is_accepted(folder: Path, name: str) -> None:
    before = typedsoap("init", name, "-o", "out", "--package", "made", folder=folder)
    assert before.exit_code == 0, before.stderr
    overlay = folder / name.replace(".wsdl", ".overlay.toml")
    for file in (folder / "pyproject.toml", overlay):
        as_written = file.read_text("utf-8")
        uncommented(file)
        assert file.read_text("utf-8") != as_written
    ran = typedsoap("generate", "--dry-run", folder=folder)
    assert ran.exit_code == 0, ran.stderr


def test_another_tools_configuration_stays(tmp_path: Path) -> None:
    write(tmp_path, wsdl(), "orders.wsdl")
    (tmp_path / "src").mkdir()
    file = tmp_path / "pyproject.toml"
    file.write_bytes(b'[project]\r\nname = "shop"  # mine\r\n\r\n\r\n')

    ran = typedsoap("init", "orders.wsdl", "--package", "shop", folder=tmp_path)

    assert ran.stdout.splitlines()[1] == "update pyproject.toml"
    content = file.read_bytes()
    assert content.startswith(
        b'[project]\r\nname = "shop"  # mine\r\n\r\n[tool.typedsoap]\r\n'
    )
    assert content.count(b"\n") == content.count(b"\r\n")
    assert tomllib.loads(content.decode())["tool"]["typedsoap"]["output"] == "src"


@pytest.mark.parametrize(
    ("before", "said"),
    [
        (
            "[tool.typedsoap]\n",
            "pyproject.toml:1: error TS210: [tool.typedsoap] is here",
        ),
        ("tool.typedsoap = 1\n", "pyproject.toml:1: error TS210"),
        ("tool = { other = 1 }\n", "error TS210: [tool.typedsoap] cannot be appended"),
        ("[tool\n", "pyproject.toml:1: error TS202"),
    ],
)
def test_a_file_that_cannot_take_it_stays(
    before: str, said: str, tmp_path: Path
) -> None:
    write(tmp_path, wsdl(), "orders.wsdl")
    file = write(tmp_path, before, "pyproject.toml")

    ran = typedsoap("init", "orders.wsdl", folder=tmp_path)

    assert (ran.exit_code, ran.stdout) == (2, "")
    assert said in ran.stderr
    assert file.read_text("utf-8") == before
    assert not (tmp_path / "orders.overlay.toml").exists()


def test_an_overlay_that_is_there_stays(tmp_path: Path) -> None:
    write(tmp_path, wsdl(), "orders.wsdl")
    overlay = write(tmp_path, '[service]\nclient = "Shop"\n', "orders.overlay.toml")

    ran = typedsoap("init", "orders.wsdl", folder=tmp_path)

    assert "keep   orders.overlay.toml" in ran.stdout
    assert overlay.read_text("utf-8") == '[service]\nclient = "Shop"\n'


def test_nothing_is_written_outside_of_the_project(tmp_path: Path) -> None:
    write(tmp_path, wsdl(), "contracts/orders.wsdl")
    project = tmp_path / "project"
    project.mkdir()

    ran = typedsoap("init", "../contracts/orders.wsdl", folder=project)

    assert ran.exit_code == 0, ran.stderr
    assert [path.name for path in (tmp_path / "contracts").iterdir()] == ["orders.wsdl"]
    settings = tomllib.loads((project / "pyproject.toml").read_text("utf-8"))
    assert settings["tool"]["typedsoap"]["services"] == [
        {"wsdl": "../contracts/orders.wsdl", "overlay": "orders.overlay.toml"}
    ]
    assert typedsoap("generate", folder=project).exit_code == 0


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    write(tmp_path, wsdl(), "orders.wsdl")
    ran = typedsoap("init", "orders.wsdl", "--dry-run", folder=tmp_path)
    assert "add    pyproject.toml" in ran.stdout
    assert [path.name for path in tmp_path.iterdir()] == ["orders.wsdl"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["none.wsdl"], "none.wsdl: error TS001"),
        (["orders.wsdl", "--package", "not a name"], "error TS206"),
        (["orders.wsdl", "./orders.wsdl"], "error TS207"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_written(
    arguments: list[str], said: str, tmp_path: Path
) -> None:
    write(tmp_path, wsdl(), "orders.wsdl")
    ran = typedsoap("init", *arguments, folder=tmp_path)
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert said in ran.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["orders.wsdl"]


def test_types_that_only_wrappers_have_are_left_out(tmp_path: Path) -> None:
    shutil.copy(GOLDEN / "named-wrappers" / "in.wsdl", tmp_path / "orders.wsdl")
    typedsoap("init", "orders.wsdl", "--package", "shop", folder=tmp_path)
    overlay = (tmp_path / "orders.overlay.toml").read_text("utf-8")
    tables = [line for line in overlay.splitlines() if "[types." in line]
    assert tables == ["# [types.placeResponse]", "# [types.order]"]
    assert "\n[operations.place.parameters.password]\nsecret = true\n" in overlay

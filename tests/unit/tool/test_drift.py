from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.tool.tool_plans import FILES, MANIFEST, inputs, make_plan
from typedsoap.checking.report import drift_as_data
from typedsoap.output.drift import Cause, Drift, FileDrift, Reason, State
from typedsoap.output.generation import check, generate
from typedsoap.output.manifest import Inputs
from typedsoap.output.plan import Plan

WSDL = "wsdl/orders.wsdl"


@pytest.fixture
def output(output: Path) -> Path:
    generate(make_plan(), output)
    return output


def states(drift: Drift) -> dict[str, State]:
    return {file.path: file.state for file in drift.files}


def test_no_drift(output: Path) -> None:
    drift = check(make_plan(), output)
    assert drift == Drift((), ())
    assert drift_as_data(drift, {}) == {"in_sync": True, "reasons": [], "files": []}


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        (inputs(contract="c2", source="s2"), Reason(Cause.CONTRACT, WSDL)),
        (inputs(source="s2"), Reason(Cause.SOURCE, WSDL)),
        (inputs(overlay="o2"), Reason(Cause.OVERLAY, f"that of {WSDL}")),
        (inputs(overlay=None), Reason(Cause.OVERLAY, f"that of {WSDL}")),
        (inputs(configuration="k2"), Reason(Cause.CONFIGURATION)),
        (inputs(templates="t2"), Reason(Cause.TEMPLATES)),
    ],
)
def test_a_changed_input_is_named(
    output: Path, changed: Inputs, reason: Reason
) -> None:
    drift = check(make_plan(made_from=changed), output)
    assert states(drift) == {MANIFEST: State.CHANGED}
    assert drift.reasons == (reason,)


def test_reasons_read_well() -> None:
    assert str(Reason(Cause.SOURCE, WSDL)) == (
        "source text changed, contract unchanged: wsdl/orders.wsdl"
    )
    assert str(Reason(Cause.TOOL)) == "tool changed"


def test_what_remains_is_the_tool(output: Path) -> None:
    drift = check(make_plan({**FILES, "shop/__init__.py": b"# better\n"}), output)
    assert states(drift) == {"shop/__init__.py": State.CHANGED, MANIFEST: State.CHANGED}
    assert drift.reasons == (Reason(Cause.TOOL),)


@pytest.mark.parametrize("path", sorted(FILES))
def test_an_edited_file_is_named_with_its_diff(output: Path, path: str) -> None:
    original = (output / path).read_bytes()
    (output / path).write_bytes(original + b"mine\n")
    drift = check(make_plan(), output)
    (file,) = drift.files
    assert (file.path, file.state, file.edited) == (path, State.CHANGED, True)
    assert file.diff.startswith(
        f"--- {path} (on disk)\n+++ {path} (as generated now)\n"
    )
    assert file.diff.endswith("\n-mine\n")
    assert drift.reasons == (Reason(Cause.EDITED, path),)


def test_a_missing_last_newline_shows(output: Path) -> None:
    (output / "shop/__init__.py").write_bytes(b"# init")
    (file,) = check(make_plan(), output).files
    assert file.diff.endswith("-# init\n\\ No newline at end of file\n+# init\n")


@pytest.mark.parametrize("content", [None, b"", b"{}", b"\xff"])
def test_an_edited_manifest_is_named(output: Path, content: bytes | None) -> None:
    if content is None:
        (output / MANIFEST).unlink()
    else:
        (output / MANIFEST).write_bytes(content)
    drift = check(make_plan(), output)
    state = State.MISSING if content is None else State.CHANGED
    assert states(drift) == {MANIFEST: state}
    assert drift.reasons == (Reason(Cause.EDITED, MANIFEST),)


def test_one_changed_character_in_the_manifest_is_a_hand_edit(output: Path) -> None:
    content = (output / MANIFEST).read_bytes()
    (output / MANIFEST).write_bytes(
        content.replace(b'"templates": "t"', b'"templates": "x"')
    )
    assert check(make_plan(), output).reasons == (Reason(Cause.EDITED, MANIFEST),)


def test_a_removed_file(output: Path) -> None:
    (output / "shop/types/orders.py").unlink()
    drift = check(make_plan(), output)
    assert drift.files == (FileDrift("shop/types/orders.py", State.MISSING, True),)
    reason = Reason(Cause.EDITED, "shop/types/orders.py", removed=True)
    assert drift.reasons == (reason,)


def test_a_stale_file(output: Path) -> None:
    files = {path: data for path, data in FILES.items() if "types" not in path}
    drift = check(make_plan(files, inputs(configuration="k2")), output)
    assert states(drift) == {
        "shop/types/orders.py": State.STALE,
        MANIFEST: State.CHANGED,
    }
    assert drift.reasons == (Reason(Cause.CONFIGURATION),)


def test_a_foreign_file_is_drift_unless_it_is_kept(output: Path) -> None:
    (output / "shop/mine").mkdir()
    (output / "shop/mine/own.py").write_bytes(b"")
    (output / "shop/__pycache__").mkdir()
    (output / "shop/__pycache__/x.pyc").write_bytes(b"")
    drift = check(make_plan(), output)
    assert drift.files == (FileDrift("shop/mine/own.py", State.FOREIGN, False),)
    assert drift.reasons == (Reason(Cause.FOREIGN, "shop/mine/own.py"),)
    assert not check(make_plan(keep=("mine/*",)), output)


def test_other_files_of_the_output_folder_are_not_looked_at(output: Path) -> None:
    (output / "README.md").write_bytes(b"")
    assert not check(make_plan(), output)


def test_nothing_generated_yet(tmp_path: Path) -> None:
    drift = check(make_plan(), tmp_path / "none")
    assert drift.reasons == (Reason(Cause.NOT_GENERATED),)
    assert set(states(drift).values()) == {State.MISSING}


def test_an_edit_and_a_changed_input_are_both_told(output: Path) -> None:
    (output / "shop/__init__.py").write_bytes(b"mine")
    plan: Plan = make_plan(made_from=inputs(contract="c2", source="s2"))
    assert check(plan, output).reasons == (
        Reason(Cause.CONTRACT, WSDL),
        Reason(Cause.EDITED, "shop/__init__.py"),
    )


def test_a_service_that_was_not_there_before_is_configuration(output: Path) -> None:
    now = inputs(configuration="k2")
    more = Inputs(
        services={**now.services, "stock": now.services["orders"]},
        configuration="k2",
        templates="t",
    )
    assert check(make_plan(made_from=more), output).reasons == (
        Reason(Cause.CONFIGURATION),
    )


def test_drift_as_data(output: Path) -> None:
    (output / "shop/types/orders.py").unlink()
    assert drift_as_data(check(make_plan(), output), {}) == {
        "in_sync": False,
        "reasons": [
            {
                "cause": "edited",
                "subject": "shop/types/orders.py",
                "text": "removed by hand: shop/types/orders.py",
                "contract": None,
            }
        ],
        "files": [
            {
                "path": "shop/types/orders.py",
                "state": "missing",
                "edited_by_hand": True,
                "diff": "",
            }
        ],
    }

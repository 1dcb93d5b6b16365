"""Secrets in the details of faults, whatever an entry is called."""

from __future__ import annotations

import pytest

from tests.unit.messages.packages import Package

CASE = "declared-faults"
OVERLAY = "[types.Delay.fields.Days]\nsecret = true\n"
NAMES = (
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:o="urn:example:orders"'
)


@pytest.mark.parametrize("name", ["Late", "fault", "other"])
def test_a_secret_is_masked(name: str, package: Package) -> None:
    entry = f'<{name} {NAMES} xsi:type="o:Delay"><o:Days>86400</o:Days></{name}>'
    text = (
        "<soap:Fault><faultcode>soap:Server</faultcode><faultstring>no</faultstring>"
        f"<detail>{entry}</detail></soap:Fault>"
    )
    with pytest.raises(package.errors.SoapFault) as caught:
        package.answered(text, 500).cancel(number=7)
    fault = caught.value
    assert type(fault).__name__ == ("SoapFault" if name == "other" else "Late")
    data = b"".join(item.data for item in fault.detail).decode()
    shown = f"{fault!r} {fault} {fault.excerpt} {data}"
    assert f"<{name} " in data
    assert "86400" not in shown

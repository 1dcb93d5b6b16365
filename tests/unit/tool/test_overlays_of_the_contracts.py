"""The overlays in `wsdl/` against the contracts that they describe."""

from __future__ import annotations

from pathlib import Path

import pytest

from services86._runtime.operation import Operation
from services86.messaging import operations as messaging_operations
from services86.principal import operations as principal_operations
from typedsoap.contract import Contract
from typedsoap.overlay import Overlay
from typedsoap.overlay.check import check_overlay, check_shared_types
from typedsoap.overlay.expand import expand
from typedsoap.overlay.loading import load_overlay
from typedsoap.overlay.targets import targets
from typedsoap.source.documents import load
from typedsoap.wsdl.reading import read_contract

FOLDER = Path(__file__).parents[3] / "wsdl"


def read(stem: str) -> tuple[Overlay, Contract]:
    wsdl, overlay = FOLDER / f"{stem}.wsdl", FOLDER / f"{stem}.overlay.toml"
    contract, _ = read_contract(load(wsdl, display=wsdl.name))
    return load_overlay(overlay, overlay.name), contract


@pytest.fixture(scope="module")
def messaging() -> tuple[Overlay, Contract]:
    return read("messaging")


@pytest.fixture(scope="module")
def principal() -> tuple[Overlay, Contract]:
    return read("so_principal")


def test_every_entry_matches(
    messaging: tuple[Overlay, Contract], principal: tuple[Overlay, Contract]
) -> None:
    assert check_overlay(*messaging) == ()
    assert check_overlay(*principal) == ()
    assert check_shared_types([messaging, principal]) == ()


def test_shared_types_are_described_in_both(
    messaging: tuple[Overlay, Contract], principal: tuple[Overlay, Contract]
) -> None:
    shared = targets(messaging[1]).types.keys() & targets(principal[1]).types.keys()
    described = [set(overlay.types) & shared for overlay, _ in (messaging, principal)]
    assert described[0] == described[1]
    assert len(described[0]) == 12


@pytest.mark.parametrize("service", ["messaging", "principal"])
def test_every_operation_and_parameter_is_described(
    service: str, request: pytest.FixtureRequest
) -> None:
    overlay, contract = request.getfixturevalue(service)
    expanded = expand(overlay, contract)
    for name, target in targets(contract).operations.items():
        entry = expanded.operations[name]
        assert entry.documentation, name
        for parameter in target.parameters:
            assert entry.parameters[parameter].documentation, f"{name}/{parameter}"


def test_what_is_required(
    messaging: tuple[Overlay, Contract], principal: tuple[Overlay, Contract]
) -> None:
    required: set[str] = set()
    for overlay, contract in (messaging, principal):
        for name, operation in expand(overlay, contract).operations.items():
            members = {**operation.parameters, **operation.result}
            required |= {f"{name}/{key}" for key, m in members.items() if m.required}
        for name, type_ in overlay.types.items():
            required |= {f"{name}/{k}" for k, m in type_.fields.items() if m.required}
    assert required == {
        "CreateMessage/IncomingMessage",
        "GetDeliveryStatus/MessagingIds",
        "SetDeliveryStatus/Plugin",
        "SetDeliveryStatus/ExternalMessageId",
        "SetDeliveryStatus/Status",
        "SendMessages/OutgoingMessages",
        "SendMessagesWithConfig/OutgoingMessages",
        "MessageDeliveryStatus/Status",
        "MessageDeliveryStatus/MessagingId",
        "GetSystemInfo/SystemInfo",
        "AuthenticateImplicit/Credentials",
        "AuthenticateUsernamePassword/UserName",
        "AuthenticateUsernamePassword/Password",
        "AuthenticateUsernamePassword/Credentials",
        "AuthenticateGeneric/AuthenticationData",
        "AuthenticateGeneric/Credentials",
        "AuthenticateWithAccessToken/AccessToken",
        "AuthenticateWithAccessToken/Credentials",
        "SoCredentials/Ticket",
    }


def test_what_may_be_asked_twice(
    messaging: tuple[Overlay, Contract], principal: tuple[Overlay, Contract]
) -> None:
    found = {
        name
        for overlay, contract in (messaging, principal)
        for name, operation in expand(overlay, contract).operations.items()
        if operation.idempotent
    }
    # What only reads; everything else sends, stores, or begins a session.
    assert found == {"GetDeliveryStatus", "GetPlugins", "GetSystemInfo"}
    declared = {
        value.name
        for module in (messaging_operations, principal_operations)
        for value in vars(module).values()
        if isinstance(value, Operation) and value.idempotent
    }
    assert declared == found


def test_what_is_secret(
    messaging: tuple[Overlay, Contract], principal: tuple[Overlay, Contract]
) -> None:
    secret: set[str] = set()
    for overlay, _ in (messaging, principal):
        secret |= {k for k, h in overlay.request_headers.items() if h.secret}
        for name, operation in overlay.operations.items():
            members = operation.parameters.items()
            secret |= {f"{name}/{key}" for key, m in members if m.secret}
        for name, type_ in overlay.types.items():
            secret |= {name} if type_.secret else set()
            secret |= {f"{name}[{key}]" for key in type_.secret_keys}
            secret |= {f"{name}/{key}" for key, m in type_.fields.items() if m.secret}
    assert secret == {
        "ApplicationToken",
        "Credentials",
        "AuthenticateUsernamePassword/Password",
        "AuthenticateGeneric/AuthenticationData",
        "AuthenticateWithAccessToken/AccessToken",
        "AuthenticationGenericData",
        "StringDictionary[twilio_auth_token]",
        "StringDictionary[pswin_password]",
        "SoCredentials/Ticket",
    }


def test_how_failure_is_told(
    messaging: tuple[Overlay, Contract], principal: tuple[Overlay, Contract]
) -> None:
    for overlay, _ in (messaging, principal):
        assert overlay.header_failure is not None
        assert overlay.header_failure.flag == "Succeeded"
        assert overlay.header_failure.detail == "ExceptionInfo"
    failing = {
        name: operation.failure.error
        for name, operation in expand(*principal).operations.items()
        if operation.failure is not None
    }
    assert failing == {
        "AuthenticateImplicit": "AuthenticationFailed",
        "AuthenticateUsernamePassword": "AuthenticationFailed",
        "AuthenticateGeneric": "AuthenticationFailed",
        "AuthenticateWithAccessToken": "AuthenticationFailed",
    }


def test_the_ticket_is_one_keyword(messaging: tuple[Overlay, Contract]) -> None:
    assert messaging[0].request_headers["Credentials"].flatten == "Ticket"

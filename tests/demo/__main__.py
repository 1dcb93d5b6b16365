"""`make demo`: generates the client, compares it, and has a conversation with the mock."""

from __future__ import annotations

import logging
import sys
import tempfile
from pathlib import Path

from lxml import etree

from services86.errors import OperationFailed
from services86.messaging import MessagingClient, OutgoingMessage
from services86.principal import SoPrincipalClient
from tests.demo.handler import PASSWORD
from tests.support.command import typedsoap
from tests.support.mock import mock
from tests.support.modules import ROOT

APPLICATION_TOKEN = "demo-application-token"
MESSAGES = [
    OutgoingMessage(to="+4790000000", from_="Shop", content="Ready", format="sms/160"),
    OutgoingMessage(to="+4790000001", from_="Shop", content="Soon", format="sms/160"),
]


class Conversation(logging.Handler):
    """Prints each request and reply that the client logs, secrets masked as logged."""

    def emit(self, record: logging.LogRecord) -> None:
        facts, _, envelope = record.getMessage().partition(": <")
        parser = etree.XMLParser(remove_blank_text=True)
        root = etree.fromstring(f"<{envelope}".encode(), parser)
        print(f"\n--- {facts}")
        print(etree.tostring(root, pretty_print=True, encoding="unicode").rstrip())


def generate() -> int:
    """Generate into a temporary folder; the number of files, all equal to the committed."""
    with tempfile.TemporaryDirectory() as name:
        completed = typedsoap("generate", "--output", name, folder=ROOT)
        if completed.exit_code:
            sys.exit(completed.stderr)
        generated, committed = _content(Path(name)), _content(ROOT / "generated")
    if generated != committed:
        sys.exit("generated/ is not what wsdl/ gives: run make generate")
    return len(generated)


def _content(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def talk(principal_address: str, messaging_address: str) -> int:
    """Sign in, send, ask, and fail; the number of messages that were sent."""
    with SoPrincipalClient(
        principal_address, application_token=APPLICATION_TOKEN
    ) as principal:
        signed_in = principal.authenticate_username_password(
            user_name="ann", password=PASSWORD
        )
    with MessagingClient(
        messaging_address,
        application_token=APPLICATION_TOKEN,
        ticket=signed_in.credentials.ticket,
    ) as messaging:
        sent = messaging.send_messages(plugin="sms", outgoing_messages=MESSAGES)
        statuses = messaging.get_delivery_status(
            messaging_ids=[status.messaging_id for status in sent]
        )
        print()
        for status in statuses:
            print(f"message {status.messaging_id}: {status.status_description}")
        try:
            messaging.send_messages(plugin="pigeon", outgoing_messages=MESSAGES)
        except OperationFailed as error:
            print(f"\nraised, though HTTP said 200:\n{type(error).__name__}: {error}")
        else:
            sys.exit("the failure header did not raise")
    return len(statuses)


def main() -> None:
    """Run the whole demonstration."""
    print(f"generated from wsdl/: {generate()} files, equal to generated/")
    logger = logging.getLogger("services86")
    logger.setLevel(logging.DEBUG)
    logger.addHandler(Conversation())
    with mock("tests.demo.handler:DemoServer") as addresses:
        for name, address in addresses.items():
            print(f"mock: {name} at {address}")
        count = talk(addresses["SoPrincipal"], addresses["Messaging"])
    print(f"\ndemo: signed in, {count} messages sent and asked for, 1 failure raised")


if __name__ == "__main__":
    main()

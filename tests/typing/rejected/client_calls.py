"""Calls that must not type-check, each on a line of its own."""

from __future__ import annotations

from services86.messaging import MessagingClient, OutgoingMessage
from services86.principal import SoPrincipalClient


def calls(client: MessagingClient, principal: SoPrincipalClient) -> None:
    client.send_messages()  # rejected: a required parameter
    client.send_messages(outgoing_messages=None)  # rejected: None for a required one
    client.send_messages("sms", [OutgoingMessage()])  # rejected: positional
    client.send_messages(outgoing_messages=OutgoingMessage())  # rejected: no sequence
    client.send_messages(outgoing_messages=["+4790000000"])  # rejected: items
    client.send_messages(outgoing_messages=[], plugin=1)  # rejected: type
    client.get_delivery_status(messaging_ids="12")  # rejected: a str
    client.get_delivery_status(messaging_ids=[None])  # rejected: a nil item
    client.get_plugins(all=True)  # rejected: no such parameter
    client.get_pluginz()  # rejected: no such operation
    OutgoingMessage("+4790000000")  # rejected: fields are keyword-only
    OutgoingMessage(To="+4790000000")  # rejected: a name of the wire
    OutgoingMessage(from_=1)  # rejected: type
    MessagingClient()  # rejected: the endpoint is required
    MessagingClient("https://crm.example.com", "token")  # rejected: options by keyword
    MessagingClient("https://crm.example.com", verify=False)  # rejected: no such option
    client.with_headers(tickets="7T:")  # rejected: no such header block
    client.with_options(endpoint="https://crm.example.com")  # rejected: not an option
    principal.authenticate_username_password(user_name="a")  # rejected: incomplete
    signed_in = principal.authenticate_implicit()
    len(signed_in.response.associate)  # rejected: may be None
    signed_in.credentials.tickets  # rejected: no such field


class Silent:
    """Not a transport: `send` is missing."""

    def close(self) -> None:
        pass


MessagingClient("https://crm.example.com", transport=Silent())  # rejected: no transport

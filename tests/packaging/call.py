"""Run by an interpreter that has nothing but the installed client."""

from __future__ import annotations

from services86.principal import SoPrincipalClient
from services86.transport import HttpRequest, HttpResponse

REPLY = b"""<?xml version="1.0" encoding="utf-8"?>
<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/">
  <s:Body>
    <AuthenticateResponse xmlns="http://www.superoffice.net/ws/crm/NetServer/Services86">
      <Response><Associate>ann</Associate></Response>
      <Credentials><Ticket>7T:sample</Ticket></Credentials>
      <AuthenticationSucceeded>true</AuthenticationSucceeded>
    </AuthenticateResponse>
  </s:Body>
</s:Envelope>"""


class FakeTransport:
    """Answers every request with the same reply."""

    def send(self, request: HttpRequest) -> HttpResponse:
        assert b"<s:Body>" in request.body or b":Body>" in request.body
        headers = {"Content-Type": "text/xml; charset=utf-8"}
        return HttpResponse(status=200, headers=headers, body=REPLY)

    def close(self) -> None:
        pass


with SoPrincipalClient(
    "https://crm.example.com/SoPrincipal.svc", transport=FakeTransport()
) as client:
    reply = client.authenticate_username_password(user_name="ann", password="secret")
    assert reply.credentials.ticket == "7T:sample"
    assert "7T:sample" not in repr(reply)
    assert reply.response is not None
    print(reply.response.associate, "signed in")

"""Credentials: read from the environment, sent, and never shown."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from urllib.parse import quote

from typedsoap.config.pin import PinConfig
from typedsoap.errors import TypedSoapError, error


class Credentials:
    """What a service's own host is told to let us in.

    Raises:
        TypedSoapError: A variable that the configuration names is not set or cannot be
            sent (TS622).
    """

    def __init__(self, config: PinConfig, environment: Mapping[str, str]) -> None:
        self._headers: dict[str, str] = {}
        self._secrets: set[str] = set()
        if config.user_env and config.password_env:
            user = self._value(config.user_env, environment)
            password = self._value(config.password_env, environment)
            if ":" in user:
                raise _unusable(config.user_env, "has a colon, which no user has")
            pair = base64.b64encode(f"{user}:{password}".encode()).decode()
            self._headers["Authorization"] = f"Basic {pair}"
            self._secrets |= {password, pair}
        if config.header and config.header_env:
            value = self._value(config.header_env, environment)
            if not value.isascii():
                raise _unusable(config.header_env, "has characters that cannot be sent")
            self._headers[config.header] = value
            # Of `Bearer abc` the second word is the secret.
            self._secrets |= {value, value.rpartition(" ")[2]}

    @property
    def headers(self) -> Mapping[str, str]:
        """Headers of a request to the host that they are for."""
        return self._headers

    def hide(self, text: str) -> str:
        """A text without them: a server may repeat what it was told."""
        for secret in sorted(self._secrets, key=len, reverse=True):
            for spelling in (secret, quote(secret, safe="")):
                text = text.replace(spelling, "***")
        return text

    def __repr__(self) -> str:
        return f"{type(self).__name__}(***)"

    @staticmethod
    def _value(name: str, environment: Mapping[str, str]) -> str:
        value = environment.get(name, "")
        if not value:
            raise _unusable(name, "is not set")
        if not value.isprintable():
            raise _unusable(name, "has characters that cannot be sent")
        return value


def _unusable(name: str, what: str) -> TypedSoapError:
    message = f"the environment variable '{name}' {what}"
    hint = "the configuration names it as that of a credential for this service"
    return TypedSoapError([error("TS622", message, hint=hint)])

"""A service's WSDL and all that it imports, from where the configuration says."""

from __future__ import annotations

import os

from typedsoap.config.pin import PinConfig
from typedsoap.fetch.credentials import Credentials
from typedsoap.fetch.remote import Remote
from typedsoap.source.documents import load_from
from typedsoap.source.limits import Limits
from typedsoap.source.model import Documents


def fetch(config: PinConfig, limits: Limits) -> Documents:
    """Fetch and read the documents; the network is used here and nowhere else.

    Raises:
        TypedSoapError: They cannot be fetched (TS616 to TS622) or read (TS0xx).
    """
    remote = Remote(config, Credentials(config, os.environ))
    return load_from(remote, str(config.url), remote.shown(config.url), limits)

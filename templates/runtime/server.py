"""`Application`: the base of generated WSGI applications, which serve one service each."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from typing import Any, Final, Generic, TypeVar, cast
from wsgiref.types import StartResponse, WSGIEnvironment

from .envelope import Envelope, envelope_start, split_envelope, write_envelope
from .errors import (
    EncodeError,
    OperationFailed,
    ProtocolError,
    ResultFailed,
    SoapFault,
)
from .illegal import encode
from .namespaces import SOAP_11, SOAP_12
from .nil import NIL
from .parsing import parse_xml
from .reading import Element, Reader
from .server_failures import failed_headers, failed_result
from .server_faults import write_fault
from .server_requests import HttpProblem, SoapRequest, plain_action, read_request
from .serving import Call, Invocation, ServedOperation, ServedService, serving

T = TypeVar("T")
Q = TypeVar("Q")
H = TypeVar("H")

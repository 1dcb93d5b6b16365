"""The mock's sample answers to every operation, sent and read, and valid by the schema."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

import pytest

from tests.unit.messages.packages import imported
from typedsoap.serve.samples import complete, sample

CASES = (
    "abstract-types",
    "attributes",
    "bare-messages",
    "empty-messages",
    "one-way",
    "overloaded-operations",
    "parts-selected",
    "anonymous-types",
    "rpc-literal",
)


@pytest.mark.parametrize("case", CASES)
def test_every_operation_answers(case: str, tmp_path: Path) -> None:
    with imported(case, tmp_path) as package:
        protocol = package.server.OrdersHandler
        handler, names = complete(protocol, None)
        client = package.client_of(package.server.OrdersApplication(handler))
        assert names
        for name in names:
            hints = get_type_hints(getattr(protocol, name))
            answer = sample(hints.pop("return"))
            hints.pop("other_attributes", None)  # not any attribute can be another one
            arguments = {key: _argument(hint) for key, hint in hints.items()}
            reply = getattr(client.with_response, name)(**arguments)
            assert reply.value == answer
            package.body()
            if reply.http.status == 202:
                assert package.answer.body == b""
            else:
                package.body(package.answer.body)


def _argument(hint: Any) -> Any:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Sequence:
        return [sample(arguments[0])]
    if origin is Mapping:
        return {sample(arguments[0]): sample(arguments[1])}
    if origin is not None and type(None) in arguments:
        return _argument(arguments[0]) if get_origin(arguments[0]) else sample(hint)
    return sample(hint)

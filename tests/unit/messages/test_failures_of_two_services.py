"""Two services whose results have one name, and mean failure by rules of overlays."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from tests.support.checkers import mypy, with_checkers
from tests.support.wsdl_texts import schema, wsdl
from tests.unit.messages.two_services import Answering, imported_services
from tests.unit.views.packages import config, service
from typedsoap.config import Config

TEXT = wsdl(
    schemas=schema(
        '<xs:element name="Place"><xs:complexType><xs:sequence/></xs:complexType>'
        '</xs:element><xs:element name="PlaceResponse"><xs:complexType><xs:sequence>'
        '<xs:element name="Done" type="xs:boolean"/>'
        '<xs:element name="Number" type="xs:{}" minOccurs="0"/>'
        "</xs:sequence></xs:complexType></xs:element>"
        '<xs:element name="Token" type="xs:string"/>'
    )
)
ANSWER = (
    '<PlaceResponse xmlns="urn:example:orders"><Done>false</Done>{}</PlaceResponse>'
)
ERRORS = [("Refused", "Declined"), ("Refused", "Refused")]


def two_services(errors: tuple[str, str], folder: Path) -> Config:
    first, second = (
        service(
            folder,
            TEXT.replace("xs:{}", f"xs:{kind}"),
            f'[operations.Place.failure]\nelement = "Done"\nerror = "{error}"\n',
            module=module,
        )
        for module, kind, error in (
            ("first", "int", errors[0]),
            ("second", "string", errors[1]),
        )
    )
    return config(folder, first, second)


@pytest.mark.parametrize("errors", ERRORS)
def test_each_error_holds_the_result_of_its_service(
    errors: tuple[str, str], tmp_path: Path
) -> None:
    run = two_services(errors, tmp_path)
    with imported_services(run) as modules:
        failed = import_module("sample.errors").OperationFailed
        for module, error, text, number in (
            (modules[0], errors[0], "<Number>7</Number>", 7),
            (modules[1], errors[1], "<Number>seven</Number>", "seven"),
        ):
            answer = Answering(ANSWER.format(text))
            client = module.OrdersClient("http://localhost/", transport=answer)
            with client, pytest.raises(failed) as raised:
                client.place()
            assert type(raised.value).__name__ == error
            assert type(raised.value.result) is module.PlaceResponse
            assert raised.value.result.number == number
        told = (run.output / "sample" / "errors.py").read_text("utf-8")
        assert (
            "from .second.results import PlaceResponse as SecondPlaceResponse" in told
        )
        if errors[0] == errors[1]:
            assert 'ResultFailed["PlaceResponse | SecondPlaceResponse"]' in told


@with_checkers
@pytest.mark.parametrize("errors", ERRORS)
def test_the_type_checker_takes_both_results(
    errors: tuple[str, str], tmp_path: Path
) -> None:
    run = two_services(errors, tmp_path)
    with imported_services(run):
        package = run.output / "sample"
        assert mypy([*sorted(package.rglob("*.py"))], [run.output]) == []

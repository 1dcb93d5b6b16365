"""Proves a generated client against the examples of documentation pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from typedsoap.contract import SoapVersion
from typedsoap.contract.bodies import reply_body, request_body
from typedsoap.errors import Diagnostic, Location, TypedSoapError, error
from typedsoap.output.files import FileSet
from typedsoap.service_source import ServiceSource
from typedsoap.verify.masking import masking_for
from typedsoap.verify.matching import Documented, Matches, match_pages
from typedsoap.verify.pages import Pages
from typedsoap.verify.program import Answer, Call, run
from typedsoap.verify.samples import Sample, read_sample
from typedsoap.verify.shapes import named_places
from typedsoap.verify.translation import Outcome, Translator
from typedsoap.verify.verdicts import Finding, request_findings, response_findings
from typedsoap.views.service_model import PackageView


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What came of one page.

    Attributes:
        operation: The operation's name.
        page: The page's file.
        envelopes: How many envelopes the page has.
        request: How the request differs.
        response: How the response differs.
        applied: How often each normalisation did something.
    """

    operation: str
    page: str
    envelopes: int
    request: tuple[Finding, ...]
    response: tuple[Finding, ...]
    applied: Counter[str]

    @property
    def holds(self) -> bool:
        """Whether nothing differs."""
        return not self.request and not self.response


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What came of all pages.

    Attributes:
        verdicts: In the order of the pages.
        matches: Which pages these are, and which pages were passed over.
        unusable: What is wrong with the pages that could not be judged.
    """

    verdicts: tuple[Verdict, ...]
    matches: Matches
    unusable: tuple[Diagnostic, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether every page holds, and none is of an operation that is left out."""
        passed_over = self.unusable or self.matches.left_out
        return not passed_over and all(v.holds for v in self.verdicts)


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A page ready to be called for."""

    documented: Documented
    request: Sample
    response: Sample | None
    call: Call


def verify(
    pages: Pages,
    sources: Sequence[ServiceSource],
    view: PackageView,
    files: FileSet,
) -> Verification:
    """Call the client for every page and compare.

    Args:
        pages: The pages.
        sources: The services of the package.
        view: The package as it was rendered.
        files: The package as it would be written; the gate has passed it.

    Raises:
        TypedSoapError: There is no page to verify (TS505), none that can be used (TS0xx,
            TS502, TS503), or the package cannot be run (TS405, TS504).
    """
    matches = match_pages(pages.pages, sources, view)
    unusable = [*pages.unusable, *matches.unusable]
    if not matches.documented and not matches.left_out:
        raise TypedSoapError(unusable or [_no_page()])
    translator = Translator(view)
    contracts = {item.service.module: item.contract for item in matches.documented}
    named = {name: named_places(found.schema) for name, found in contracts.items()}
    prepared: list[_Prepared] = []
    for item in matches.documented:
        try:
            prepared.append(_prepare(item, translator, named[item.service.module]))
        except TypedSoapError as problem:
            unusable.extend(problem.diagnostics)
    if unusable and not prepared:
        raise TypedSoapError(unusable)
    answers = run(files, [item.call for item in prepared])
    return Verification(
        verdicts=tuple(
            _verdict(item, answer, translator, view)
            for item, answer in zip(prepared, answers, strict=True)
        ),
        matches=matches,
        unusable=tuple(unusable),
    )


def _no_page() -> Diagnostic:
    return error(
        "TS505",
        "no page shows an envelope of an operation of the contract",
        hint="a page has a heading such as '## PlaceOrder Request' and an envelope in a "
        "fenced block below it",
    )


def _prepare(
    documented: Documented, translator: Translator, named: Set[str]
) -> _Prepared:
    operation = documented.operation
    schema = documented.contract.schema
    version = documented.version
    page = documented.page
    sent, answered = request_body(operation, schema), reply_body(operation, schema)
    request = read_sample(page.request, operation.input, sent, schema, version, named)
    response = None
    if operation.output is None and page.response is not None:
        raise _misshapen(
            page.response.where,
            f"{page.operation} has no response, and the page shows one",
            "take the example out, or look for the operation that it is of",
        )
    if operation.output is not None:
        if page.response is None:
            raise _misshapen(
                page.where,
                f"the page shows no response of {page.operation}",
                f"it goes under a heading '{page.operation} Response'",
            )
        response = read_sample(
            page.response, operation.output, answered, schema, version, named
        )
    body = request.body
    call = Call(
        service=documented.service.module,
        client=documented.service.client,
        method=documented.method.method,
        headers=translator.keywords(documented.method, request.headers),
        arguments=translator.arguments(documented.method, body) if body else {},
        reply=response.data if response else None,
    )
    return _Prepared(documented, request, response, call)


def _misshapen(where: Location, message: str, hint: str) -> TypedSoapError:
    return TypedSoapError([error("TS502", message, where=where, hint=hint)])


def _verdict(
    item: _Prepared, answer: Answer, translator: Translator, view: PackageView
) -> Verdict:
    documented = item.documented
    masking = masking_for(documented.service, view)
    response: tuple[Finding, ...] = ()
    applied = item.request.applied
    if item.response is not None:
        applied = applied + item.response.applied
        expected = _expected(documented, item.response, translator)
        response = tuple(response_findings(item.response, expected, answer, masking))
    expected_headers = _http_headers(documented)
    return Verdict(
        operation=documented.operation.name,
        page=documented.page.where.file,
        envelopes=1 if item.response is None else 2,
        request=tuple(
            request_findings(item.request, answer, expected_headers, masking)
        ),
        response=response,
        applied=applied,
    )


def _http_headers(documented: Documented) -> Mapping[str, str]:
    """SOAP 1.1, section 6.1.1; SOAP 1.2 part 2, section 7.1.4 and appendix A."""
    action = f'"{documented.operation.action}"'
    if documented.version is SoapVersion.SOAP_1_1:
        return {"soapaction": action, "content-type": "text/xml; charset=utf-8"}
    parameter = f"; action={action}" if documented.operation.action else ""
    return {"content-type": f"application/soap+xml; charset=utf-8{parameter}"}


def _expected(
    documented: Documented, sample: Sample, translator: Translator
) -> Outcome | None:
    if sample.body is None:
        return None
    return translator.outcome(
        documented.service, documented.method, sample.headers, sample.body
    )

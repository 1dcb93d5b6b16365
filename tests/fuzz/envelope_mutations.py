"""Mutations of what SOAP says: faults, header blocks, and secrets that come back."""

from __future__ import annotations

from random import Random
from typing import Final

from tests.fuzz import nasty
from tests.fuzz.markup import Document, Tag, escape
from tests.fuzz.nasty import SOAP_11, SOAP_12, TYPES, XSI
from tests.fuzz.targets import TARGETS

_CODES: Final = (
    *("s:Client", "s:Server", "Client", "nobody:Client", "", " s:Server ", "a:b:c"),
    *("s:Client.Authentication", ":", "s:", ":Client", "urn:example"),
)
_BLOCKS: Final = ("ExceptionInfo", "ExtraInfo", "Succeeded", "TimeZone")
_PREFIX: Final = "q"


def replace_by_fault(document: Document, rng: Random) -> None:
    """Put a fault into Body, of either version's shape, beside what is there or alone."""
    root = document.root
    body = root.child("Body")
    if body is None:
        body = Tag(f"{root.prefix}Body")
        root.content.append(body)
    tag = Tag(f"{root.prefix}Fault", [("xmlns:s", rng.choice((SOAP_11, SOAP_12)))])
    tag.content += _parts_11(rng) if rng.random() < 0.6 else _parts_12(rng)
    if rng.random() < 0.3:
        rng.shuffle(tag.content)
    if rng.random() < 0.8:
        body.content = [tag]
    else:
        body.content.insert(rng.randrange(len(body.content) + 1), tag)


def _parts_11(rng: Random) -> list[Tag | str]:
    code = Tag("faultcode", [], [escape(rng.choice(_CODES))])
    text = Tag("faultstring", [("xml:lang", "en")], [nasty.value(rng)])
    actor = Tag("faultactor", [], [nasty.value(rng)])
    parts = [code, text, actor, Tag("detail", [], [*_details(rng)])]
    return [part for part in parts if rng.random() < 0.85]


def _parts_12(rng: Random) -> list[Tag | str]:
    prefix = rng.choice(("s:", "s:", ""))
    value = Tag(f"{prefix}Value", [], [escape(rng.choice(_CODES))])
    texts: list[Tag | str] = [
        Tag(f"{prefix}Text", [("xml:lang", language)], [nasty.value(rng)])
        for language in ("en", "nb")[: rng.randrange(3)]
    ]
    parts = [
        Tag(f"{prefix}Code", [], [value] if rng.random() < 0.9 else []),
        Tag(f"{prefix}Reason", [], texts),
        Tag(f"{prefix}Role", [], [nasty.value(rng)]),
        Tag(f"{prefix}Detail", [], [*_details(rng)]),
    ]
    return [part for part in parts if rng.random() < 0.85]


def _details(rng: Random) -> list[Tag]:
    return [
        Tag("one", [("xmlns", "urn:example")], [nasty.value(rng)])
        for _ in range(rng.randrange(3))
    ]


def change_header(document: Document, rng: Random) -> None:
    """Add, double, empty or mark header blocks."""
    root = document.root
    header = root.child("Header")
    if header is None or rng.random() < 0.05:
        header = Tag(f"{root.prefix}Header")
        root.content.insert(rng.choice((0, 0, 0, len(root.content))), header)
    blocks = header.children
    if blocks and rng.random() < 0.3:
        header.content.append(rng.choice(blocks).copy())
    if not blocks or rng.random() < 0.7:
        header.content.insert(rng.randrange(len(header.content) + 1), _block(rng))
    block = rng.choice(header.children)
    if rng.random() < 0.5:
        block.attributes += _marks(rng)


def _block(rng: Random) -> Tag:
    if rng.random() < 0.4:
        return Tag("x:Security", [("xmlns:x", "urn:example:security")], ["<x:a/>"])
    tag = Tag(f"{_PREFIX}:{rng.choice(_BLOCKS)}", [(f"xmlns:{_PREFIX}", TYPES)])
    if tag.local == "Succeeded":
        tag.content.append(rng.choice(("true", "false", "1", nasty.value(rng))))
    elif tag.local == "TimeZone":
        inner = f"{_PREFIX}:SoTimeZoneId"
        tag.content.append(Tag(inner, [], [nasty.value(rng)]))
    elif rng.random() < 0.5:
        tag.attributes += [("xmlns:i", XSI), ("i:nil", rng.choice(("true", "1", "no")))]
    elif tag.local == "ExceptionInfo":
        tag.content.append(_chain(rng))
    return tag


def _chain(rng: Random) -> str:
    # Written flat: it may be deeper than Python would recurse.
    depth = rng.choice((1, 3, 20, 60, 120, 200, 245, 300, 5000))
    inner = (
        f"<{_PREFIX}:Message>{escape(rng.choice(('', 'cause')))}</{_PREFIX}:Message>"
    )
    name = f"{_PREFIX}:InnerException"
    return f"<{name}>" * depth + inner + f"</{name}>" * depth


def _marks(rng: Random) -> list[tuple[str, str]]:
    namespace = rng.choice((SOAP_11, SOAP_11, SOAP_12))
    marks = [
        ("xmlns:m", namespace),
        ("m:mustUnderstand", rng.choice((*"1110", "true", " 1 ", "2", ""))),
    ]
    if rng.random() < 0.4:
        next_actor = "http://schemas.xmlsoap.org/soap/actor/next"
        marks.append(("m:actor", rng.choice((next_actor, "urn:other", ""))))
    return marks


def echo_secret(document: Document, rng: Random) -> None:
    """Send a secret of a request back, in one of the places that errors show."""
    secrets = {secret for target in TARGETS.values() for secret in target.secrets}
    secret = escape(rng.choice(sorted(secrets)))
    tags = [*document.root.walk()]
    tag = rng.choice(tags)
    match rng.randrange(6):
        case 0:
            tag.content = [rng.choice(("", "was ", "&amp;", "Bearer ")) + secret]
        case 1:
            tag.attributes.append(("note", secret))
        case 2:
            comment = secret.replace("--", "- -")
            tag.content.insert(0, f"<!-- {comment} -->")
        case 3:
            tag.content.insert(0, f"<?note {secret}?>")
        case 4:
            tag.content = [f"<![CDATA[<Ticket>{secret}</Ticket>]]>"]
        case _:
            document.after += rng.choice((secret, f"<!--{secret}-->"))

"""The gate's rules: their names, their diagnostic codes and what each one says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple


class Rule(StrEnum):
    """The stable name of a rule; `RULES` says what each one asks."""

    PATH = "path"
    PARSE = "parse"
    ASCII = "ascii"
    COMMENT = "comment"
    DOCTEST = "doctest"
    IMPORT = "import"
    FUTURE = "future"
    STATEMENT = "statement"
    DECORATOR = "decorator"
    CLASS = "class"
    PARAMETER = "parameter"
    EXPRESSION = "expression"
    FORMATTED = "formatted-string"
    NAME = "name"
    REBINDING = "rebinding"
    SPECIAL = "special-name"
    CALL = "call"
    METHOD = "method"
    ARGUMENTS = "arguments"
    ATTRIBUTE = "attribute"
    STORE = "store"
    ANNOTATION = "annotation"
    RUNTIME = "runtime"


class RuleText(NamedTuple):
    """A rule's diagnostic code and its meaning."""

    code: str
    meaning: str


RULES: Final[Mapping[Rule, RuleText]] = {
    Rule.PATH: RuleText(
        "TS330",
        "A module's path is `/`-separated lower-case ASCII identifiers and ends in "
        "`.py`; no two paths are the same module.",
    ),
    Rule.PARSE: RuleText(
        "TS330", "A module is Python 3.11, and nested no deeper than a reader's own."
    ),
    Rule.ASCII: RuleText(
        "TS331", "A source holds printable ASCII and line feeds, and ends in one."
    ),
    Rule.COMMENT: RuleText(
        "TS331",
        "The first line is the header comment; there is no other comment, and no "
        "declaration of a source encoding.",
    ),
    Rule.DOCTEST: RuleText(
        "TS331", "No docstring has a line that doctest would run (`>>>`)."
    ),
    Rule.IMPORT: RuleText(
        "TS332",
        "An import is `from m import names`, at module level, of listed names of standard "
        "modules or of public names defined in the package's modules.",
    ),
    Rule.FUTURE: RuleText(
        "TS332", "A module starts with `from __future__ import annotations`."
    ),
    Rule.STATEMENT: RuleText(
        "TS333",
        "A statement is of a kind listed for its place: module, class, function.",
    ),
    Rule.DECORATOR: RuleText(
        "TS333", "A decorator is listed, and its arguments are plain constants."
    ),
    Rule.CLASS: RuleText(
        "TS333",
        "A class has only plain bases: names that are classes, possibly subscripted; no "
        "keyword such as `metaclass`.",
    ),
    Rule.PARAMETER: RuleText(
        "TS333", "A parameter is named, no `*args` or `**kwargs`; its default is plain."
    ),
    Rule.EXPRESSION: RuleText(
        "TS334", "An expression is of a kind listed for its place."
    ),
    Rule.FORMATTED: RuleText(
        "TS334", "There is no f-string: text of a contract could run in its braces."
    ),
    Rule.NAME: RuleText(
        "TS335",
        "A name that is read is a local, defined or imported in the module, or a listed "
        "builtin.",
    ),
    Rule.REBINDING: RuleText(
        "TS335",
        "A module binds a name once, and never a listed builtin's; a class neither twice "
        "nor a name that its body reads.",
    ),
    Rule.SPECIAL: RuleText(
        "TS335",
        "No name like `__x` is bound, in a class none like `_x_`, but for a few listed.",
    ),
    Rule.CALL: RuleText(
        "TS336",
        "What is called is a function or class of the package, or a listed callable; at "
        "module and class level a listed constructor. Never a parameter, a local or the "
        "result of an expression.",
    ),
    Rule.METHOD: RuleText(
        "TS336", "A called method is listed, and private only on `self` or `super()`."
    ),
    Rule.ARGUMENTS: RuleText(
        "TS336", "A call spreads nothing: no `*x` or `**x` among its arguments."
    ),
    Rule.ATTRIBUTE: RuleText(
        "TS337",
        "No attribute has a name like `__x__` or `_x_`; a private one is `self`'s own.",
    ),
    Rule.STORE: RuleText(
        "TS337",
        "What is assigned to is a name, an attribute of `self` in `__init__`, or an "
        "attribute of an object that the function made.",
    ),
    Rule.ANNOTATION: RuleText(
        "TS338",
        "A type is made of names of types, subscripts, `|` and None; so is a type that is "
        "written as a string.",
    ),
    Rule.RUNTIME: RuleText(
        "TS339", "The runtime modules are, byte for byte, the tool's own."
    ),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """A broken rule and its place.

    Attributes:
        path: The module, relative to the package.
        line: The line, counted from 1.
        what: What was found there, in the rule's terms.
    """

    path: str
    line: int
    rule: Rule
    what: str

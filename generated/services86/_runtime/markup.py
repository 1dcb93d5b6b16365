"""The markup of a message as bytes: its tags, comments and sections, without a tree.

It works on UTF-8, takes time in proportion to the size, and neither copies nor checks:
what is not well-formed is the parser's to refuse.
"""

from __future__ import annotations

import re
from functools import cache


@cache
def markup() -> re.Pattern[bytes]:
    """Finds any piece of markup; `lastgroup` tells which.

    Compiled when it is first needed: for nearly all messages it never is.
    """
    # Nothing in it is tried twice: possessive repetitions need no memory of their own.
    # The bracket in front of all is what a search looks for, quickly.
    return re.compile(
        rb"""
        < (?:
              (?P<cdata> !\[CDATA\[ (?: .*?\]\]> | .*+ ) )
            | (?P<comment> !-- (?: .*?--> | .*+ ) )
            | (?P<instruction> \? (?: .*?\?> | .*+ ) )
            | (?P<end> / [^<>]*+ >?+ )
            | (?P<start>
                [^<>"']*+ (?: (?: "[^"<]*+" | '[^'<]*+' ) [^<>"']*+ )*+ >?+
              )
        )
        """,
        re.DOTALL | re.VERBOSE,
    )

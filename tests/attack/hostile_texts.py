"""Texts that try to become code, or to break what they stand in."""

from __future__ import annotations

from typing import Final

CANARY: Final = "CANARY"
"""Stands in every command below; nothing may ever run one."""

RUN: Final = f"__import__('os').system('touch {CANARY}')"
_RUN_DOUBLE: Final = f'__import__("os").system("touch {CANARY}")'

BREAKING_OUT: Final = (
    f'" + {_RUN_DOUBLE} + "',
    f"' + {RUN} + '",
    f'"""\n{_RUN_DOUBLE}\n"""',
    f"'''\n{RUN}\n'''",
    f'"\n{_RUN_DOUBLE}\n"',
    f'\\" + {_RUN_DOUBLE} + \\"',
    f'"); {_RUN_DOUBLE}; ("',
    f'", x={_RUN_DOUBLE}, y="',
    f"*/ {RUN} /*",
)
"""What leaves a string literal that was made by putting quotes around the text."""

TEXTS: Final = (
    *BREAKING_OUT,
    RUN,
    "\\",
    "ends in a backslash\\",
    '\\"',
    "\\N{DIGIT ONE} \\x27 \\u0022 \\042 \\n",
    '"',
    "'",
    '"""',
    "'''",
    "\" \"\" \"\"\"\" ' '' ''''",
    f"one line\n{RUN}\nanother",
    f"one line\r{RUN}\ranother",
    f"one line\r\n{RUN}\r\nanother\t.",
    f"\x85{RUN}\x85 \u2028{RUN}\u2028 \u2029{RUN}\u2029",
    f"\u202e\u2066 # {RUN} \u2069\u202c \u200b\ufeff",
    "\\x00 \\0 \u2400 \x7f \x80 \x9f",
    f"{{{RUN}}}",
    "{0.__class__.__mro__} {} {x!r:>{y}} {{ }}",
    "%s %(x)s %n %d %",
    "{{ 7*7 }} {{ ''.__class__ }}",
    f"{{% for x in ''.__class__ %}}{RUN}{{% endfor %}} {{# #}} {{%- raw -%}}",
    f"$(touch {CANARY}) `touch {CANARY}` ${{{CANARY}}} ; touch {CANARY} | & >",
    "# type: ignore",
    "-*- coding: utf-7 -*-",
    f"# vim: set fileencoding=utf-7 : +AAo-{RUN}+AAo-",
    "# fmt: off",
    "# noqa",
    "DO NOT EDIT.",
    f">>> {RUN}",
    f"Example:\n\n    >>> {RUN}\n    ... {RUN}\n    0\n",
    "</script><script>alert(1)</script>",
    "]]> <!-- --> <![CDATA[ &amp; &lt; &#13; ?> <?x ?>",
    '" xmlns:evil="urn:evil" \' <evil/>',
    "Args:\n    self: no.\n\nRaises:\n    SystemExit: no.",
    "\u00e9\u00df\u6f22\u5b57\U0001f389 \u0660\u0661 \ufb01 \uff45\uff56\uff41\uff4c",
    "x" * 500,
    f"{'word ' * 60}{RUN}",
    " ",
    "",
    "None",
    "end \ufffd\U0010fffd\ue000",
)

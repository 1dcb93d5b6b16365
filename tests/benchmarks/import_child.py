"""Times what it takes until a client can be made, in a new interpreter; prints JSON.

Argument: `ours`, `zeep` or `suds`. The times are seconds: of all imports with the loading
of the WSDL, where it is loaded, and of the last step alone. Nothing of this repository is
imported before.
"""

from __future__ import annotations

import json
import sys
from importlib import import_module
from pathlib import Path
from time import perf_counter


def main(contender: str) -> None:
    """Print both times."""
    wsdl = Path("wsdl/messaging.wsdl").resolve()
    started = perf_counter()
    if contender == "ours":
        import_module("lxml.etree")
        import_module("urllib3")
        libraries = perf_counter()
        import_module("services86.messaging")
    elif contender == "zeep":
        client = import_module("zeep").Client
        libraries = perf_counter()
        client(str(wsdl))
    else:
        client = import_module("suds.client").Client
        libraries = perf_counter()
        client(wsdl.as_uri(), cache=None)
    ended = perf_counter()
    print(json.dumps({"last": ended - libraries, "all": ended - started}))


if __name__ == "__main__":
    main(sys.argv[1])

"""Random schemas: components one after the other, each kept if libxml2 accepts it.

So all is legal as far as libxml2 can tell, which finds ambiguous content models but does
not compare a restriction with its base; what is proposed may be wrong now and then.
"""

from __future__ import annotations

from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.corpus.schemas import NotCompiled, compiled
from tests.random_schemas.components import Components
from tests.random_schemas.declared import Component, Declared
from tests.random_schemas.markup import PREFIXES, xs
from tests.random_schemas.wsdl import MAIN, definitions


class Schemas:
    """The schemas of one WSDL.

    Args:
        tried: How many components are proposed.
    """

    def __init__(self, rng: Random, tried: int) -> None:
        self.declared = Declared()
        self._rng = rng
        others = [name for name in PREFIXES.values() if name != MAIN]
        self._namespaces = [MAIN, *rng.sample(others, rng.randint(1, 2))]
        self._forms = {name: _forms(rng) for name in self._namespaces}
        self.components = Components(rng, self.declared, self._namespaces)
        for _ in range(tried):
            self.add(*self.components.some())

    def __str__(self) -> str:
        return (
            f"<wsdl:types>{''.join(map(self._schema, self._namespaces))}</wsdl:types>"
        )

    def add(self, *components: Component) -> bool:
        """Declare something; False where libxml2 refuses it."""
        self.declared.components += components
        try:
            with TemporaryDirectory(prefix="random-schemas-") as name:
                wsdl = Path(name, "a.wsdl")
                wsdl.write_text(definitions(str(self)), "utf-8")
                compiled(wsdl, Path(name), {})
        except NotCompiled:
            del self.declared.components[-len(components) :]
            return False
        return True

    def _schema(self, namespace: str) -> str:
        inner = [
            *(xs("import", namespace=n) for n in self._namespaces if n != namespace),
            *(c.markup for c in self.declared.components if c.namespace == namespace),
        ]
        forms = self._forms[namespace]
        return str(xs("schema", *inner, targetNamespace=namespace, **forms))


def _forms(rng: Random) -> dict[str, str]:
    names = ("elementFormDefault", "attributeFormDefault")
    chances = zip(names, (0.6, 0.2), strict=True)
    return {name: "qualified" for name, chance in chances if rng.random() < chance}

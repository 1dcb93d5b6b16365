"""The rules: a stable id, one sentence of purpose, and a verdict for each direction.

The verdicts assume peers like our own: replies and requests are read by name, what is
unknown is skipped, and what must be there and is not is an error.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from typedsoap.changes.model import Verdict

_LETTERS: Final = {"s": Verdict.SAFE, "w": Verdict.WARNING, "b": Verdict.BREAKING}


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of change.

    Attributes:
        id: Stable, in kebab-case.
        purpose: One sentence.
        request: The verdict for requests of a deployed client.
        reply: The verdict for replies that a deployed client reads.
        python_request: The verdict for Python code, where requests have the thing.
        python_reply: The verdict for Python code, where replies have it.
    """

    id: str
    purpose: str
    request: Verdict
    reply: Verdict
    python_request: Verdict
    python_reply: Verdict


# Four letters: requests, replies, Python of requests, Python of replies.
_TABLE: Final = """
documentation ssss The documentation says something else.
namespace-version-changed bbss Namespaces differ in nothing but their version.
target-namespace-changed ssss The WSDL itself is in another namespace, which is not sent.
fact-changed wwww A fact changed for which there is no rule of its own.
service-added ssss There is a new service.
service-removed bbbb A service is gone, or has another name.
port-added ssss A service has a new port.
port-removed bbss A service lost a port; the client class has a rule of its own.
ports-reordered ssss The ports of a service come in another order.
services-reordered ssss The services come in another order.
address-changed wwss A port has another address; deployed clients may have the old one.
port-binding-changed ssss A port has another binding; how that differs has its own rules.
binding-added ssss There is a new binding.
binding-removed ssss A binding is gone; what its ports lose has rules of its own.
binding-port-type-changed ssbb A binding is for another port type.
port-type-added ssss There is a new port type.
port-type-removed ssbb A port type is gone, and with it a client class.
port-type-operations-changed ssss The operations of a port type are listed otherwise.
bindings-reordered ssss The bindings come in another order.
port-types-reordered ssss The port types come in another order.
soap-version-changed bbss A binding speaks another version of SOAP.
transport-changed bbss A binding uses another transport.
operation-added ssss There is a new operation.
operation-removed bbbb An operation is gone, or has another name.
operations-reordered ssss The operations of a binding come in another order.
action-changed bsss Requests are sent with another action.
style-changed bbss An operation has another style, so Body has another form.
operation-made-one-way sbsb An operation has no reply any more.
operation-made-two-way ssss An operation that was one-way has a reply.
fault-added swss An operation declares a new fault; clients meet it as a SOAP fault.
fault-removed sssb An operation does not declare a fault any more.
fault-message-changed ssss A declared fault refers to another message.
fault-parts-changed swsb The parts of a declared fault changed.
fault-use-changed swsb A declared fault has another use.
fault-namespace-changed ssss The detail of a declared fault is in another namespace.
faults-reordered ssss The declared faults come in another order.
header-fault-added swss An operation declares a new fault that a header block tells.
header-fault-removed sssb An operation does not declare a header fault any more.
header-faults-reordered ssss The declared header faults come in another order.
message-renamed ssss A message has another name in the WSDL, which is not sent.
message-label-changed ssss The name that tells overloaded operations apart changed.
addressing-action-changed ssss WS-Addressing names another action, which is not sent.
message-namespace-changed bbss The element of an rpc message is in another namespace.
use-changed wbsb A message has another use: literal or encoded.
encoding-style-changed bbww A message is encoded by other rules.
part-added bsbb A message has a new part.
part-removed wbbb A message lost a part.
part-element-changed bbbb A part is another element.
part-type-changed bbbb A part has another type.
parts-reordered wsss The parts of a message come in another order.
body-parts-changed bbbb Other parts form Body.
attachments-changed bbbb Other parts are attachments.
header-added wsss A message has a new header block.
header-removed wsbb A message lost a header block.
header-message-changed ssss A header block refers to another message of the WSDL.
header-part-changed ssss A header block refers to another part of the WSDL.
header-type-changed bbbb A header block has another type.
header-namespace-changed wsss A header block is in another namespace.
header-use-changed bbss A header block has another use.
headers-reordered ssss Header blocks come in another order, which does not matter.
global-element-added ssss There is a new global element.
substitute-added sbbb There is a new element that can be sent in place of another.
global-element-removed bbbb A global element is gone.
type-added ssss There is a new type.
derived-type-added sbss There is a new type that can be sent in place of another.
type-removed ssbb A type is gone, or has another name.
derived-type-removed bsbw A type is gone that could be sent in place of another.
type-kind-changed bbbb A type became simple or complex.
global-attribute-added ssss There is a new global attribute.
global-attribute-removed ssss A global attribute is gone.
schema-namespaces-changed ssss The schemas have other target namespaces.
optional-element-added ssss An element was added that may be left out.
nillable-element-added wsbw An element was added that must be there, but may be nil.
required-element-added bsbw An element was added that must be there.
optional-element-removed wsbb An element is gone that could be left out.
required-element-removed wbbb An element is gone that had to be there.
element-moved wsss An element stands elsewhere among those of its type.
python-name-changed ssbb A member lost its Python name to another; an overlay can keep it.
same-named-element-added wbww One more element has this name; its fields may mean others.
same-named-element-removed bwww One element less has this name; its fields may mean others.
element-form-changed bbss An element is in another namespace.
element-type-changed bbbb An element has another type.
element-untyped-changed ssss An element gives a type where it gave none, or the reverse.
element-made-required bsbw An element that could be left out or nil must have a value.
element-made-optional sbwb An element that had a value may be left out or nil.
element-must-be-present wsbw An element that could be left out must be there or nil.
element-may-be-absent ssss An element that had to be there or nil may be left out.
element-made-nillable ssss An element that could be left out may be nil as well.
element-made-not-nillable wsss An element that could be left out cannot be nil.
element-made-repeated sbbb An element that occurred once may occur several times.
element-made-single bsbb An element that could occur several times occurs once.
max-occurs-raised swss An element may occur more often.
max-occurs-lowered wsss An element may occur less often.
min-occurs-raised wsss An element must occur more often.
min-occurs-lowered swss An element may occur less often than it had to.
items-made-nillable sbss Elements that occur several times may be nil: no client reads that.
items-made-not-nillable ssss Elements that occur several times cannot be nil; none was sent.
default-changed wwss An element has another default.
fixed-changed bbbb An element has another fixed value.
element-abstract-changed bbbb An element became abstract, or is not any more.
substitution-group-changed bbbb An element is in another substitution group.
element-reference-changed ssss An element is written as reference, or not any more.
compositor-changed ssss A group is in order that was in any, or the reverse.
alternative-added swss A choice has one more alternative, which old clients do not know.
repeated-alternative-added swbb A choice that may be repeated has one more alternative.
choice-changed bbbb A group became a choice, or is none any more.
group-made-required bsbw A group that could be left out must be there.
group-made-optional sbwb A group that had to be there may be left out.
group-occurrence-changed bbbb A group may be repeated more or less often.
repeated-group-changed ssbb A repeated group has one member that had several, or vice versa.
optional-group-added ssss A type has a new group that may be left out.
nillable-group-added wsbw A type has a new group that must be there, but may be nil.
required-group-added bsbw A type has a new group that must be there.
optional-group-removed wsbb A type lost a group that could be left out.
required-group-removed wbbb A type lost a group that had to be there.
empty-group-changed ssss A type has a group without elements, or has it no more.
wildcard-added ssss A type may hold any element.
required-wildcard-added bsbw A type must hold elements of any name.
wildcard-removed wsbb A type may not hold any element any more.
wildcard-changed bbbb What a wildcard for elements stands for changed.
base-type-changed bbbb A type has another base.
derivation-changed ssss A type comes from its base in another way.
content-kind-changed bbbb A type has text where it had elements, or the reverse.
text-restriction-changed wwss The text of a type is narrowed otherwise.
type-made-abstract bsbs A type became abstract: only those derived from it can be sent.
type-made-concrete sbss A type is not abstract any more, and can be sent itself.
mixed-changed wsbb A type may have text between elements, or not any more.
dictionary-changed ssbb A type became a dictionary, or is none any more.
array-changed ssbb A type became an array, which is a list, or is none any more.
value-type-changed ssss A type is marked as value type, or not any more.
optional-attribute-added ssss An attribute was added that may be left out.
required-attribute-added bsbw An attribute was added that must be there.
optional-attribute-removed wsbb An attribute is gone that could be left out.
required-attribute-removed wbbb An attribute is gone that had to be there.
attribute-type-changed bbbb An attribute has another type.
attribute-made-required bsbw An attribute that could be left out must be there.
attribute-made-optional sbwb An attribute that had to be there may be left out.
attribute-default-changed wwss An attribute has another default.
attribute-fixed-changed wwbs An attribute has another fixed value.
attributes-reordered ssss Attributes come in another order, which does not matter.
array-type-changed bbbb A SOAP array has other items or dimensions.
prohibited-attributes-changed wsbs A restriction takes other attributes away.
attribute-wildcard-added ssss A type may have any attribute.
attribute-wildcard-removed wsbb A type may not have any attribute any more.
variety-changed bbbb A simple type became a list, a union or atomic.
simple-base-changed bbbb A simple type restricts another type.
item-type-changed bbbb A list has items of another type.
union-members-changed wwss A union of texts has other members.
union-type-changed bbbb A union has other members, and may be another type in Python.
integer-type-widened sbss An integer type became one that it is derived from.
integer-type-narrowed bsbs An integer type became one that is derived from it.
text-type-widened swss A type of texts became one that it is derived from.
text-type-narrowed wsss A type of texts became one that is derived from it.
actual-type-changed ssss The server's own type for a value changed.
enumeration-added wsbw A type lists its values that did not, and is an enumeration.
enumeration-removed swbb A type that was an enumeration does not list its values any more.
enumeration-member-added ssww An enumeration has a new member; unknown ones are kept.
enumeration-member-removed wsbb An enumeration lost a member.
enumeration-reordered ssss The members of an enumeration come in another order.
enumeration-renumbered ssss The server's number of an enumeration member changed.
facet-tightened wsss Fewer texts are values of a type.
facet-loosened swss More texts are values of a type.
facet-changed wwss Other texts are values of a type.
overlay-name-changed ssbb The overlay gives something another name in Python.
overlay-made-required bsbw The overlay says that there is always a value.
overlay-made-optional sbwb The overlay does not say any more that there is always a value.
overlay-items-made-nullable sbwb The overlay says that items of a list may be nil.
overlay-items-made-not-nullable bsbb The overlay does not let items be nil any more.
overlay-flatten-changed wsbs The keyword of a header block stands for another part of it.
overlay-failure-added sssb Replies mean failure by an element, and raise an error.
overlay-failure-removed sssb Replies do not mean failure by an element any more.
overlay-failure-changed sssb Replies mean failure by another element, or another error.
overlay-header-failure-added sbsb Header blocks of replies mean failure, and raise an error.
overlay-header-failure-removed sssb Header blocks of replies do not mean failure any more.
overlay-header-failure-changed sbsb Other header blocks of replies mean failure.
overlay-made-idempotent ssss A call may be tried again even where the server has seen it.
overlay-made-not-idempotent ssws A call that the server may have seen is not tried again.
overlay-secret-added ssss A value is masked wherever it could be printed.
overlay-secret-removed ssss A value is not masked any more, and can be printed.
"""


def _read(table: str) -> dict[str, Rule]:
    rules: dict[str, Rule] = {}
    for line in table.strip().splitlines():
        name, letters, purpose = line.split(" ", 2)
        verdicts = [_LETTERS[letter] for letter in letters]
        rules[name] = Rule(name, purpose, *verdicts)
    return rules


RULES: Final = _read(_TABLE)
"""Every rule by its id."""

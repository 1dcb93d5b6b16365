"""Names that clients have trouble with: alike, reserved, dunders, beyond ASCII."""

from __future__ import annotations

from typing import Final

# Those beside one another become the same identifier, or differ in case alone.
MEMBERS: Final = (
    *("item", "Item", "ITEM", "item_"),
    *("x-y", "x.y", "x_y", "xY"),
    *("class", "Class", "class_", "from", "None", "match", "type", "self", "cls"),
    *("list", "str", "int", "dict", "id", "print", "object", "super", "field"),
    *("__init__", "__class__", "__slots__", "__dict__", "_value", "_", "__"),
    *("Gr\u00f6\u00dfe", "\u540d\u524d", "\u00c5", "\u212b", "\u03b1", "\u00b5m"),
    *("choices", "items", "value", "any_element", "name", "data", "code", "Fault"),
    *("e1", "E1", "e-1", "timeout", "headers", "endpoint", "Body", "date", "time"),
)
"""Names of local elements and attributes."""

GLOBALS: Final = (
    *("Order", "order", "ORDER", "Order_", "Order-Line", "Order.Line", "OrderLine"),
    *("Client", "Error", "SoapFault", "NIL", "Date", "Time", "QName", "Duration"),
    *("List", "Any", "Optional", "Self", "Exception", "Warning", "True", "import"),
    *("Gr\u00f6\u00dfe", "\u540d\u524d", "\u00c5", "\u212b", "Item", "Value", "Type"),
)
"""Names of types, groups and attributes of a whole schema; elements have others."""

VALUES: Final = (
    *("A", "a", "B", "red", "Red", "None", "mro", "value", "name", "class", "x y"),
    *("", "1", "1.0", "-", "+", "\u00e9", "__init__", "_x", "true", "names", "a&b"),
)
"""Values of enumerations of strings."""

WILDCARD: Final = "*"
"""What stands for a wildcard among the names of a type's elements."""

"""Single edits of the pages in `pages/`, none of which `verify` may let pass.

By what the edit does: the page, the text to replace, and what replaces it. The name tells
first on which side the difference must be found.
"""

from __future__ import annotations

GRAMS = '<parcels:Grams xsi:type="xsd:int">0</parcels:Grams>'
TO = '<parcels:To xsi:type="xsd:string"></parcels:To>'
LABEL = '<parcels:Label xsi:type="xsd:string">L &amp; M</parcels:Label>'
WEIGHT = '<parcels:Grams xsi:type="xsd:int">-12</parcels:Grams>'
FAST = '<parcels:Speed xsi:type="parcels:Speed">Fast</parcels:Speed>'
UNTIL = '<parcels:Until xsi:type="xsd:dateTime"></parcels:Until>'
SINCE = '<parcels:Since xsi:type="xsd:dateTime"></parcels:Since>'
WHERE = '<parcels:Where xsi:nil="true"/>'

CORRUPTIONS = {
    "request: element renamed": (
        "SendParcels.md",
        GRAMS,
        GRAMS.replace("Grams", "Gram"),
    ),
    "request: two swapped": ("SendParcels.md", f"{TO}\n      {GRAMS}", f"{GRAMS}{TO}"),
    "request: undeclared added": ("SendParcels.md", GRAMS, f"{GRAMS}<parcels:More/>"),
    "request: doubled": ("SendParcels.md", GRAMS, GRAMS + GRAMS),
    "request: attribute added": (
        "SendParcels.md",
        GRAMS,
        GRAMS.replace(" xsi:type", ' unit="kg" xsi:type'),
    ),
    "request: another namespace": (
        "SendParcels.md",
        GRAMS,
        f'<Grams xmlns="urn:other">{0}</Grams>',
    ),
    "request: xsi:type of another type": (
        "SendParcels.md",
        GRAMS,
        GRAMS.replace("xsd:int", "xsd:short"),
    ),
    "request: xsi:type without a namespace": (
        "SendParcels.md",
        GRAMS,
        GRAMS.replace("xsd:int", "nobody:int"),
    ),
    "request: no number": ("SendParcels.md", GRAMS, GRAMS.replace(">0<", ">none<")),
    "request: number too large": (
        "SendParcels.md",
        GRAMS,
        GRAMS.replace(">0<", ">2147483648<"),
    ),
    "request: no boolean": (
        "SendParcels.md",
        'Insured xsi:type="xsd:boolean">false',
        'Insured xsi:type="xsd:boolean">False',
    ),
    "request: no member of the enumeration": ("SendParcels.md", ">Slow<", ">slow<"),
    "request: no flag": ("SendParcels.md", ">Fragile<", ">Fragile Light<"),
    "request: text between elements": ("SendParcels.md", GRAMS, f"{GRAMS} text"),
    "request: nil that is not allowed": (
        "TrackParcel.md",
        '<parcels:Number xsi:type="xsd:int">0</parcels:Number>',
        '<parcels:Number xsi:nil="true"/>',
    ),
    "request: nil element doubled": ("TrackParcel.md", WHERE, WHERE + WHERE),
    "request: nil element in another place": (
        "TrackParcel.md",
        f"{SINCE}\n   {WHERE}",
        f"{WHERE}{SINCE}",
    ),
    "request: empty sample doubled": ("TrackParcel.md", SINCE, SINCE + SINCE),
    "request: empty samples swapped": (
        "TrackParcel.md",
        f"{UNTIL}\n   {SINCE}",
        f"{SINCE}{UNTIL}",
    ),
    "request: header block renamed": (
        "SendParcels.md",
        "<parcels:Token>abc</parcels:Token>",
        "<parcels:Tokens>abc</parcels:Tokens>",
    ),
    "request: header blocks swapped": (
        "SendParcels.md",
        """<parcels:Token>abc</parcels:Token>
  <parcels:Locale>
    <parcels:Language>nb</parcels:Language>
  </parcels:Locale>""",
        "<parcels:Locale><parcels:Language>nb</parcels:Language></parcels:Locale>"
        "<parcels:Token>abc</parcels:Token>",
    ),
    "request: nil header block in another place": (
        "SendParcels.md",
        """<parcels:Token>abc</parcels:Token>
  <parcels:Locale>
    <parcels:Language>nb</parcels:Language>
  </parcels:Locale>""",
        '<parcels:Locale xsi:nil="true"/><parcels:Token>abc</parcels:Token>',
    ),
    "request: block behind Body": (
        "TrackParcel.md",
        "</parcels:TrackParcel>\n </E:Body>",
        "</parcels:TrackParcel>\n </E:Body><parcels:Token>x</parcels:Token>",
    ),
    "request: required element missing": (
        "TrackParcel.md",
        '<parcels:Number xsi:type="xsd:int">0</parcels:Number>',
        "",
    ),
    "request: nothing in Body": (
        "Ping.md",
        "<p:Ping>\n    </p:Ping>",
        "",
    ),
    "request: two wrappers": ("Ping.md", "</p:Ping>", "</p:Ping><p:Ping/>"),
    "request: another wrapper": (
        "Ping.md",
        "<p:Ping>\n    </p:Ping>",
        "<p:PingResponse/>",
    ),
    "response: element renamed": (
        "TrackParcel.md",
        LABEL,
        LABEL.replace("Label", "Name"),
    ),
    "response: two swapped": (
        "TrackParcel.md",
        f"{LABEL}\n    {WEIGHT}",
        f"{WEIGHT}{LABEL}",
    ),
    "response: undeclared added": ("TrackParcel.md", LABEL, f"{LABEL}<parcels:More/>"),
    "response: another namespace": (
        "TrackParcel.md",
        LABEL,
        '<Label xmlns="urn:other">L &amp; M</Label>',
    ),
    "response: xsi:type of another type": (
        "TrackParcel.md",
        FAST,
        FAST.replace('type="parcels:Speed"', 'type="parcels:Marks"'),
    ),
    "response: no number": ("TrackParcel.md", WEIGHT, WEIGHT.replace("-12", "12.0")),
    "response: no double": ("TrackParcel.md", ">1.5E3<", ">1_5<"),
    "response: no Base64": ("TrackParcel.md", ">AAEC<", ">AAE<"),
    "response: no member of the enumeration": ("TrackParcel.md", ">Fast<", ">Quick<"),
    "response: unknown header block": (
        "TrackParcel.md",
        "<parcels:Done>true</parcels:Done>",
        "<parcels:Ready>true</parcels:Ready>",
    ),
    "response: another wrapper": ("Ping.md", "<p:PingResponse/>", "<p:Ping/>"),
    "response: required key missing": (
        "SendParcels.md",
        '<parcels:Value xsi:nil="true"/>',
        "",
    ),
    "response: key nil": (
        "SendParcels.md",
        """<parcels:Key xsi:type="xsd:string"></parcels:Key>
     <parcels:Value xsi:nil="true"/>""",
        '<parcels:Key xsi:nil="true"/><parcels:Value xsi:nil="true"/>',
    ),
}

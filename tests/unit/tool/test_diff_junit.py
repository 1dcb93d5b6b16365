"""`typedsoap diff --format junit`, read as the services that take such reports read it."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from tests.support.command import typedsoap
from tests.support.goldens import GOLDEN

OLD = (GOLDEN / "required-and-nillable" / "in.wsdl").read_text("utf-8")
RATING = '"Rating" type="xs:int"'
NEW = OLD.replace(f'{RATING} minOccurs="0"', RATING)

# What pytest itself writes and Jenkins, GitLab and GitHub's reporters read, no more.
SCHEMA = """\
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="testsuites"><xs:complexType><xs:sequence>
    <xs:element name="testsuite"><xs:complexType>
      <xs:sequence>
        <xs:element name="testcase" maxOccurs="unbounded"><xs:complexType>
          <xs:choice minOccurs="0">
            <xs:element name="failure"><xs:complexType><xs:simpleContent>
              <xs:extension base="xs:string">
                <xs:attribute name="message" type="xs:string" use="required"/>
                <xs:attribute name="type" type="xs:string"/>
              </xs:extension>
            </xs:simpleContent></xs:complexType></xs:element>
            <xs:element name="skipped"><xs:complexType>
              <xs:attribute name="message" type="xs:string"/>
            </xs:complexType></xs:element>
            <xs:element name="system-out" type="xs:string"/>
          </xs:choice>
          <xs:attribute name="classname" type="xs:string" use="required"/>
          <xs:attribute name="name" type="xs:string" use="required"/>
          <xs:attribute name="file" type="xs:string"/>
          <xs:attribute name="line" type="xs:positiveInteger"/>
        </xs:complexType></xs:element>
      </xs:sequence>
      <xs:attribute name="name" type="xs:string" use="required"/>
      <xs:attribute name="tests" type="xs:unsignedInt" use="required"/>
      <xs:attribute name="failures" type="xs:unsignedInt" use="required"/>
      <xs:attribute name="errors" type="xs:unsignedInt" use="required"/>
      <xs:attribute name="skipped" type="xs:unsignedInt" use="required"/>
    </xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>"""


def report(old: str, new: str, folder: Path, *options: str) -> tuple[str, int]:
    for name, text in (("old.wsdl", old), ("new.wsdl", new)):
        (folder / name).write_text(text, "utf-8")
    done = typedsoap(
        *("diff", "old.wsdl", "new.wsdl", "--format", "junit", *options), folder=folder
    )
    root = etree.fromstring(done.stdout.encode())
    etree.XMLSchema(etree.fromstring(SCHEMA)).assertValid(root)
    (suite,) = root
    counts = (
        ("tests", "testcase"),
        ("failures", "testcase/failure"),
        ("skipped", "testcase/skipped"),
    )
    for attribute, path in counts:
        assert suite.get(attribute) == str(len(suite.findall(path)))
    return done.stdout, done.exit_code


def test_a_breaking_change_is_a_failure(tmp_path: Path) -> None:
    text, code = report(OLD, NEW, tmp_path)
    fingerprint = text.partition("Python breaking; ")[2][:16]
    assert (text, code) == (
        f"""\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite name="typedsoap diff" tests="1" failures="1" errors="0" skipped="0">
    <testcase classname="Place" name="element-made-required: type Order / element Rating" \
file="new.wsdl" line="17">
      <failure type="breaking" message="optional -&gt; required">An element that could be \
left out or nil must have a value.; optional -&gt; required; requests breaking, replies \
safe, Python breaking; {fingerprint}</failure>
    </testcase>
  </testsuite>
</testsuites>
""",
        1,
    )


@pytest.mark.parametrize(
    ("fail_on", "failures"), [("breaking", 0), ("warning", 0), ("any", 1), ("none", 0)]
)
def test_fail_on_decides_what_a_failure_is(
    fail_on: str, failures: int, tmp_path: Path
) -> None:
    seal = '<xs:element name="Seal" type="xs:int" minOccurs="0"/>'
    rating = f'<xs:element name={RATING} minOccurs="0"/>'
    safe = OLD.replace(rating, rating + seal)
    text, code = report(OLD, safe, tmp_path, "--fail-on", fail_on)
    assert 'tests="1"' in text
    assert f'failures="{failures}"' in text
    assert code == min(failures, 1)


def test_an_ignored_change_is_skipped(tmp_path: Path) -> None:
    text, _ = report(OLD, NEW, tmp_path)
    (tmp_path / "pyproject.toml").write_text(
        '[tool.typedsoap]\npackage = "shop"\n'
        '[[tool.typedsoap.services]]\nwsdl = "new.wsdl"\n'
        "[[tool.typedsoap.diff.ignore]]\n"
        f'fingerprint = "{text.partition("Python breaking; ")[2][:16]}"\n'
        'reason = "nobody rates <them> & \\"why\\""\n',
        "utf-8",
    )
    text, code = report(OLD, NEW, tmp_path)
    assert code == 0
    assert etree.fromstring(text.encode()).xpath("string(//skipped/@message)") == (
        'nobody rates <them> & "why"'
    )


def test_no_changes_are_one_test_that_passes(tmp_path: Path) -> None:
    text, code = report(OLD, OLD, tmp_path)
    assert code == 0
    assert '<testcase classname="contract" name="no changes" />' in text


def test_no_text_of_a_wsdl_ends_an_element(tmp_path: Path) -> None:
    hostile = "]]&gt;&lt;/system-out&gt;&lt;failure/&gt; &amp;amp; &#x2028;::error::x"
    schema = '<xs:element name="Place">'
    documented = (
        f"{schema}<xs:annotation><xs:documentation>{hostile}</xs:documentation>"
        "</xs:annotation>"
    )
    assert schema in OLD
    text, code = report(OLD, OLD.replace(schema, documented), tmp_path)
    assert code == 0
    (output,) = etree.fromstring(text.encode()).iter("system-out")
    assert "]]></system-out><failure/> &amp;" in (output.text or "")

"""A common transfer file of one child, with SEN and care: what school systems can read."""

from datetime import date
from typing import Any
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from aylsham.dates import academic_year

#: The version whose elements are written.
VERSION = "24.0"
#: The numbers of a destination that is not known (CTF specification, file names and header).
NOT_KNOWN = ("XXX", "XXXX")


def ctf_of(record: dict[str, Any], *, there: Any = None) -> bytes:
    """The CTF (DfE, common transfer file guide); only what the record holds.

    `there` is the receiving school, if we know its numbers.
    """
    root = Element("CTfile")
    _header(root, record, there)
    pupil = SubElement(SubElement(root, "CTFpupilData"), "Pupil")
    child = record["pupil"]
    for tag, name in (
        ("UPN", "upn"),
        ("FormerUPN", "former_upn"),
        ("Surname", "last_name"),
        ("Forename", "first_name"),
        ("DOB", "born_on"),
        ("Sex", "sex"),
    ):
        _add(pupil, tag, child[name])
    basic = SubElement(pupil, "BasicDetails")
    _add(basic, "PreferredForename", child["preferred_first_name"])
    _add(basic, "NCyearActual", child["year_group"])
    _care(pupil, record)
    _sen(pupil, record)
    _contacts(pupil, record)
    indent(root)
    return tostring(root, encoding="utf-8", xml_declaration=True)


def _header(root: Element, record: dict[str, Any], there: Any) -> None:
    header = SubElement(root, "Header")
    _add(header, "DocumentName", "Common Transfer File")
    _add(header, "CTFversion", VERSION)
    _add(header, "DateTime", f"{record['made_on']}T00:00:00")
    # Not everything that a CTF can hold: attendance and results come from the office's own.
    _add(header, "DocumentQualifier", "partial")
    _add(header, "SupplierID", "Aylsham")
    source = SubElement(header, "SourceSchool")
    _add(source, "LEA", record["school"]["la_code"])
    _add(source, "Estab", record["school"]["establishment_number"])
    _add(source, "SchoolName", record["school"]["name"])
    _add(source, "AcademicYear", str(academic_year(date.fromisoformat(record["made_on"]))))
    authority, number = (there.la_code, there.establishment_number) if there else NOT_KNOWN
    destination = SubElement(header, "DestSchool")
    _add(destination, "LEA", authority)
    _add(destination, "Estab", number)


def _care(pupil: Element, record: dict[str, Any]) -> None:
    in_care = [
        row
        for row in record["tables"].get("lac.careperiod", ())
        if row["kind"] == "looked_after" and row["ends_on"] is None
    ]
    for row in in_care[:1]:
        care = SubElement(pupil, "LookedAfter")
        _add(care, "InCare", "true")
        _add(care, "CareAuthority", row["placing_authority"])


def _sen(pupil: Element, record: dict[str, Any]) -> None:
    periods = record["tables"].get("pupils.statusperiod", ())
    if periods:
        history = SubElement(pupil, "SENhistory")
        for row in sorted(periods, key=lambda row: row["starts_on"]):
            entry = SubElement(history, "SEN")
            _add(entry, "StartDate", row["starts_on"])
            _add(entry, "SENprovision", row["status"])
    needs = [row for row in record["tables"].get("pupils.need", ()) if row["ended_on"] is None]
    if needs:
        section = SubElement(pupil, "SENneeds")
        for row in sorted(needs, key=lambda row: row["rank"]):
            entry = SubElement(section, "SENneed")
            _add(entry, "SENtypeRank", str(row["rank"]))
            _add(entry, "SENtype", row["need_type"])


def _contacts(pupil: Element, record: dict[str, Any]) -> None:
    rows = record["tables"].get("pupils.contact", ())
    if not rows:
        return
    section = SubElement(pupil, "Contacts")
    for row in sorted(rows, key=lambda row: row["priority"]):
        entry = SubElement(section, "Contact")
        first, _, last = row["name"].rpartition(" ")
        _add(entry, "Order", str(row["priority"]))
        _add(entry, "Surname", last)
        _add(entry, "Forename", first)
        _add(entry, "Relationship", row["relationship"])
        if row["has_parental_responsibility"] is not None:
            _add(entry, "Responsibility", str(row["has_parental_responsibility"]).lower())
        if row["phone"]:
            phone = SubElement(SubElement(entry, "Phones"), "Phone")
            _add(phone, "PhoneNo", row["phone"])
        _add(entry, "Email", row["email"])


def _add(parent: Element, tag: str, text: str | None) -> None:
    """An element with words; nothing when there are none, and no letter that XML forbids."""
    if text:
        clean = "".join(c for c in text if c in "\t\n\r" or c >= " ")
        SubElement(parent, tag).text = clean

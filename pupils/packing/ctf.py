"""A common transfer file of one child, with SEN and care: what school systems can read."""

from typing import Any
from xml.etree.ElementTree import Element, SubElement, indent, tostring


def ctf_of(record: dict[str, Any]) -> bytes:
    """The CTF (DfE, common transfer file guide); only what the record holds."""
    root = Element("CTfile")
    _header(root, record)
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


def _header(root: Element, record: dict[str, Any]) -> None:
    header = SubElement(root, "Header")
    _add(header, "DocumentName", "Common Transfer File")
    _add(header, "DateTime", f"{record['made_on']}T00:00:00")
    source = SubElement(header, "SourceSchool")
    _add(source, "LEA", record["school"]["la_code"])
    _add(source, "Estab", record["school"]["establishment_number"])
    _add(source, "SchoolName", record["school"]["name"])


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
        if row["phone"]:
            phone = SubElement(SubElement(entry, "Phones"), "Phone")
            _add(phone, "PhoneNo", row["phone"])
        _add(entry, "Email", row["email"])


def _add(parent: Element, tag: str, text: str | None) -> None:
    """An element with words; nothing when there are none, and no letter that XML forbids."""
    if text:
        clean = "".join(c for c in text if c in "\t\n\r" or c >= " ")
        SubElement(parent, tag).text = clean

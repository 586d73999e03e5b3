"""Common Transfer Files: one element per child, read into a row."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from .sheets import MAX_ROWS, Row, Sheet, Unreadable

#: element as the file has it → (our field, path below <Pupil>)
ELEMENTS: tuple[tuple[str, str, str], ...] = (
    ("UPN", "upn", "UPN"),
    ("FormerUPN", "former_upn", "FormerUPN"),
    ("Surname", "surname", "Surname"),
    ("Forename", "forename", "Forename"),
    ("MiddleNames", "middle_names", "BasicDetails/MiddleNames"),
    ("PreferredSurname", "preferred_surname", "BasicDetails/PreferredSurname"),
    ("PreferredForename", "preferred_forename", "BasicDetails/PreferredForename"),
    ("DOB", "date_of_birth", "DOB"),
    ("Sex", "sex", "Sex"),
    ("Gender", "sex", "Gender"),
    ("NCyearActual", "year_group", "BasicDetails/NCyearActual"),
    ("Ethnicity", "ethnicity", "BasicDetails/Ethnicity"),
    ("FSMeligible", "free_school_meals", "FSMhistory/FSMeligible"),
    ("InCare", "in_care", "LookedAfter/InCare"),
    ("ServiceChild", "service_child", "BasicDetails/ServiceChild"),
    ("YoungCarer", "young_carer", "BasicDetails/YoungCarer"),
)
#: elements that are read by the functions below, so they are not "not understood"
_ALSO_READ = {"SENhistory", "SENneeds", "Languages", "Contacts", "BasicDetails", "LookedAfter"}


def read_transfer_file(data: bytes, *, name: str) -> Sheet:
    """The pupils of a CTF as rows; the first pupil is row 1."""
    root = _parse(data)
    if _tag(root).lower() != "ctfile":
        raise Unreadable(
            "This XML file is not a Common Transfer File. "
            "Export the roll as CSV or Excel (.xlsx), or ask the other school for a CTF."
        )
    pupils = [element for element in root.iter() if _tag(element) == "Pupil"]
    if not pupils:
        raise Unreadable("The transfer file holds no pupils.")
    if len(pupils) > MAX_ROWS:
        raise Unreadable(f"The transfer file has more than {MAX_ROWS:,} pupils.")
    records = [_record(pupil) for pupil in pupils]
    headings = _headings(records)
    return Sheet(
        name=name,
        rows=tuple(
            Row(number, tuple(record.get(heading, ("", None))[1] for heading, _ in headings))
            for number, record in enumerate(records, start=1)
        ),
        header=Row(0, tuple(heading for heading, _ in headings)),
        fields=tuple(field for _, field in headings),
        academic_year=_academic_year(root),
        school=_destination(root),
    )


def _parse(data: bytes) -> Element:
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        return fromstring(data, forbid_dtd=True)
    except DefusedXmlException as error:
        raise Unreadable(
            "The XML file contains entities or a document type, which a transfer file never "
            "needs, so it was refused. Ask for the file to be sent again."
        ) from error
    except (ParseError, ValueError, LookupError) as error:
        raise Unreadable(
            "The XML file is damaged and cannot be read. Ask for it to be sent again."
        ) from error


def _tag(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _find(element: Element, path: str) -> Element | None:
    for step in path.split("/"):
        found = next((child for child in element if _tag(child) == step), None)
        if found is None:
            return None
        element = found
    return element


def _text(element: Element, path: str) -> str | None:
    found = _find(element, path)
    return (found.text or "").strip() if found is not None else None


def _children(element: Element, path: str) -> list[Element]:
    found = _find(element, path)
    return list(found) if found is not None else []


def _record(pupil: Element) -> dict[str, tuple[str, str | None]]:
    """heading → (field, value) for everything the pupil's element says."""
    record: dict[str, tuple[str, str | None]] = {
        heading: (field, text)
        for heading, field, path in ELEMENTS
        if (text := _text(pupil, path)) is not None
    }
    record.update(_sen(pupil))
    record.update(_contacts(pupil))
    if language := _first_language(pupil):
        record["Language"] = ("first_language", language)
    for child in pupil:
        tag = _tag(child)
        if tag not in record and tag not in _ALSO_READ:
            record[tag] = ("", None)
    return record


def _sen(pupil: Element) -> Iterator[tuple[str, tuple[str, str | None]]]:
    periods = [
        (_text(period, "StartDate") or "", _text(period, "SENprovision") or "")
        for period in _children(pupil, "SENhistory")
    ]
    if periods:
        started, provision = max(periods)
        yield "SENprovision", ("sen_status", provision)
        yield "StartDate", ("sen_since", started)
    needs = sorted(
        (int(rank) if (rank := _text(need, "SENtypeRank") or "9").isdigit() else 9, code)
        for need in _children(pupil, "SENneeds")
        if (code := _text(need, "SENtype"))
    )
    if needs:
        yield "SENtype", ("needs", "; ".join(code for _, code in needs))


def _contacts(pupil: Element) -> Iterator[tuple[str, tuple[str, str | None]]]:
    contacts = sorted(
        _children(pupil, "Contacts"), key=lambda contact: _text(contact, "Order") or "9"
    )
    for place, contact in enumerate(contacts[:2], start=1):
        parts = (_text(contact, part) for part in ("Title", "Forename", "Surname"))
        yield f"Contact {place}", (f"contact_{place}_name", " ".join(p for p in parts if p))
        if phone := _text(contact, "Phones/Phone/PhoneNo"):
            yield f"Contact {place} PhoneNo", (f"contact_{place}_phone", phone)
        if email := _text(contact, "Email"):
            yield f"Contact {place} Email", (f"contact_{place}_email", email)


def _first_language(pupil: Element) -> str | None:
    entries = _children(pupil, "BasicDetails/Languages")
    found = {_text(entry, "LanguageType"): _text(entry, "Language") for entry in entries}
    return found.get("F") or found.get("H") or next(iter(found.values()), None)


def _headings(records: list[dict[str, tuple[str, str | None]]]) -> list[tuple[str, str]]:
    headings: dict[str, str] = {}
    for record in records:
        for heading, (field, _) in record.items():
            headings.setdefault(heading, field)
    return list(headings.items())


def _academic_year(root: Element) -> int | None:
    year = _text(root, "Header/SourceSchool/AcademicYear") or ""
    return int(year[:4]) if re.fullmatch(r"\d{4}(?:[/-]\d{2,4})?", year) else None


def _destination(root: Element) -> tuple[str, str] | None:
    authority = _text(root, "Header/DestSchool/LEA")
    number = _text(root, "Header/DestSchool/Estab")
    # Letters stand where the destination was not known: then it is for whoever has the file.
    is_known = (authority or "").isdigit() and (number or "").isdigit()
    return (authority, number) if authority and number and is_known else None

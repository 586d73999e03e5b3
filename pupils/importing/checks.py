"""What only shows when fields, or rows, are seen together."""

import statistics
from collections import Counter
from datetime import date, timedelta

from .columns import Columns
from .faults import YES_ALONE
from .records import Record
from .whole_names import split_name
from .wordings import ENGLISH, LANGUAGE_UNKNOWN, key

#: in the order of age on 31 August: E1 is under one, R is four, Year 6 is ten
YEARS = ("E1", "E2", "N1", "N2", "R", "1", "2", "3", "4", "5", "6")
OLDEST = 13


def check_rows(
    records: list[Record], columns: Columns, *, today: date, academic_year: int | None
) -> list[str]:
    """Complete and check every record; returns what should make a careful person stop."""
    for record in records:
        check_name(record)
        check_birthday(record, today)
        _sen(record, columns, today)
        _circumstances(record)
        _language(record)
    alarms = _year_groups(records, columns, today, academic_year)
    _twice(records)
    return alarms


def require(record: Record, name: str) -> None:
    """An empty cell is a fault in a column that the file has."""
    if not record.values.get(name) and not record.is_faulty(name) and record.heading(name):
        record.blame(name, "missing")


def check_name(record: Record) -> None:
    """Surname and first name, from one column or two; a child without a UPN is told."""
    if (full := record.values.pop("full_name", None)) is not None:
        record.given.discard("full_name")
        split_name(record, full)
    for name in ("surname", "forename"):
        require(record, name)
    if record.heading("upn") and not record.values.get("upn") and not record.is_faulty("upn"):
        record.warn("upn", "no UPN")


def check_birthday(record: Record, today: date, *, is_required: bool = True) -> None:
    """A birthday that a child of a primary school or nursery can have."""
    if is_required:
        require(record, "date_of_birth")
    born = record.values.get("date_of_birth")
    if not born:
        return
    if born > today:
        record.blame("date_of_birth", "in the future")
    elif (age := _age(born, today)) >= OLDEST:
        record.blame("date_of_birth", "too old for the school", age=age)


def _age(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def _sen(record: Record, columns: Columns, today: date) -> None:
    values = record.values
    values.pop("has_plan", None)  # spelt out in the status
    record.given.discard("has_plan")
    needs = [need for n in ("need_1", "need_2", "need_3", "need_4") for need in values.pop(n, ())]
    needs.extend(values.pop("needs", ()))
    named = record.given & {"needs", "need_1", "need_2", "need_3", "need_4"}
    record.given -= {"need_1", "need_2", "need_3", "need_4"}
    values["needs"] = tuple(dict.fromkeys(needs))
    has_need_columns = any(columns.of(n) for n in ("needs", "need_1", "need_2"))
    if has_need_columns:
        record.given.add("needs")
    need_column = next((n for n in ("need_1", "needs", "need_2") if columns.of(n)), "needs")
    for code, times in Counter(needs).items():
        if times > 1:
            record.texts[need_column] = code
            record.warn(need_column, "same need twice")
    if values.get("sen_status") == "yes":
        values["sen_status"] = ""  # what is recorded stays
        record.given.discard("sen_status")
        record.warn("sen_status", YES_ALONE)
    elif columns.of("sen_status") and not record.is_faulty("sen_status"):
        record.given.add("sen_status")
        values["sen_status"] = values.get("sen_status") or "N"
        if values["sen_status"] == "N" and named:
            record.warn(need_column, "need without SEN status")
            values["needs"] = ()
        elif values["sen_status"] != "N" and has_need_columns and not needs:
            _no_type(record, need_column)
        elif values["sen_status"] == "E" and "NSA" in needs:
            record.warn(need_column, "NSA with an EHC plan")
        if values["sen_status"] == "N" and values.get("sen_since"):
            record.warn("sen_since", "SEN start date without SEN status")
    for name in ("sen_since", "joined_on"):
        _dated(record, name, today)
    _after_birth(record, "left_on")


def _no_type(record: Record, need_column: str) -> None:
    if not record.is_faulty(need_column):
        record.warn(need_column, "no type of need")


def _dated(record: Record, name: str, today: date) -> None:
    """A day on which something began: after the birth, and within a year from now."""
    began = record.values.get(name)
    if began and began > today + timedelta(days=366):
        record.blame(name, "in the future")
    elif began and began > today:
        record.warn(name, "starts in the future")
    _after_birth(record, name)


def _after_birth(record: Record, name: str) -> None:
    day, born = record.values.get(name), record.values.get("date_of_birth")
    if day and born and not record.is_faulty("date_of_birth") and day < born:
        record.blame(name, "before the date of birth")


def _circumstances(record: Record) -> None:
    """Pupil premium, meals and care, from however many columns speak of them."""
    values = record.values
    if isinstance(kinds := values.get("pupil_premium"), frozenset):
        values["pupil_premium"] = True
        for kind in kinds & {"ever_6", "eypp", "service_child"}:
            values[kind] = True
            record.given.add(kind)
    meals = values.get("free_school_meals")
    if isinstance(meals, str):
        values["free_school_meals"], values["meal_basis"] = True, meals
    if record.heading("post_looked_after") and not record.is_faulty("post_looked_after"):
        record.given.add("post_looked_after")  # an empty cell says that there is no arrangement
    if values.get("post_looked_after") == "yes":
        record.warn("post_looked_after", "kind of arrangement not given")


def _language(record: Record) -> None:
    language = key(record.values.get("first_language") or "")
    if not language or language in LANGUAGE_UNKNOWN:
        return
    speaks_another = language not in ENGLISH
    if record.values.get("eal") is None:
        if not record.is_faulty("eal"):
            record.values["eal"] = speaks_another
            record.given.add("eal")
    elif record.values["eal"] != speaks_another:
        record.warn("first_language", "EAL does not fit the language")


def _year_groups(
    records: list[Record], columns: Columns, today: date, academic_year: int | None
) -> list[str]:
    """Check the year group against the birthday, allowing for a roll of another year."""
    year = today.year if today.month >= 9 else today.year - 1
    shifts = [
        YEARS.index(record.values["year_group"]) - usual
        for record in records
        if record.values.get("year_group") in YEARS
        and (usual := _usual(record.values.get("date_of_birth"), year)) is not None
    ]
    shift = academic_year - year if academic_year else _common(shifts)
    for record in records:
        _year_group(record, columns, year, shift)
        if academic_year:
            _move_on(record, year - academic_year)
    if shift and not academic_year:
        return [
            (
                f"The year groups fit the school year {year + shift}/{(year + shift + 1) % 100:02}, "
                "not the present one. Is this an old export?"
            )
        ]
    return []


def _common(shifts: list[int]) -> int:
    """The difference that most children share, in a list long enough to tell."""
    if len(shifts) < 5:
        return 0
    shift = statistics.mode(shifts)
    return shift if shifts.count(shift) * 2 > len(shifts) and abs(shift) <= 2 else 0


def _usual(born: date | None, year: int) -> int | None:
    """Place in YEARS of a child born on this day, in the school year that starts in `year`."""
    if born is None:
        return None
    age = _age(born, date(year, 8, 31))
    return age if 0 <= age < len(YEARS) else None


def _year_group(record: Record, columns: Columns, year: int, shift: int) -> None:
    stated = record.values.get("year_group") or ""
    born = record.values.get("date_of_birth")
    usual = None if record.is_faulty("date_of_birth") else _usual(born, year + shift)
    if record.is_faulty("year_group"):
        return
    if stated == "nursery":
        _which_nursery(record, usual)
    elif not stated and columns.of("year_group"):
        record.blame("year_group", "missing")
    elif not stated and usual is not None:
        record.values["year_group"] = YEARS[usual]
    elif stated in YEARS and born and not record.is_faulty("date_of_birth"):
        _fits(record, stated, usual, born, year + shift)


def _move_on(record: Record, years: int) -> None:
    """A transfer file of last year says which year group a child was in then."""
    stated = record.values.get("year_group")
    if stated in YEARS:
        record.values["year_group"] = YEARS[
            min(YEARS.index(stated) + max(years, 0), len(YEARS) - 1)
        ]


def _which_nursery(record: Record, usual: int | None) -> None:
    found = YEARS[usual] if usual is not None else ""
    if found in {"N1", "N2"}:
        record.values["year_group"] = found
        record.warn("year_group", "year group worked out", expected=found)
    else:
        record.values["year_group"] = ""
        record.blame("year_group", "unknown year group")


def _fits(record: Record, stated: str, usual: int | None, born: date, year: int) -> None:
    away = len(YEARS) if usual is None else abs(YEARS.index(stated) - usual)
    if away == 0:
        return
    words = {"stated": _label(stated), "expected": "no year group here"}
    if usual is not None:
        words["expected"] = _label(YEARS[usual])
    if away == 1:
        record.warn(
            "date_of_birth",
            "one year from the usual year group",
            hint=_swapped(born, stated, year),
            **words,
        )
    else:
        record.blame("date_of_birth", "does not fit the year group", **words)


def _swapped(born: date, stated: str, year: int) -> str:
    """A hint when the birthday would fit with day and month exchanged."""
    if born.day > 12:
        return ""
    other = date(born.year, born.day, born.month)
    if _usual(other, year) != YEARS.index(stated):
        return ""
    return f" With day and month exchanged ({other:%d/%m/%Y}) it would fit: check it."


def _label(code: str) -> str:
    return {"R": "Reception"}.get(code, f"Year {code}" if code.isdigit() else code)


def _twice(records: list[Record]) -> None:
    """The second and later rows of a UPN, a number or a child are faults."""
    upns: dict[str, Record] = {}
    numbers: dict[str, Record] = {}
    children: dict[tuple, Record] = {}
    for record in records:
        upn, number = record.values.get("upn"), record.values.get("admission_no")
        child = (
            (record.values.get("surname") or "").casefold(),
            (record.values.get("forename") or "").casefold(),
            record.values.get("date_of_birth"),
        )
        same_upn = upns.setdefault(upn, record) if upn else record
        same_number = numbers.setdefault(number, record) if number else record
        same_child = children.setdefault(child, record) if all(child) else record
        if same_upn is not record:
            record.blame("upn", "duplicate UPN in the file", other=same_upn.row)
        elif same_child is not record and not (upn and same_child.values.get("upn")):
            name = "surname" if record.heading("surname") else "full_name"
            record.blame(name, "row repeated", other=same_child.row)
        elif same_number is not record:
            record.blame(
                "admission_no", "duplicate admission number in the file", other=same_number.row
            )
        elif same_child is not record:
            record.warn("surname", "same name and birthday", other=same_child.row)

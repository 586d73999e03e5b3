"""The demonstration's schools and people, as data."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from aylsham.access.roles import Role
from aylsham.codes import Phase

SAMPLES = Path(__file__).parent / "samples"
PASSWORD = "aylsham-demo"  # noqa: S105  (printed at every start)
#: Roles begin with the academic year, so that a shifted date keeps its people.
SINCE = dt.date(2024, 9, 1)
LIVE_FROM = dt.date(2026, 11, 2)


@dataclass(frozen=True)
class DemoDuties:
    """When a school last did what it owes itself, and since when its SENCO is in post."""

    sen_report: dt.date
    accessibility_plan: dt.date
    governor: tuple[dt.date, str]
    senco_since: dt.date


@dataclass(frozen=True)
class DemoSchool:
    slug: str
    name: str
    phase: Phase
    la_code: str
    establishment_number: str
    urn: str
    year_groups: tuple[str, ...]
    roll: str
    is_open_in_holidays: bool = False
    duties: DemoDuties | None = None


@dataclass(frozen=True)
class DemoPerson:
    """A sign-in: roles are (role, school slug or None for the federation, year groups)."""

    email: str
    name: str
    roles: tuple[tuple[Role, str | None, tuple[str, ...]], ...]
    can: str
    classes: tuple[tuple[str, str], ...] = ()  # (school slug, class name)
    #: Slugs of the schools from Monday to Friday, of somebody who works at several.
    week: tuple[str, ...] = ()


@dataclass(frozen=True)
class DemoFederation:
    slug: str
    name: str
    schools: tuple[DemoSchool, ...]
    people: tuple[DemoPerson, ...]
    trackers: tuple[str, ...] = ()
    #: Schools whose governor reports are published, after them the federation's; of the first
    #: school the one for anybody waits as a draft.
    reports: tuple[str, ...] = ()
    head: str = ""


AYLSHAM = DemoFederation(
    "aylsham",
    "Aylsham Learning Federation",
    schools=(
        DemoSchool(
            "bure-valley",
            "Bure Valley School",
            Phase.JUNIOR,
            "926",
            "2999",
            "999001",
            ("3", "4", "5", "6"),
            "mis/bure-valley_arbor.csv",
            duties=DemoDuties(
                sen_report=dt.date(2025, 12, 9),
                accessibility_plan=dt.date(2024, 9, 1),
                governor=(dt.date(2025, 9, 23), "Samir Haddad"),
                senco_since=dt.date(2024, 9, 1),
            ),
        ),
        DemoSchool(
            "john-of-gaunt",
            "John of Gaunt Infant and Nursery School",
            Phase.INFANT,
            "926",
            "2998",
            "999002",
            ("N1", "N2", "R", "1", "2"),
            "mis/john-of-gaunt_sims.xlsx",
            duties=DemoDuties(
                sen_report=dt.date(2026, 1, 20),
                accessibility_plan=dt.date(2025, 1, 6),
                governor=(dt.date(2025, 9, 23), "Samir Haddad"),
                senco_since=dt.date(2024, 9, 1),
            ),
        ),
        DemoSchool(
            "john-bears",
            "John Bear's Nursery",
            Phase.NURSERY,
            "926",
            "1999",
            "999003",
            ("E1", "E2", "N1", "N2"),
            "mis/john-bears_bromcom.csv",
            is_open_in_holidays=True,
            duties=DemoDuties(
                sen_report=dt.date(2026, 10, 6),
                accessibility_plan=dt.date(2025, 9, 1),
                governor=(dt.date(2025, 9, 23), "Samir Haddad"),
                senco_since=dt.date(2024, 9, 1),
            ),
        ),
    ),
    people=(
        DemoPerson(
            "sendco@demo.example",
            "Helen Marsh",
            (
                (Role.SENDCO, None, ()),
                (Role.DESIGNATED_TEACHER, None, ()),
                (Role.FEDERATION_SEND_LEAD, None, ()),
            ),
            "SENDCo, designated teacher and SEND lead of all three schools",
            week=("bure-valley", "bure-valley", "john-of-gaunt", "john-bears", "bure-valley"),
        ),
        DemoPerson(
            "assistant@demo.example",
            "Tunde Adeyemi",
            ((Role.ASSISTANT_SENDCO, None, ()),),
            "assistant SENDCo of all three schools",
        ),
        DemoPerson(
            "teacher@demo.example",
            "Megan Pryce",
            ((Role.CLASS_TEACHER, "bure-valley", ()),),
            "teacher of Oak and Willow, Year 4, at Bure Valley",
            classes=(("bure-valley", "Oak"), ("bure-valley", "Willow")),
        ),
        DemoPerson(
            "lsa@demo.example",
            "Kasia Wrona",
            ((Role.LSA, "bure-valley", ()),),
            "LSA at Bure Valley, supports named children",
        ),
        DemoPerson(
            "phaselead@demo.example",
            "Owen Tait",
            ((Role.PHASE_LEADER, "bure-valley", ("3", "4")),),
            "phase leader of Years 3 and 4 at Bure Valley",
        ),
        DemoPerson(
            "subject@demo.example",
            "Nia Rees",
            ((Role.SUBJECT_LEADER, "bure-valley", ()),),
            "leads English at Bure Valley; sees no child by name",
        ),
        DemoPerson(
            "infants@demo.example",
            "Farah Siddiqui",
            ((Role.PHASE_LEADER, "john-of-gaunt", ("1", "2")),),
            "phase leader at John of Gaunt, rates levels for Bure Valley",
        ),
        DemoPerson(
            "lead@demo.example",
            "Amara Osei",
            ((Role.FEDERATION_SEND_LEAD, None, ()),),
            "SEND lead of the federation: the schools side by side",
        ),
        DemoPerson(
            "head@demo.example",
            "Ruth Calloway",
            ((Role.HEAD, None, ()),),
            "executive head of all three schools",
        ),
        DemoPerson(
            "safeguarding@demo.example",
            "Priya Nair",
            ((Role.SAFEGUARDING_LEAD, "bure-valley", ()),),
            "designated safeguarding lead at Bure Valley",
        ),
        DemoPerson(
            "governor@demo.example",
            "Samir Haddad",
            ((Role.GOVERNOR, None, ()),),
            "governor: published reports",
        ),
        DemoPerson(
            "admin@demo.example",
            "Jo Lindqvist",
            ((Role.FEDERATION_ADMINISTRATOR, None, ()),),
            "federation administrator: people, calendars, no children",
        ),
    ),
    trackers=("mis/sendco_ehcp_tracker.xlsx",),
    reports=("bure-valley", "john-of-gaunt", "john-bears"),
    head="head@demo.example",
)

OTHER = DemoFederation(
    "other",
    "Other Learning Trust",
    schools=(
        DemoSchool(
            "other-school",
            "Other School",
            Phase.PRIMARY,
            "330",
            "2001",
            "999101",
            ("N2", "R", "1", "2", "3", "4", "5", "6"),
            "other-school_scholarpack.csv",
        ),
    ),
    people=(
        DemoPerson(
            "sendco@other.example",
            "Priya Raman",
            ((Role.SENDCO, None, ()),),
            "SENDCo of a school in another federation",
        ),
    ),
)

FEDERATIONS = (AYLSHAM, OTHER)

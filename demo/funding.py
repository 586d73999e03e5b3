"""Sums received: the budget share with a slip put right, grants, early-years funds, one given back."""

import datetime as dt

from aylsham.models import School, User
from aylsham.tenancy.row_security import school_transaction
from provision.services.funding import SUM_FIELDS, add_funding_sum, correct_funding_sum

YEAR = 2026
APRIL, JUNE, OCTOBER = dt.date(2026, 4, 1), dt.date(2026, 6, 30), dt.date(2026, 10, 5)
#: Of each school: stream, pence, day, where it stands.
SUMS = {
    "bure-valley": (
        ("notional", 11_480_000, APRIL, "Budget share 2026/27, notional SEN"),
        ("premium", 5_848_000, JUNE, "Pupil premium allocation, first quarter’s notice"),
    ),
    "john-of-gaunt": (
        ("notional", 4_935_000, APRIL, "Budget share 2026/27, notional SEN"),
        ("senif", 184_500, OCTOBER, "Panel letter of the early years team, autumn"),
        ("daf", 93_800, JUNE, "Early years payment schedule, summer"),
        ("bridge", 120_000, OCTOBER, "Bridging into Reception, autumn term"),
    ),
    "john-bears": (
        ("senif", 212_000, OCTOBER, "Panel letter of the early years team, autumn"),
        ("daf", 187_600, JUNE, "Early years payment schedule, summer"),
    ),
}


def load_funding(schools: dict[str, School], by: User) -> None:
    """What each school received; at the first, a number read wrongly and a part given back."""
    for slug, sums in SUMS.items():
        school = schools[slug]
        with school_transaction(school):
            rows = [
                add_funding_sum(
                    school=school, by=by, financial_year=YEAR, stream=stream, pence=pence,
                    is_returned=False, on=on, source=source,
                )
                for stream, pence, on, source in sums
            ]  # fmt: skip
            if slug == "bure-valley":
                _put_right(rows[0], by)


def _put_right(wrong, by: User) -> None:
    facts = {name: getattr(wrong, name) for name in SUM_FIELDS} | {"pence": 11_840_000}
    correct_funding_sum(wrong=wrong, why="Two digits changed places in typing.", by=by, **facts)
    add_funding_sum(
        school=wrong.school, by=by, financial_year=YEAR, stream="premium", pence=148_500,
        is_returned=True, on=OCTOBER, source="Recovery for a pupil who left before the census",
    )  # fmt: skip

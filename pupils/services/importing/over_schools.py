"""One list of a SENDCo over several schools, in one go: a row is good where its child is."""

import datetime as dt

from django.db import transaction

from aylsham.models import School, User
from aylsham.tenancy.row_security import school_transaction
from pupils.services.importing.running import Report, run_import

PER_SCHOOL = ("new", "changed", "unchanged", "leavers", "pence")


def run_over_schools(
    *,
    schools: list[School],
    kind: str,
    data: bytes,
    name: str,
    today: dt.date,
    by: User | None,
    is_written: bool,
) -> Report:
    """Read the list for each school and, if wanted, write it: all schools or none."""
    with transaction.atomic():
        reports = []
        for school in schools:
            with school_transaction(school):
                reports.append(
                    run_import(
                        school=school,
                        kind=kind,
                        data=data,
                        name=name,
                        today=today,
                        by=by,
                        is_written=is_written,
                    )
                )
    return reports[0] if len(reports) == 1 else _together(reports)


def _together(reports: list[Report]) -> Report:
    """One report: a row is good where its child is, and at fault if no school has the child."""
    elsewhere = set.intersection(*(set(report.preview["elsewhere"]) for report in reports))
    faults = _faults(reports)
    counts = {**reports[0].counts, **_sums(reports)}
    faulty = {fault["row"] for fault in faults} | elsewhere
    counts |= {"good": counts["rows"] - len(faulty), "other_schools": len(elsewhere)}
    preview = {**reports[0].preview, "faults": faults, "elsewhere": sorted(elsewhere)}
    for part in ("warnings", "matches"):
        preview[part] = [each for report in reports for each in report.preview[part]]
    return Report(counts, preview, reports[0].is_written)


def _sums(reports: list[Report]) -> dict[str, int]:
    """What each school counts for itself, together."""
    names = [name for name in PER_SCHOOL if name in reports[0].counts]
    return {name: sum(report.counts[name] for report in reports) for name in names}


def _faults(reports: list[Report]) -> list[dict]:
    """Faults of cells once, and "not found" only where every school says so."""
    found: dict[tuple, list[dict]] = {}
    for report in reports:
        for fault in report.preview["faults"]:
            found.setdefault((fault["row"], fault["column"], fault["problem"]), []).append(fault)
    return [
        faults[0]
        for (_, _, problem), faults in sorted(found.items())
        if problem != "child not found" or _nobody_has(faults[0]["row"], reports)
    ]


def _nobody_has(row: int, reports: list[Report]) -> bool:
    return all(
        row in report.preview["elsewhere"] or any(f["row"] == row for f in report.preview["faults"])
        for report in reports
    )

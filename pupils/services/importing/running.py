"""A whole import in one go, for commands, the demonstration and the watched folder."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from aylsham.models import School, User
from pupils.codes import ImportState
from pupils.importing.sheets import Unreadable
from pupils.models import FileImport
from pupils.services.importing.lifecycle import read_and_write, read_import, receive_file


@dataclass(frozen=True)
class Report:
    """What an import did, or would do."""

    counts: dict[str, int]
    preview: dict[str, Any]
    is_written: bool

    def as_json(self) -> dict[str, Any]:
        """One object for a script, headings as the file has them."""
        written = self.preview["written"]
        return {
            "columns": {written.get(h, h): name for h, name in self.preview["columns"]},
            "unrecognised": [
                written.get(each["heading"], each["heading"])
                for each in self.preview["unrecognised"]
            ],
            **self.counts,
            "faults": [
                {
                    "row": fault["row"],
                    "column": written.get(fault["column"], fault["column"]),
                    "problem": fault["problem"],
                }
                for fault in self.preview["faults"]
            ],
        }

    def sentences(self) -> Iterator[str]:
        """The same for a person."""
        counts = self.counts
        yield (
            f"{counts['rows']} rows: {counts['good']} good, {counts['new']} new, "
            f"{counts['changed']} changed, {counts['unchanged']} unchanged."
        )
        for fault in self.preview["faults"]:
            yield _line(fault)
        for match in self.preview.get("matches", []):
            yield f"Row {match['row']} was matched to {match['here']} without the UPN."
        if self.preview["unrecognised"]:
            headings = ", ".join(each["heading"] for each in self.preview["unrecognised"])
            yield f"Not understood: {headings}."
        if counts.get("leavers"):
            yield (
                f"{counts['leavers']} children on roll are not in the file, or have left by it. "
                "Nobody was ended."
            )
        yield from self.remarks()
        yield "Written." if self.is_written else "Nothing was written."

    def remarks(self) -> Iterator[str]:
        """What a person should know besides the faults: old exports, rows passed over, guesses."""
        yield from self.preview["alarms"]
        yield from self.preview["notices"]
        for row in self.preview.get("skipped", []):
            yield f"Row {row['row']} was passed over: {row['reason']}."
        for warning in self.preview["warnings"]:
            yield _line(warning)


def _line(found: dict[str, Any]) -> str:
    """What was found, in one line; some things are of a row and of no column."""
    place = ", ".join(filter(None, [f"Row {found['row']}", found["column"]]))
    return f"{place}: {found['problem']}. {found['advice']}".strip()


def run_import(
    *,
    school: School,
    kind: str,
    data: bytes,
    name: str,
    today: dt.date,
    by: User | None,
    is_written: bool,
    sheet_name: str = "",
    is_all_or_nothing: bool = False,
) -> Report:
    """Read a file and, if wanted, write its good rows; a dry run leaves no trace at all."""
    with transaction.atomic():
        received = receive_file(
            school=school, kind=kind, data=data, name=name, by=by, sheet_name=sheet_name
        )
        if is_written:
            found = read_and_write(
                file_import=received, only_if_faultless=is_all_or_nothing, today=today, by=by
            )
        else:
            found = read_import(file_import=received, today=today)
        if found.state == ImportState.REFUSED:
            raise Unreadable(found.refusal)
        is_done = found.state == ImportState.DONE
        transaction.set_rollback(not is_done)
    return Report(found.counts, found.preview, is_done)


def latest_import(school: School, kind: str) -> FileImport | None:
    """The school's last import of a kind that was written."""
    return FileImport.objects.filter(school=school, kind=kind, done_at__isnull=False).first()

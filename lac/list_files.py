"""The lists about children in care as files: what the asker may read, as on the pages."""

from typing import Any

from aylsham.audit.codes import Action
from aylsham.list_files import Cell, ListFile


def _whole(name: str) -> Cell:
    """What only few may read; it is empty for the others, who must not take it for nought."""

    def words(row: Any) -> object:
        return getattr(row, name) if row.is_whole else None

    return words


WATCH = ListFile(
    "Children who are watched over",
    {
        "Child": "name",
        "Class": "place",
        "Care": lambda row: row.care or "Social work",
        "To look at": "open",
        "What": "signs",
        "Since": "waiting_since",
        "Attendance, %": "week.percent",
        "Week of": "week.on",
    },
    children="pupil_id",
    school="school",
    action=Action.EXPORT_CARE,
)
WATCH_WHOLE = ListFile(
    WATCH.title,
    {
        **WATCH.columns,
        "SDQ": lambda row: row.sdq.total if row.is_whole and row.sdq else None,
        "Moves": _whole("moves"),
        "New workers": _whole("workers"),
        "Suspended": _whole("suspensions"),
        "Part-time": _whole("is_part_time"),
    },
    children="pupil_id",
    school="school",
    action=Action.EXPORT_CARE,
)
MEETINGS = ListFile(
    "Meetings about children in care",
    {
        "Day": "row.held_on",
        "With": "row.get_kind_display",
        "Who came": "row.came",
        "Children": lambda line: [child.name for child in line.children],
        "Actions": lambda line: len(line.actions),
        "To do": "open",
    },
    children=lambda line: [child.pupil_id for child in line.children],
    action=Action.EXPORT_CARE,
)
VIRTUAL_SCHOOLS = ListFile(
    "Virtual schools",
    {
        "Council": "row.council",
        "Who answers": "row.contact",
        "Phone": "row.phone",
        "E-mail": "row.email",
        "Own criteria": lambda line: len(line.row.criteria) if line.has_own_criteria else 0,
        "Last days for PEPs": lambda line: [
            f"{each.get_term_display()}: {each.on:%d/%m/%Y}" for each in line.cut_offs
        ],
    },
)
YEAR_REPORTS = ListFile(
    "Reports on children in care",
    {
        "School year": "report.year_words",
        "State": "report.get_state_display",
        "Published": "report.published_at",
    },
)


def training_file(subjects: list[str]) -> ListFile:
    """The gaps in training, with a column for each subject that is wanted."""
    columns: dict[str, Cell] = {
        "Adult": "user.name",
        "Children": lambda line: [child.full_name for child in line.children],
    }
    for place, subject in enumerate(subjects):
        columns[subject] = f"held.{place}.1"
    return ListFile(
        "Training for children in care",
        columns,
        children=lambda line: [child.pk for child in line.children],
        action=Action.EXPORT_CARE,
    )

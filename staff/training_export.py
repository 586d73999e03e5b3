"""The plan of training as rows of a workbook: numbers of people, never a name."""

from collections.abc import Iterable

from provision.rules.money import pounds_of
from staff.selectors.training_plan import SessionLine

HEADINGS = (
    "Day", "Last day", "Training", "Topic", "How", "State", "Who gives it", "Where", "Hours",
    "People asked", "People who came", "Planned, pounds", "Spent, pounds",
    "Seen in classrooms",
)  # fmt: skip


def rows_of(lines: Iterable[SessionLine]) -> list[list]:
    """A row for each training."""
    return [_row(line) for line in lines]


def _row(line: SessionLine) -> list:
    row = line.row
    return [
        row.starts_on,
        row.ends_on,
        line.title,
        row.topic.name,
        line.kind,
        line.state,
        row.provider,
        row.place,
        row.hours,
        line.invited,
        line.came if line.is_held else None,
        pounds_of(row.pence),
        None if row.spent_pence is None else pounds_of(row.spent_pence),
        row.seen,
    ]

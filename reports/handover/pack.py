"""The handover pack as a whole: from the record as it stands, cut to the reader."""

from uuid import UUID

from aylsham.access.current import Access
from aylsham.access.permissions import Permission as P
from aylsham.together import at_once, read, rows_read
from reports.handover import children, work
from reports.handover.sections import Pack, Part, Row, Shown
from staff.models import HandoverNote, HandoverPaper

PARTS = (
    Part("figures", "The register in figures", (P.VIEW_REGISTER,), children.register, "register"),
    Part("duties", "Who holds which duty", (P.VIEW_DUE,), work.duties, "held_duties"),
    Part(
        "days",
        f"What the law asks in the next {children.WEEKS} weeks",
        (P.VIEW_DUE,),
        children.days_of_law,
        "due",
    ),
    Part("plans", "EHC plans and reviews", (P.VIEW_PLANS,), children.plans, "plans"),
    Part(
        "applications",
        "Needs assessments that run",
        (P.VIEW_PLANS,),
        children.applications,
        "needs_assessments",
        "None runs.",
    ),
    Part(
        "consultations",
        "Consultations to answer",
        (P.ANSWER_CONSULTATIONS,),
        children.asked_by_councils,
        "consultations",
        "None is open.",
    ),
    Part(
        "care",
        "Children in care and before",
        (P.READ_CARE,),
        children.care,
        "care",
        "No child is recorded as in care.",
    ),
    Part(
        "provision",
        "Promised by law, and what is not covered",
        (P.VIEW_REGISTER, P.VIEW_NEEDS),
        work.provision,
        "owed",
        "Nothing is promised yet.",
    ),
    Part(
        "quality",
        "What looks at papers found",
        (P.VIEW_REGISTER, P.CHECK_CYCLES),
        work.quality,
        "quality",
        "No paper was looked at this half-term.",
    ),
    Part(
        "training",
        "Training that is missing or runs out",
        (P.KEEP_TRAINING,),
        work.training,
        "training",
        "Nothing runs out.",
    ),
    Part(
        "contacts",
        "Councils, services and providers",
        (P.VIEW_REFERRALS,),
        work.contacts,
        "outside_services",
        "None is recorded.",
    ),
    Part("places", "Where things are", (P.OPEN_TODAY,), work.places, "school_home"),
)
BY_CODE = {part.code: part for part in PARTS}
#: Rows of a part on the page and on paper; the page it leads to has them all.
ROWS = 60


def handover_pack(access: Access) -> Pack:
    """Every part that the reader may read, with its note; the others by their headings.

    Two statements, as many as the longest of its reads has steps.
    """
    mine = [part for part in PARTS if part.is_for(access)]
    written = HandoverNote.objects.filter(school=access.school).select_related("written_by")
    (notes,), *found = read(at_once(rows_read(written), *(part.rows(access) for part in mine)))
    by_heading = {note.heading: note for note in notes}
    shown = tuple(
        _shown(part, rows, by_heading.get(part.code))
        for part, rows in zip(mine, found, strict=True)
    )
    left_out = tuple(part.heading for part in PARTS if part not in mine)
    pupils = frozenset(row.pupil for each in shown for row in each.rows if row.pupil)
    return Pack(shown, left_out, pupils)


def _shown(part: Part, rows: list[Row], note: HandoverNote | None) -> Shown:
    return Shown(
        part,
        tuple(rows[:ROWS]),
        note.text if note else "",
        note.written_by.name if note and note.written_by else "",
        note.written_on if note else None,
        max(0, len(rows) - ROWS),
    )


def note_of(access: Access, code: str) -> HandoverNote | None:
    """The note under one heading."""
    return HandoverNote.objects.filter(school=access.school, heading=code).first()


def paper_of(access: Access, pk: UUID) -> HandoverPaper | None:
    """A paper of the school that the asker asked for."""
    rows = HandoverPaper.objects.filter(school=access.school, asked_by=access.user)
    return rows.filter(pk=pk).first()

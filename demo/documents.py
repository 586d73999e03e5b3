"""A handful of papers on children of the demonstration, filed by the product's own service."""

import datetime as dt
import io
from dataclasses import dataclass

from aylsham.documents.inspecting import Upload
from aylsham.models import School, User
from aylsham.tenancy.row_security import school_transaction
from pupils.codes import SenStatus
from pupils.models import Pupil
from pupils.services.documents.filing import file_document, replace_document


@dataclass(frozen=True)
class DemoPaper:
    """A paper: on which child (by place in the register of Oak), what it is, what it says."""

    child: int
    kind: str
    title: str
    of_on: dt.date
    author: str
    source: str
    words: str
    #: What a second version adds; empty for a single one.
    then: str = ""


PAPERS = (
    DemoPaper(
        0,
        "slt",
        "Speech and language assessment",
        dt.date(2025, 3, 18),
        "Priya Nair",
        "Norfolk community speech therapy",
        "Understands instructions of two steps. Uses short sentences and is shy with new adults. "
        "Advice: visual support, time to answer, a small language group twice a week.",
    ),
    DemoPaper(
        0,
        "parents",
        "Parents' views for the annual review",
        dt.date(2026, 11, 9),
        "",
        "Given on paper at the gate",
        "Mornings have been calmer since the visual timetable. We worry about the move to Year 5.",
    ),
    DemoPaper(
        0,
        "school",
        "School's report for the annual review",
        dt.date(2026, 11, 16),
        "Tunde Adeyemi",
        "Written at school",
        "Progress in reading is good. Writing needs a scribe for longer pieces.",
        then="With the attendance of this term.",
    ),
    DemoPaper(
        1,
        "medical",
        "Letter of the community paediatrician",
        dt.date(2026, 6, 2),
        "Dr Samuel Adler",
        "Sent by post",
        "Seen in clinic. Hearing is normal. Review in six months.",
    ),
)


def file_demo_papers(school: School, by: User) -> None:
    """File the papers on children of Oak who have a plan or support."""
    with school_transaction(school):
        pupils = list(
            Pupil.objects.filter(
                school=school,
                class_group__name="Oak",
                status_periods__ends_on=None,
                status_periods__status__in=[SenStatus.SUPPORT, SenStatus.PLAN],
            ).in_register_order()[:2]
        )
        for paper in PAPERS:
            _file(pupils[paper.child % len(pupils)], paper, by)


def _file(pupil: Pupil, paper: DemoPaper, by: User) -> None:
    document = file_document(
        pupil=pupil,
        kind=paper.kind,
        upload=make_letter(paper.title, paper.words),
        by=by,
        title=paper.title,
        of_on=paper.of_on,
        author=paper.author,
        source=paper.source,
    )
    if paper.then:
        newer = make_letter(paper.title, f"{paper.words} {paper.then}")
        replace_document(document=document, upload=newer, by=by, note=paper.then)


def make_letter(title: str, words: str) -> Upload:
    """A small Word file."""
    import docx  # a third of a second, for the demonstration alone

    letter = docx.Document()
    letter.core_properties.created = letter.core_properties.modified = dt.datetime(2026, 11, 1)  # noqa: DTZ001
    letter.add_heading(title, 1)
    letter.add_paragraph(words)
    into = io.BytesIO()
    letter.save(into)
    return Upload("letter.docx", into.getvalue())

"""One dropped file is read: checked, sorted into boxes, matched to a child."""

import datetime as dt
from dataclasses import asdict, dataclass

from django.db import transaction

from aylsham.documents.checks.refusal import FileRefused
from aylsham.documents.inspecting import Upload, check_file, read_blocks
from aylsham.models import School
from pupils.codes import IntakeFileState, IntakeState
from pupils.models import IntakeFile, PassportIntake, Pupil
from pupils.rules.passport_files import Found, sort_into_boxes
from pupils.rules.passport_matching import Candidate, match_child
from pupils.services.recording import lock

A_SCAN = (
    "There are no words in it, only a picture: a scan or a photo. It cannot be read here. "
    "Type the passport in, and file the scan as a document of the child."
)
NO_PAGE = "Only Word (.docx) and PDF files can be read as passports."
BEFORE = "The same file was taken in before. Nothing changes."
TWICE = "The same file is in this drop twice. Nothing changes."
TWO_OF_ONE = "Another file of this drop is of the same child."


@dataclass(frozen=True)
class Looked:
    """What came of looking into a file: what it says, or why it is not taken."""

    found: Found | None = None
    refusal: str = ""


def look_into(upload: Upload) -> Looked:
    """Check and read one file in child processes; no database, no transaction."""
    try:
        checked = check_file(upload)
        if checked.extension not in ("docx", "pdf"):
            return Looked(refusal=NO_PAGE)
        found = sort_into_boxes(read_blocks(checked.data, checked.extension))
    except FileRefused as refused:
        return Looked(refusal=str(refused))
    return Looked(refusal=A_SCAN) if found.is_empty else Looked(found)


def candidates_of(school: School, *, today: dt.date) -> list[Candidate]:
    """The children on roll whom a file may name; one statement."""
    pupils = Pupil.objects.filter(school=school).on_roll(today).select_related("class_group")
    return [
        Candidate(
            id=pupil.pk,
            first=pupil.first_name,
            last=pupil.last_name,
            preferred=pupil.preferred_first_name,
            born_on=pupil.born_on,
            year=pupil.year_group,
            group=pupil.class_group.name if pupil.class_group else "",
        )
        for pupil in pupils
    ]


@transaction.atomic
def keep_looked(*, file: IntakeFile, looked: Looked, children: list[Candidate]) -> IntakeFile:
    """Keep what a file says and whose it is, or why it is left out."""
    file = lock(file)
    same = IntakeFile.objects.filter(school_id=file.school_id, digest=file.digest)
    if same.filter(state=IntakeFileState.TAKEN).exists():
        return _ended(file, IntakeFileState.KNOWN, BEFORE)
    if same.filter(intake=file.intake_id, number__lt=file.number).exists():
        return _ended(file, IntakeFileState.KNOWN, TWICE)
    if looked.found is None:
        return _ended(file, IntakeFileState.REFUSED, looked.refusal)
    found = asdict(looked.found)
    match = match_child(file.file_name, found.pop("text"), children)
    file.found, file.state = found, IntakeFileState.READ
    file.pupil_id, file.doubt = match.child, match.doubt
    file.candidates = [str(pk) for pk in match.candidates]
    if match.child and _has_another(file):
        file.pupil_id, file.doubt = None, TWO_OF_ONE
        file.candidates = [str(match.child)]
    file.save()
    return file


@transaction.atomic
def finish_reading(*, intake: PassportIntake) -> PassportIntake:
    """Every file is read: now a person looks at what was found."""
    intake = lock(intake)
    if intake.state == IntakeState.READING:
        intake.state = IntakeState.READY
        intake.save(update_fields=["state"])
    return intake


def _has_another(file: IntakeFile) -> bool:
    others = IntakeFile.objects.filter(school_id=file.school_id, intake=file.intake_id)
    return others.exclude(pk=file.pk).filter(pupil_id=file.pupil_id).exists()


def _ended(file: IntakeFile, state: IntakeFileState, words: str) -> IntakeFile:
    file.state, file.refusal, file.content = state, words, None
    file.save(update_fields=["state", "refusal", "content"])
    return file

"""Templates and letterhead: a change makes a new version, and old letters keep theirs."""

from django.db import transaction
from django.db.models import Max

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import School, User
from pupils.models import FederationLetter, Letterhead, SchoolLetter
from pupils.rules.letters.shipped.all import SHIPPED
from pupils.rules.letters.wording import Wording, faults_of

HEAD_FIELDS = ("address", "phone", "email", "website")
_MOVED = "Somebody saved another version while you had it open. Open the template again."


@transaction.atomic
def keep_template(
    *, school: School, wording: Wording, seen: int, is_shared: bool = False, by: User | None
) -> SchoolLetter | FederationLetter:
    """Keep a new version, of the school or of its federation.

    `seen`: the number of the owner's version that the writer had before them. Raises
    TransitionNotAllowed for a placeholder that is not in the list, and when somebody was quicker.
    """
    if faults := faults_of(wording):
        raise TransitionNotAllowed(" ".join(faults))
    rows, owner = _rows(school, is_shared)
    number = _newest(rows, wording.code)
    if number != seen:
        raise TransitionNotAllowed(_MOVED)
    row = rows.model.objects.create(**owner, number=number + 1, written_by=by, **vars(wording))
    _record(school, row, by, "kept", is_shared)
    return row


@transaction.atomic
def withdraw_template(
    *, school: School, wording: Wording, seen: int, is_shared: bool = False, by: User
) -> None:
    """Go back to the version below, or offer a template of our own no longer."""
    rows, owner = _rows(school, is_shared)
    number = _newest(rows, wording.code)
    if number != seen:
        raise TransitionNotAllowed(_MOVED)
    if not number:
        raise TransitionNotAllowed(
            "This is the library's own text. There is nothing to go back to."
        )
    row = rows.model.objects.create(
        **owner, number=number + 1, written_by=by, is_withdrawn=True, **vars(wording)
    )
    _record(school, row, by, "withdrawn", is_shared)


def new_code(school: School, title: str) -> str:
    """A code for a template of one's own that no other has."""
    plain = "".join(c if c.isascii() and c.isalnum() else "_" for c in title.lower())
    stem = "_".join(filter(None, plain.split("_")))[:40] or "letter"
    taken = {
        "add",  # stands in an address of its own
        *SHIPPED,
        *SchoolLetter.objects.filter(school=school).values_list("code", flat=True),
        *FederationLetter.objects.filter(federation_id=school.federation_id).values_list(
            "code", flat=True
        ),
    }
    numbered = (stem if n == 1 else f"{stem}_{n}" for n in range(1, len(taken) + 2))
    return next(code for code in numbered if code not in taken)


@transaction.atomic
def write_letterhead(*, school: School, version: str, by: User | None, **values: str) -> Letterhead:
    """Write what stands at the head of the school's letters."""
    row = Letterhead.objects.select_for_update(no_key=True).filter(school=school).first()
    if row:
        require_version(row, HEAD_FIELDS, version)
    else:
        row = Letterhead(school=school)
    for name in HEAD_FIELDS:
        setattr(row, name, values.get(name, ""))
    row.save()
    record_event(
        Action.CHANGE_LETTERS, school=school, by=by, subject=row, detail={"step": "letterhead"}
    )
    return row


def _rows(school: School, is_shared: bool):
    if is_shared:
        owner = {"federation_id": school.federation_id}
        return FederationLetter.objects.filter(**owner), owner
    return SchoolLetter.objects.filter(school=school), {"school": school}


def _newest(rows, code: str) -> int:
    return rows.filter(code=code).aggregate(last=Max("number"))["last"] or 0


def _record(school: School, row, by: User | None, step: str, is_shared: bool) -> None:
    detail = {"step": step, "code": row.code, "version": row.number, "shared": is_shared}
    record_event(Action.CHANGE_LETTERS, school=school, by=by, subject=row, detail=detail)

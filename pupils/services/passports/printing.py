"""Passports on paper: one side each at 12 pt, or the box that is too long; a class as one PDF."""

import base64
import datetime as dt
from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db import transaction
from django.template.loader import render_to_string

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.documents import keeping
from aylsham.documents.fitting import NO_LIMIT, Fitted, fit_pdf
from aylsham.jobs.services import start_job
from aylsham.models import Job, School, User
from pupils.models import ClassGroup, PassportPrint
from pupils.selectors.passports.easy import EasyPart
from pupils.selectors.passports.own_words import OwnWords
from pupils.selectors.passports.printing import PrintedPassport
from pupils.symbols import LICENCE

PRINT_JOB = "print_passports"
#: From roomy to tight, all at 12 pt; large print is 18 pt and may take more sides.
SIZES, LARGE = ("roomy", "tight"), ("large",)
#: How long a class's PDF is kept for whoever asked.
KEPT_FOR = dt.timedelta(days=1)


def one_side(passport: PrintedPassport, school: School, *, today: dt.date) -> Fitted:
    """One passport on one A4 side at 12 pt; no PDF, but what is too long, when it does not fit."""
    return fit_pdf(_htmls([passport], school, today, SIZES), most=1, trim=True)


def large_print(passport: PrintedPassport, school: School, *, today: dt.date) -> Fitted:
    """One passport at 18 pt, on as many sides as it takes."""
    return fit_pdf(_htmls([passport], school, today, LARGE))


def easy_read(
    name: str, parts: Sequence[EasyPart], own: OwnWords, school: School, *, today: dt.date
) -> Fitted:
    """Large type, a picture beside each short sentence, on as many sides as it takes."""
    context = {"name": name, "parts": parts, "own": own.on_paper, "school": school, "today": today}
    return fit_pdf([render_to_string("pupils/print/easy.html", context | {"licence": LICENCE})])


def class_set(
    passports: Sequence[PrintedPassport], school: School, *, today: dt.date, is_large: bool
) -> Fitted:
    """Passports one after the other, each beginning a side: anchors p1, p2, … say where."""
    sizes = LARGE if is_large else SIZES[-1:]
    return fit_pdf(_htmls(passports, school, today, sizes), most=NO_LIMIT)


def on_more_sides(passports: Sequence[PrintedPassport], fitted: Fitted) -> list[UUID]:
    """The children of a class set whose passport takes more than one side."""
    starts = [fitted.starts[f"p{n}"] for n in range(1, len(passports) + 1)]
    ends = [*starts[1:], fitted.pages]
    return [
        passport.pupil_id
        for passport, start, end in zip(passports, starts, ends, strict=True)
        if end - start > 1
    ]


@transaction.atomic
def ask_for_class_set(
    *, class_group: ClassGroup, pupil_ids: Iterable[UUID], is_large: bool, by: User
) -> tuple[PassportPrint, Job]:
    """Start printing the passports of these children of a class."""
    ids = [str(pk) for pk in pupil_ids]
    if not ids:
        raise TransitionNotAllowed("No passport of this class is published yet.")
    row = PassportPrint.objects.create(
        school=class_group.school,
        class_group=class_group,
        asked_by=by,
        is_large=is_large,
        pupil_ids=ids,
    )
    record_event(
        Action.PRINT, school=class_group.school, by=by, pupil_ids=row.pupil_ids, subject=row
    )
    arguments = {"passport_print": str(row.pk), "group": str(class_group.pk)}
    job = start_job(PRINT_JOB, school=class_group.school, by=by, arguments=arguments)
    return row, job


@transaction.atomic
def keep_class_set(
    *, row: PassportPrint, passports: Sequence[PrintedPassport], fitted: Fitted
) -> None:
    """Keep the PDF for the person who asked."""
    row.pdf, row.pages = fitted.pdf, fitted.pages
    row.long_ids = [] if row.is_large else [str(pk) for pk in on_more_sides(passports, fitted)]
    row.unprintable = {str(p.pupil_id): p.unprintable for p in passports if p.unprintable}
    row.save(update_fields=["pdf", "pages", "long_ids", "unprintable"])


def forget_class_sets(*, school: School, now: dt.datetime) -> int:
    """Delete what was printed more than a day ago; how many."""
    old = PassportPrint.objects.filter(school=school, asked_at__lt=now - KEPT_FOR)
    return old.delete()[0]


def _htmls(
    passports: Sequence[PrintedPassport], school: School, today: dt.date, sizes: Sequence[str]
) -> list[str]:
    pairs = [(passport, _photo(school, passport.photo)) for passport in passports]
    title = passports[0].title if passports else ""
    context = {"passports": pairs, "title": title, "school": school, "today": today}
    return [
        render_to_string("pupils/print/passports.html", context | {"size": size}) for size in sizes
    ]


def _photo(school: School, digest: str) -> str:
    """The picture inside the document; none when the file is gone."""
    try:
        data = keeping.read(school.pk, digest) if digest else b""
    except OSError:
        return ""
    return f"data:image/jpeg;base64,{base64.b64encode(data).decode()}" if data else ""

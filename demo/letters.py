"""Letters of the demonstration: one sent by post and e-mail, one to chase the council, one in Polish, one to approve."""

import datetime as dt
from uuid import NAMESPACE_URL, UUID, uuid5

from aylsham.changes import version_of
from aylsham.codes import Sensitivity
from aylsham.models import School, User
from aylsham.tenancy.row_security import school_transaction
from pupils.models import Letter, Pupil
from pupils.rules.letters.words import filled
from pupils.selectors.approvals import letter_leaving
from pupils.selectors.letters.library import templates
from pupils.selectors.letters.page import page_of
from pupils.services.approvals import ask_approval
from pupils.services.letters.library import write_letterhead
from pupils.services.letters.sending import send_letter
from pupils.services.letters.translating import sources_of, translate_letter
from pupils.services.letters.writing import (
    LETTER_FIELDS,
    ForChild,
    Recipient,
    begin_letters,
    change_letter,
    family_recipients,
)
from pupils.services.parents.pages import send_page

TODAY = dt.date(2026, 11, 23)
COUNCIL = Recipient(
    "Norfolk County Council, EHCP team", "County Hall\nMartineau Lane\nNorwich NR1 2DH"
)
_WORRY = (
    "Chcielibyśmy porozmawiać o tym, jak {first name} radzi sobie w klasie {class}. Państwo znają "
    "{first name} najlepiej i chcielibyśmy usłyszeć, co widzą Państwo w domu."
)
#: The first paragraphs of an invitation, as a bilingual colleague wrote them.
POLISH = ("Rozmowa o {first name}", "Szanowni Państwo", _WORRY)


def load_letters(school: School, people: dict[str, User]) -> None:
    """Add to a school whose families are there; deterministic."""
    sendco, head = people["sendco@demo.example"], people["head@demo.example"]
    with school_transaction(school):
        write_letterhead(
            school=school,
            version="new",
            by=sendco,
            address="Hungate Street\nAylsham\nNorwich NR11 6JX",
            phone="01263 555 010",
            email="office@bure-valley.demo.example",
        )
        found = _with_family(school)
        told, asked = found[0], found[-1]
        (first, *_) = _letters(told, "send_provision", sendco)
        _send(first, sendco)
        _mail(first, sendco)
        _letters(told, "meeting_invite", sendco)
        _chase(school, sendco)
        (polish, *_) = _letters(asked, "concern_talk", sendco)
        _translate(polish, sendco)
        (breach, *_) = _letters(asked, "breach_notice", sendco)
        _to_approve(breach, head, sendco)


def _with_family(school: School) -> list[Pupil]:
    """Children on SEN support with a parent on record who may have letters, by name."""
    rows = Pupil.objects.filter(
        school=school,
        status_periods__status="K",
        status_periods__ends_on=None,
        contacts__has_parental_responsibility=True,
    )
    found = list(rows.distinct().in_register_order().select_related("school", "class_group")[:4])
    return [child for child in found if family_recipients(child, _of(school), today=TODAY)]


def _of(school: School, code: str = "send_provision"):
    return templates(school)[code]


def _letters(child: Pupil, code: str, by: User, *, to=None, since=None) -> list[Letter]:
    template = _of(child.school, code)
    to = to or family_recipients(child, template, today=TODAY)
    return begin_letters(
        school=child.school,
        template=template,
        children=[ForChild(child, to, since)],
        by=by,
        batch=_key(code, child.pk),
    ).letters


def _send(letter: Letter, by: User) -> None:
    send_letter(
        letter=letter,
        how="post" if letter.to_address else "hand",
        gone_on=TODAY,
        seen=page_of(letter, letter.pupil.school).digest,
        key=_key("sent", letter.pupil_id),
        by=by,
    )


def _mail(letter: Letter, by: User) -> None:
    """The parent has a page too, and the same letter by e-mail, to be read behind its link."""
    letter.refresh_from_db(fields=["state"])
    if letter.contact is None or not letter.to_email:
        return
    letter.contact.pupil = letter.pupil
    send_page(contact=letter.contact, by=by)
    send_letter(
        letter=letter,
        how="email",
        gone_on=TODAY,
        seen=page_of(letter, letter.pupil.school).digest,
        key=_key("mailed", letter.pupil_id),
        by=by,
    )


def _chase(school: School, by: User) -> None:
    """A child whose review was held and whose council has not decided."""
    plans = Pupil.objects.filter(
        school=school, status_periods__status="E", status_periods__ends_on=None
    )
    child = plans.in_register_order().select_related("school", "class_group").first()
    if child:
        _letters(child, "review_4", by, to=(COUNCIL,), since=dt.date(2026, 10, 12))


def _translate(letter: Letter, by: User) -> None:
    letter = _changed(letter, by, language="pl")
    sources = sources_of(letter, letter.pupil.school)
    texts = dict(enumerate(filled(each, letter.values) for each in POLISH))
    seen = {source.place: source.block.digest for source in sources}
    translate_letter(letter=letter, texts=texts, seen=seen, by=by)


def _to_approve(letter: Letter, approver: User, by: User) -> None:
    body = letter.body
    for gap, words in {
        "[say what happened and when we found it]": "On Thursday 19 November a list of children "
        "who have help at lunchtime was left on a table in the hall. It was found the same day.",
        "[say it plainly]": "Somebody may have read your child's first name on it. Nothing else "
        "about your child was on the list.",
        "- [say what was done, and what is done so that it does not happen again]": "- The list "
        "was destroyed, and lists of names are no longer printed for lunchtime.",
    }.items():
        body = body.replace(gap, words)
    letter = _changed(letter, by, body=body, sensitivity=Sensitivity.SENSITIVE)
    ask_approval(
        leaving=letter_leaving(letter, letter.pupil),
        approver=approver,
        due_on=TODAY + dt.timedelta(days=2),
        note="Is it plain enough, and is the number of the ICO right?",
        by=by,
    )


def _changed(letter: Letter, by: User, **values) -> Letter:
    now = {name: getattr(letter, name) for name in LETTER_FIELDS}
    version = version_of(letter, LETTER_FIELDS)
    pupil = letter.pupil
    letter = change_letter(letter=letter, version=version, by=by, **now | values)
    letter.pupil = pupil
    return letter


def _key(*parts: object) -> UUID:
    return uuid5(NAMESPACE_URL, "/".join(map(str, ("letters", *parts))))

"""Before records are given: the sharing rules, asked anew whenever something is made or handed out.

What is kept from whoever asks is given only where a named person decided so of that very item,
with a reason; against an order, only where the case says why.
"""

from aylsham import clock
from aylsham.changes import TransitionNotAllowed
from aylsham.documents.blackout import black_out_text
from pupils.models import Disclosure, RecordsRequest, RequestItem
from pupils.request_codes import Decision
from pupils.rules.whole_record import whole_record
from pupils.selectors.addressees import readers_of
from pupils.selectors.requests.sharing import KeptFrom, kept_from, marked, marks_of
from pupils.selectors.sharing import family_facts
from pupils.services.outgoing import Outgoing, require_may_go

GIVEN = (Decision.DISCLOSE, Decision.REDACT)
SAY_WHY = "If it has to be given all the same, say why beside the right to ask."


def require_may_be_given(case: RecordsRequest, bundle: Disclosure | None = None) -> None:
    """Raises TransitionNotAllowed when the sharing rules stop an answer, or a bundle made before."""
    kept = kept_from(case, today=clock.today())
    if kept.verdict.is_refused and not case.share_why:
        raise TransitionNotAllowed(f"{' '.join(kept.verdict.reasons)} {SAY_WHY}")
    rows = list(case.items.filter(school_id=case.school_id))
    if bundle:
        given = {number: decision for number, decision, *_ in bundle.log if decision in GIVEN}
    else:
        given = {row.number: row.decision for row in rows if row.decision in GIVEN}
    stopped = [
        row.number
        for row in rows
        if row.number in given
        and kept.hides(row)
        and not (row.decision == given[row.number] and _is_looked_at(row, kept))
    ]
    if stopped:
        numbers = ", ".join(map(str, stopped))
        again = " Then make the bundle again." if bundle else ""
        raise TransitionNotAllowed(
            f"Kept from whoever asks, by the family's page: item {numbers}. Black it out, keep it "
            f"back, or write in its note why it is given.{again}"
        )


def require_reason(case: RecordsRequest, item: RequestItem) -> None:
    """An item that is kept from whoever asks is given only with a note that says why."""
    kept = kept_from(case, today=clock.today())
    if item.decision in GIVEN and kept.hides(item) and not _is_looked_at(item, kept):
        raise TransitionNotAllowed(
            "This is kept from whoever asks: "
            f"{'; '.join(kept.verdict.cut_words)}. Black it out, keep it back, or write in the "
            "note why it is given all the same."
        )


def as_outgoing(case: RecordsRequest, email: str) -> Outgoing:
    """Records on their way to an address; cuts were made for whoever asked, and for nobody else."""
    own = case.contact.email.strip().lower() if case.contact else ""
    is_own = bool(own) and own == email.strip().lower()
    family = family_facts(case.pupil_id, school_id=case.school_id)
    return Outgoing(
        email=email,
        thing=whole_record(family),
        school=case.school,
        pupil_ids=[case.pupil_id],
        contact=case.contact,
        is_checked=is_own or not readers_of(email, case.school_id, [case.pupil_id]),
        on_cuts="It is not the address of whoever asked on the family's page: {cuts} was not "
        "taken out for it.",
    )


def require_may_be_sent(case: RecordsRequest, bundle: Disclosure, email: str) -> None:
    """Raises TransitionNotAllowed when a bundle may not go to an address."""
    require_may_go(as_outgoing(case, email))
    require_may_be_given(case, bundle)


def is_barred(bundle: Disclosure) -> bool:
    """Whether a bundle may not be fetched any more by the link that was sent."""
    try:
        require_may_be_sent(bundle.case, bundle, bundle.link_email)
    except TransitionNotAllowed:
        return True
    return False


def _is_looked_at(item: RequestItem, kept: KeptFrom) -> bool:
    """Whether somebody said why it is given, or blacked out what is kept from this person."""
    if item.reason:
        return True
    if item.decision != Decision.REDACT:
        return False
    if not item.text:
        return True
    hidden = kept.verdict.hidden_homes | kept.verdict.hidden_people
    left, _ = black_out_text(item.text, item.words)
    return not marked(left, marks_of(item.school_id, item.case.pupil_id)).intersection(hidden)

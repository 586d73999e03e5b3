"""What families may ask and colleagues must tell: a request for records, a disagreement, a note."""

import datetime as dt
from uuid import NAMESPACE_URL, uuid5

from aylsham.changes import version_of
from aylsham.models import Owes, School, User
from aylsham.tenancy.row_security import school_transaction
from pupils.codes import SenStatus
from pupils.handed_texts import texts
from pupils.models import Pupil
from pupils.services.actions import Owner
from pupils.services.disagreements import NextStep, add_entry, raise_disagreement
from pupils.services.requests.cases import CHECK_FIELDS, open_request, record_checks
from pupils.services.requests.items import collect_items
from pupils.services.safeguarding import hand_over_text, name_safeguarding_lead
from pupils.services.talks import log_talk


def load_rights(school: School, people: dict[str, User]) -> None:
    """Add to a school whose roll and families are there; deterministic."""
    sendco, head = people["sendco@demo.example"], people["head@demo.example"]
    lead = people["safeguarding@demo.example"]
    with school_transaction(school):
        name_safeguarding_lead(
            school=school,
            lead=lead,
            deputy=None,
            away_from=None,
            away_until=None,
            version="new",
            by=head,
        )
        supported, planned = _first(school, SenStatus.SUPPORT), _first(school, SenStatus.PLAN)
        _request(supported[3], sendco)
        _told(supported[4], people["assistant@demo.example"])
        _disagreement(planned[0], sendco)


def _first(school: School, status: str) -> list[Pupil]:
    """The first children with a status, by name."""
    pupils = Pupil.objects.filter(
        school=school, status_periods__status=status, status_periods__ends_on=None
    )
    found = list(pupils.in_register_order()[:5])
    for pupil in found:
        pupil.school = school
    return found


def _request(child: Pupil, by: User) -> None:
    """A mother asks for the education record; the SENDCo has looked through what is kept."""
    case = open_request(
        pupil=child,
        key=uuid5(NAMESPACE_URL, f"records/{child.pk}"),
        by=by,
        kind="record",
        received_on=dt.date(2026, 11, 16),
        asker="Mrs Larkin",
        asker_kind="parent",
        scope="Everything about the support since Year 3, and who decided it.",
    )
    known = {name: getattr(case, name) for name in CHECK_FIELDS} | {
        "identity_on": dt.date(2026, 11, 17),
        "identity_how": "Known to the office",
        "right_on": dt.date(2026, 11, 17),
        "right_how": "Parental responsibility on the record, no court order",
    }
    version = version_of(case, CHECK_FIELDS)
    case = record_checks(case=case, version=version, by=by, **known)
    collect_items(case=case, by=by)


def _told(child: Pupil, by: User) -> None:
    """Something said at the gate went to the safeguarding lead, and is out of the log."""
    talk = log_talk(
        pupil=child,
        key=uuid5(NAMESPACE_URL, f"told/{child.pk}"),
        by=by,
        on=dt.date(2026, 11, 23),
        how="gate",
        outcome="held",
        who="Grandmother",
        agreed="She says there was shouting at home at the weekend and the children hid upstairs.",
    )
    hand_over_text(pupil=child, kind=texts()["talk"], row=talk, seal=True, by=by)


def _disagreement(child: Pupil, by: User) -> None:
    """The hours of a plan: raised, answered, and a meeting to come."""
    row = raise_disagreement(
        pupil=child,
        key=uuid5(NAMESPACE_URL, f"disagreement/{child.pk}"),
        about="Hours of one-to-one help in the plan",
        route="school",
        raised_on=dt.date(2026, 11, 9),
        raised_by="Mr Osei, father",
        text="The plan says 12 hours a week. He tells me that he sits alone most afternoons.",
        step=NextStep("Reply in writing", dt.date(2026, 11, 19), Owner(user=by)),
        by=by,
    )
    add_entry(
        disagreement=row,
        key=uuid5(NAMESPACE_URL, f"disagreement/{child.pk}/reply"),
        kind="reply",
        on=dt.date(2026, 11, 18),
        said_by=by.name,
        text="Nine of the 12 hours were given last week: one adult was ill on two afternoons. "
        "From 30 November a second adult knows the programme and steps in.",
        step=NextStep("Say whether this answers it", dt.date(2026, 12, 2), _father()),
        by=by,
    )


def _father() -> Owner:
    return Owner(name="Mr Osei", owed_by=Owes.PARENT)

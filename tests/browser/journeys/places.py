"""Three schools whose pages can be looked at, and everybody who may open them."""

import datetime as dt
from dataclasses import dataclass

from aylsham.access.permissions import Permission
from aylsham.access.roles import ROLES, Role
from aylsham.codes import TermName
from aylsham.identifiers import uuid7
from aylsham.models import Federation, OutgoingMail, School, User
from aylsham.suppression.audience import Audience
from aylsham.tenancy.row_security import school_transaction
from provision.services.catalogue import add_shared_intervention
from pupils.agreeing.registry import Shown, kind_of
from pupils.agreement_codes import Asked
from pupils.models import (
    AgreementAsk,
    ClassGroup,
    MeetingInvitee,
    OutsideShare,
    ParentPage,
    Pupil,
    SecretLink,
    Strategy,
)
from pupils.services.agreements.asking import ToAsk, ask_to_agree, new_link
from pupils.services.classes import assign_adult, assign_supporter
from pupils.services.concerns.drafts import begin_concern
from pupils.services.concerns.raising import raise_concern
from pupils.services.details import record_leaving
from pupils.services.extra_fields.defining import add_federation_field
from pupils.services.layers import set_layer, use_layers
from pupils.services.library import add_to_federation_library
from pupils.services.meetings.inviting import INVITED_MAIL, send_again
from pupils.services.papers import ask_for_paper
from pupils.services.secret_addresses import new_address
from pupils.services.supply import make_supply_link
from reports.governor.terms import TermKey
from reports.models import FederationReport
from reports.selectors.saved_lists import View
from reports.services.governor.preparing import count_report, prepare_report
from reports.services.saved_lists import save_federation_list
from tests.conventions.addresses import Address
from tests.conventions.addresses.routes import WORDS
from tests.conventions.world import make_school
from tests.factories import (
    SEPTEMBER,
    TODAY,
    MembershipFactory,
    PupilFactory,
    SchoolFactory,
    UserFactory,
)

#: Whoever of these may open a page first does.
VIEWERS = (Role.SENDCO, Role.HEAD, *(r for r in Role if r not in (Role.SENDCO, Role.HEAD)))


@dataclass
class Places:
    """One full school, one with a row for each name in an address, one without children."""

    full: School  # of the demonstration
    rows: School
    empty: School
    row: dict[str, object]
    #: Children of `rows` in other states: never on the register, and gone.
    others: list[Pupil]
    people: dict[Role, User]
    #: A sentence of the federation's library, which a school may word otherwise.
    shared_sentence: object
    #: An intervention of the federation, of which a school may have its own version.
    shared_intervention: object
    #: A published report of the demonstration's federation, and a draft.
    reports: list[object]
    #: A field and a saved list of the federation of `rows`.
    shared_field: object
    shared_list: object
    #: A sensitive line of the passport, as its editor names it.
    closed_line: str
    #: Somebody of the family who has a page.
    paged: object
    #: Of a class sheet for supply.
    supply_secret: str
    #: Of an invitation to a meeting.
    meeting_secret: str
    #: Of a request to agree, and of papers for a professional.
    agree_secret: str
    papers_secret: str

    def paths(self, page: Address) -> list[str]:
        """Where this page can be looked at; those with rows in every state that a child has."""
        if page.route == "supply/<str:secret>/":
            return [f"/supply/{self.supply_secret}/"]
        if page.route.startswith("contribute/meeting/"):
            return ["/" + page.route.replace("<str:secret>", self.meeting_secret)]
        for word, secret in (("agree", self.agree_secret), ("papers", self.papers_secret)):
            if page.route.startswith(f"contribute/{word}/"):
                return [page.path(self.rows, self.row).replace(WORDS["secret"], secret)]
        if page.route == "federation/records-requests/elsewhere/":
            return [f"{page.path(self.rows, {})}?request={self.row['records_request']}"]
        if page.route.startswith("federation/reports/report/"):
            return [f"{page.path(self.rows, {})}?report={report}" for report in self.reports]
        if page.route.startswith("federation/fields/field/"):
            return [f"{page.path(self.rows, {})}?field={self.shared_field}"]
        if page.name == "paper_share":
            return [page.path(self.rows, self.row | {"contact": self.paged})]
        if page.name == "line_reader_add":
            return [f"{page.path(self.rows, self.row)}?line={self.closed_line}"]
        if page.route.startswith("federation/lists/list/"):
            return [f"{page.path(self.rows, {})}?list={self.shared_list}"]
        if page.name in ("save_list", "federation_save_list"):
            return [page.path(self.full, {}) + f"?of={of}" for of in ("register", "children")]
        if not page.rows:
            asked = "?as=csv" if page.name.endswith("_export") else ""
            return [page.path(school, {}) + asked for school in (self.full, self.empty)]
        children = [self.row["pupil"], *(p.pk for p in self.others)] if page.is_child else [None]
        rows = [self.row | ({"pupil": child} if child else {}) for child in children]
        if "sentence" in page.rows:
            rows += [these | {"sentence": self.shared_sentence} for these in rows]
        if "intervention" in page.rows:
            rows += [these | {"intervention": self.shared_intervention} for these in rows]
        return [page.path(self.rows, these) for these in rows]


def make_places() -> Places:
    """Beside the demonstration, in a federation that its people do not see."""
    federation = Federation.objects.create(slug="every-page", name="Every Page Trust")
    rows = SchoolFactory(slug="rows", federation=federation, name="Rows Primary School")
    empty = SchoolFactory(slug="empty", federation=federation, name="Empty Primary School")
    full = School.objects.get(slug="bure-valley")
    world = make_school(rows, "Owlmark")
    with school_transaction(rows):
        others = [PupilFactory(school=rows, class_group=world.class_group) for _ in range(2)]
        record_leaving(pupil=others[1], last_day=dt.date(2026, 10, 23), by=None)
    people = {role: UserFactory(name=f"Robin {role.label}") for role in Role}
    for role, user in people.items():
        for school in (*full.federation.schools.all(), rows, empty):
            MembershipFactory(user=user, school=school, role=role)
        _work_with_children(user, role, rows, world.class_group, [world.pupil, *others])
        with school_transaction(full):
            group = ClassGroup.objects.get(school=full, name="Oak")
            pupils = list(Pupil.objects.filter(school=full, class_group=group)[:6])
        _work_with_children(user, role, full, group, pupils)
    with school_transaction(rows):
        # Raised when everybody works with the child, so that everybody is asked.
        world.rows["concern"] = raise_concern(
            pupil=world.pupil, key=uuid7(), by=None, area="CL", english="A", seen=["reading"]
        ).pk
        # What somebody has begun, nobody else opens.
        world.rows["concern_draft"] = begin_concern(
            pupil=world.pupil,
            area="SEMH",
            spoken="yes",
            offered=["A calm start"],
            by=people[Role.SENDCO],
        ).pk
        # A paper is opened by whoever asked for it.
        paper, _ = ask_for_paper(
            pupil=world.pupil,
            kind="timeline",
            html="<p>Words</p>",
            of_on=TODAY,
            permission=Permission.VIEW_PUPILS,
            by=people[Role.SENDCO],
        )
        world.rows["paper"] = paper.pk
        _, secret = make_supply_link(
            class_group=world.class_group, expires_on=TODAY, today=TODAY, by=people[Role.HEAD]
        )
        _layer(rows, world.pupil)
        meeting_secret = _invitation(rows, world.rows["invitee"])
        agree_secret, papers_secret = _outside(rows, world, people[Role.SENDCO])
        sentence = add_to_federation_library(
            federation=federation,
            school=rows,
            text="One instruction at a time",
            area="CI",
            setting="class",
            tier="U",
            by=None,
        )
        intervention = add_shared_intervention(
            federation=federation,
            school=rows,
            name="Talk club",
            aim="Talking in turns.",
            by=None,
        )
        paged = ParentPage.objects.filter(school=rows, pupil=world.pupil).first()
        closed = Strategy.objects.filter(pupil=world.pupil, sensitivity=2).first()
        field = add_federation_field(
            federation=federation, school=rows, name="Nurture", kind="yes_no", by=None
        )
        shared = save_federation_list(
            federation=federation,
            school=rows,
            page="children",
            name="All in Year 4",
            view=View({"year": {"value": "4", "words": "in Year 4"}}),
            is_shared=True,
            on=TODAY,
            by=people[Role.SENDCO],
        )
    reports = _reports(full.federation, people[Role.HEAD])
    return Places(
        full,
        rows,
        empty,
        world.rows,
        others,
        people,
        sentence.pk,
        intervention.pk,
        reports,
        field.pk,
        shared.pk,
        f"helps.{closed.pk}",
        paged.contact_id,
        secret,
        meeting_secret,
        agree_secret,
        papers_secret,
    )


def _outside(school: School, world, sendco: User) -> tuple[str, str]:
    """The secrets of a request to agree and of a share; the SENDCo is asked to agree too."""
    first = AgreementAsk.objects.get(school=school, pk=world.rows["agreement_ask"])
    share = OutsideShare.objects.get(school=school, pk=world.rows["outside_share"])
    text = first.text
    mine = ask_to_agree(
        pupil=world.pupil,
        kind=kind_of(text.kind),
        subject_id=text.subject_id,
        shown=Shown(text.title, tuple((p["heading"], p["text"]) for p in text.parts)),
        people=[ToAsk(Asked.STAFF, sendco.name, user=sendco)],
        due_on=TODAY,
        by=sendco,
    )[0]
    world.rows["agreement_ask"] = mine.pk
    papers = new_address(SecretLink, share, until=share.ends_on, leads=SecretLink.Leads.SHARE)
    return new_link(first), papers


def _invitation(school: School, invitee) -> str:
    """The secret of a new invitation, as the e-mail that is waiting has it."""
    person = MeetingInvitee.objects.get(school=school, pk=invitee)
    send_again(invitee=person, by=person.meeting.chair)
    return OutgoingMail.objects.filter(kind=INVITED_MAIL).latest("pk").secret


def _reports(federation: Federation, by: User) -> list[object]:
    """The report that the demonstration's governors read, and a draft for anybody."""
    with school_transaction(*federation.schools.all()):
        published = FederationReport.objects.get(federation=federation)
        key = TermKey(2026, TermName.AUTUMN)
        draft = prepare_report(owner=federation, key=key, audience=Audience.PUBLIC, by=by)
        return [published.pk, count_report(report=draft, today=TODAY).pk]


def _layer(school: School, pupil: Pupil) -> None:
    """The child has one of the proposed layers, so that it can be ended."""
    use_layers(school=school, is_used=True, by=None)
    pupil.school = school
    school.uses_layers = True
    set_layer(
        pupil=pupil, layer="targeted", starts_on=TODAY, reason="Two groups", version="new", by=None
    )


def _work_with_children(user, role, school, group, pupils) -> None:
    with school_transaction(school):
        assign_adult(class_group=group, user=user, role=role, starts_on=SEPTEMBER, by=None)
        for pupil in pupils:
            assign_supporter(pupil=pupil, user=user, starts_on=SEPTEMBER, by=None)


def viewer_of(page: Address) -> Role:
    """The first role that may open a page."""
    wanted = page.rule.permission
    return next(r for r in VIEWERS if wanted is None or wanted in ROLES[r].permissions)

"""Wherever free text about a child is written: told in one press, sealed everywhere, or a reason."""

import datetime as dt
import re
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import IntegrityError, models, transaction

from aylsham import clock
from aylsham.access.roles import ROLES, Role
from aylsham.changes import TransitionNotAllowed, version_of
from aylsham.deadlines.services import rebuilt_once
from aylsham.tenancy.models import SchoolOwned
from pupils import handed_texts
from pupils.handed_texts import SEALED, free_texts, not_handed, texts
from pupils.models import PassportText, Pupil, Talk
from pupils.services.meetings.minutes import ITEM_FIELDS, ItemWords, write_minutes
from pupils.services.safeguarding import give_back_hand_over, hand_over_text
from pupils.services.strategies import add_strategy
from pupils.services.talks import log_talk
from pupils.services.transfers.sending import approve_transfer
from pupils.transfer_codes import TransferState
from tests.conventions.addresses import addresses
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    member,
)
from tests.pages import client_of
from tests.pupils.meetings.makers import planned
from tests.pupils.moving.test_packs import about_a_child
from tests.pupils.moving.test_packs import planted as planted  # noqa: PLC0414 (a fixture)
from tests.pupils.moving.test_packs import world as world  # noqa: PLC0414 (a fixture)
from tests.pupils.passports.makers import published, write
from tests.pupils.safeguarding.test_hand_over import tables_with

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
TEMPLATES = Path(__file__).parents[3] / "templates"


#: What a table's constraints ask for besides its columns.
MORE = {
    "suspension": {"is_permanent": True},
    "parttimetimetable": {"ends_on": TODAY + dt.timedelta(days=90)},
}
#: When a text can stand there.
_PANEL = dict.fromkeys(("completed_on", "submitted_on", "panel_on"), TODAY)
WHEN = {
    "meeting-off": {"state": "called_off"},
    "indes-record": {**_PANEL, "outcome": "advice"},
    "sample-left-out": {
        "state": "left_out",
        "left_out_why": "Too soon.",
        "looked_on": None,
        "closed_on": TODAY,
    },
}
#: Pages with a box for words that are not about what somebody saw or heard.
OTHERWISE = {
    "pep_paste": "boxes to copy from: nothing is written there",
    "safeguarding_tell": "tells the lead",
    "safeguarding_tell_text": "tells the lead",
    "referral_tell": "what the school tells the parents",
    "plan_record": "the council's wording of a plan",
    "agreement_tablet": "the words of the person to whom the screen is handed",
}


def unsaid(tables) -> list[str]:
    """Fields with words of which nobody says whether they can be handed over."""
    said = not_handed().keys() | {
        (text.model._meta.label_lower, name) for text in texts().values() for name in text.fields
    }
    found = {(m._meta.label_lower, f.name) for m in tables for f in free_texts(m)}
    return sorted(".".join(each) for each in found - said)


class TestEveryFieldIsSaid:
    def test_every_text_of_a_child_is_handed_over_or_has_a_reason(self):
        assert unsaid(about_a_child()) == []

    def test_a_new_text_would_be_noticed(self, monkeypatch):
        fewer = {k: v for k, v in texts().items() if k != "referral"}
        monkeypatch.setattr(handed_texts, "_texts", fewer)
        found = ["pupils.referral.no_consent_why", "pupils.referral.outcome"]
        assert unsaid(about_a_child()) == [*found, "pupils.referral.reason"]

    def test_no_field_is_both_and_none_is_named_that_is_not_there(self):
        handed = {(t.model._meta.label_lower, n) for t in texts().values() for n in t.fields}
        assert not handed & not_handed().keys()
        known = {(m._meta.label_lower, f.name) for m in about_a_child() for f in free_texts(m)}
        assert sorted(not_handed().keys() - known) == []
        assert all(why.endswith((".", ".)")) for why in not_handed().values())

    def test_every_kind_has_a_link_beside_its_words(self):
        pages = "".join(path.read_text() for path in TEMPLATES.rglob("*.html"))
        linked = set(re.findall(r'{% tell_lead "([a-z-]+)"', pages))
        assert sorted(texts().keys() - linked) == []


def secret(key: str) -> str:
    """Words that stand in the texts of one kind alone."""
    return f"He said that the {key} quarkle hit him"


def rows_of_every_kind(world) -> dict[str, models.Model]:
    """A row of each kind about the world's child, with a secret in every field that may have one."""
    found = {}
    for key, kind in texts().items():
        row = kind.model._default_manager.filter(kind.of(world.pupil)).first()
        row = row or made(kind.model, world)
        kind.model._default_manager.filter(pk=row.pk).update(**WHEN.get(key, {"id": row.pk}))
        said = [name for name in kind.fields if _say(row, name, secret(key))]
        if said:
            row.refresh_from_db()
            found[key] = row
    return found


def _say(row, name: str, words: str) -> bool:
    """Whether the database lets the words stand there: some stand with a date only."""
    value: object = words
    if isinstance(row._meta.get_field(name), models.JSONField):
        answers = [{"question": "What is hard?", "answer": words}]
        value = answers if name == "answers" else {"danger": words}
    try:
        with transaction.atomic():
            type(row)._default_manager.filter(pk=row.pk).update(**{name: value})
    except IntegrityError:
        return False
    return True


def made(model, world) -> models.Model:
    """A row of a table that the world has none of: what the table asks for, and no more."""
    values = {"school": world.school} | MORE.get(model._meta.model_name, {})
    for field in model._meta.concrete_fields:
        needed = not field.null and not field.has_default() and not field.blank
        if field.name in values or not needed or field.generated or field.name == "id":
            continue
        if field.is_relation:
            target = field.related_model
            owned = issubclass(target, SchoolOwned)
            rows = target._default_manager.filter(**({"school": world.school} if owned else {}))
            values[field.name] = world.pupil if target is Pupil else rows.first()
        elif field.choices:
            values[field.name] = field.choices[0][0]
        elif isinstance(field, models.DateTimeField):
            values[field.name] = clock.moment()
        elif isinstance(field, models.DateField):
            values[field.name] = TODAY + dt.timedelta(days=len(values))  # later ones follow
        elif isinstance(field, (models.IntegerField, models.DecimalField)):
            values[field.name] = 1
        elif isinstance(field, models.UUIDField):
            values[field.name] = world.pupil.pk
        else:
            values[field.name] = "Something"
    return model._default_manager.create(**values)


class TestSealing:
    def test_each_kind_stands_nowhere_but_with_the_lead_and_comes_back(self, world):
        by = world.membership.user
        rows = rows_of_every_kind(world)
        assert sorted(texts().keys() - rows.keys()) == []
        sealed = []
        for key, row in rows.items():
            kind = texts()[key]
            before = {name: getattr(row, name) for name in kind.fields}
            assert len(tables_with(secret(key))) > (
                not kind.stays and hasattr(row, "pgh_event_model")
            )
            if kind.stays:
                with pytest.raises(TransitionNotAllowed, match="stay on the record"):
                    hand_over_text(pupil=world.pupil, kind=kind, row=row, seal=True, by=by)
                continue
            told = hand_over_text(pupil=world.pupil, kind=kind, row=row, seal=True, by=by)
            assert tables_with(secret(key)) == ["pupils_handover"], key
            row.refresh_from_db()
            assert SEALED in str([getattr(row, name) for name in kind.fields]), key
            sealed.append((key, row, told, before))
        # What is due is worked out once after all of them have come back.
        with rebuilt_once():
            for _, _, told, _ in sealed:
                give_back_hand_over(hand_over=told, by=by)
        for key, row, _, before in sealed:
            row.refresh_from_db()
            assert {name: getattr(row, name) for name in before} == before, key


class TestWordsElsewhere:
    @pytest.fixture
    def child(self):
        school = SchoolFactory(slug="elsewhere")
        member(school, Role.SAFEGUARDING_LEAD)
        return PupilFactory(school=school, class_group=ClassGroupFactory(school=school))

    @pytest.fixture
    def by(self, child):
        return member(child.school)

    @pytest.fixture
    def talk(self, child, by):
        facts = {"on": TODAY, "how": "phone", "outcome": "held", "who": "Ann"}
        return log_talk(pupil=child, key=uuid4(), by=by, agreed=secret("talk"), **facts)

    def seal(self, child, talk, by):
        return hand_over_text(pupil=child, kind=texts()["talk"], row=talk, seal=True, by=by)

    def helps(self, child, by, text):
        return add_strategy(pupil=child, text=text, since_on=TODAY, by=by)

    def test_they_go_too_and_come_back(self, child, by, talk):
        line = self.helps(child, by, f"In short: {secret('talk')}.")
        told = self.seal(child, talk, by)
        assert tables_with(secret("talk")) == ["pupils_handover"]
        line.refresh_from_db()
        assert line.text == f"In short: {SEALED}."
        give_back_hand_over(hand_over=told, by=by)
        line.refresh_from_db()
        assert line.text == f"In short: {secret('talk')}."

    def test_a_few_letters_are_no_quotation(self, child, by, talk):
        Talk.objects.filter(pk=talk.pk).update(agreed="He cried")
        talk.refresh_from_db()
        line = self.helps(child, by, "He cried less with a visual timetable")
        self.seal(child, talk, by)
        line.refresh_from_db()
        assert line.text == "He cried less with a visual timetable"

    def test_another_child_who_has_the_same_words_keeps_them(self, child, by, talk):
        line = self.helps(PupilFactory(school=child.school), by, secret("talk"))
        self.seal(child, talk, by)
        line.refresh_from_db()
        assert line.text == secret("talk")

    def test_earlier_versions_of_a_passport_lose_them_too(self, child, by):
        line = self.helps(child, by, "Hits out")
        write(child, "hard", "Nothing much", by=by)
        published(child, by=by)
        kind = texts()["strategy"]
        hand_over_text(pupil=child, kind=kind, row=line, seal=True, by=by)
        assert tables_with("Hits out") == ["pupils_handover"]

    def test_what_was_written_since_stays_when_it_is_given_back(self, child, by, talk):
        told = self.seal(child, talk, by)
        Talk.objects.filter(pk=talk.pk).update(agreed=f"{SEALED} She rang again.")
        give_back_hand_over(hand_over=told, by=by)
        talk.refresh_from_db()
        assert talk.agreed == f"{secret('talk')} She rang again."

    def test_a_page_that_is_still_open_does_not_write_over_it_unseen(self, child, by):
        sitting = uuid4()
        first = write(child, "hard", "Noise at home", by=by, sitting=sitting)
        row = PassportText.objects.get(part="hard")
        hand_over_text(pupil=child, kind=texts()["passport"], row=row, seal=True, by=by)
        write(child, "hard", "Noise at home!", by=by, sitting=sitting, revision=first.revision)
        row.refresh_from_db()
        assert row.text == SEALED

    def test_nor_do_open_minutes(self, child, by):
        meeting, sitting = planned(child, by), uuid4()
        item = meeting.items.first()

        def type_in(text):
            words = [ItemWords(item.pk, text, version_of(item, ITEM_FIELDS))]
            return write_minutes(meeting=meeting, words=words, sitting=sitting, by=by)

        assert type_in("He is hit at home") == []
        item.refresh_from_db()
        hand_over_text(pupil=child, kind=texts()["minutes"], row=item, seal=True, by=by)
        assert [each.text for each in type_in("He is hit at home often")] == [SEALED]

    def test_a_pack_on_its_way_is_taken_back(self, child, by, talk):
        sent = approve_transfer(
            pupil=child,
            includes=[],
            allowed=[],
            by=by,
            to_name="High School",
            to_email="a@b.example",
        )
        told = hand_over_text(pupil=child, kind=texts()["talk"], row=talk, seal=False, by=by)
        sent.refresh_from_db()
        assert sent.state == TransferState.BUILDING
        give_back_hand_over(hand_over=told, by=by)
        self.seal(child, talk, by)
        sent.refresh_from_db()
        assert sent.state == TransferState.WITHDRAWN
        assert "taken out" in sent.ended_why


class TestPages:
    def test_every_text_can_be_opened_by_who_reads_it_and_by_nobody_elsewhere(self, world):
        rows = rows_of_every_kind(world)
        reader = member(world.school, Role.SENDCO)
        other = PupilFactory(school=world.school)
        for key, row in rows.items():
            may = texts()[key].permission in ROLES[Role.SENDCO].permissions
            path = f"/own/children/{world.pupil.pk}/tell/{key}/{row.pk}/"
            page = client_of(reader).get(path)
            assert page.status_code == (200 if may else 404), key
            assert not may or secret(key) in page.content.decode(), key
            elsewhere = f"/own/children/{other.pk}/tell/{key}/{row.pk}/"
            assert client_of(reader).get(elsewhere).status_code == 404, key

    def test_wherever_longer_words_are_typed_about_a_child_the_lead_is_a_press_away(self, world):
        client, without = client_of(member(world.school, Role.SENDCO)), []
        for page in addresses():
            if not page.is_child:
                continue
            answer = client.get(page.path(world.school, world.rows))
            if answer.status_code != 200 or not answer["Content-Type"].startswith("text/html"):
                continue
            html = answer.content.decode()
            if "<textarea" in html and 'name="instead"' not in html and "/tell/" not in _body(html):
                without.append(page.name)
        assert sorted({*without} - OTHERWISE.keys()) == []


def _body(html: str) -> str:
    """The page without the bar above it."""
    return html.partition("<main")[2]

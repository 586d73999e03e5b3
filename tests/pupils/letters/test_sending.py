"""Letters begun, written and sent: two homes, nothing of one in the other's, kept as sent."""

import datetime as dt
import hashlib
from uuid import uuid4

import pytest
from django.db import ProgrammingError, transaction

from aylsham.changes import TransitionNotAllowed, version_of
from aylsham.models import AuditEvent, OutgoingMail
from pupils.models import ContributionRequest, Document, Letter, SentLetter, Talk
from pupils.selectors.letters.library import templates
from pupils.selectors.letters.page import page_of
from pupils.services.family import record_order
from pupils.services.letters.library import keep_template, withdraw_template
from pupils.services.letters.writing import (
    LETTER_FIELDS,
    ForChild,
    Recipient,
    begin_letters,
    change_letter,
    drop_letter,
)
from pupils.services.status import Told, start_status
from tests.factories import TODAY, PupilFactory, SchoolFactory, member
from tests.pupils.letters.makers import FATHERS, MOTHERS, head, letters_to_family, sent, two_homes

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def school():
    school = SchoolFactory(slug="oakfield", name="Oakfield")
    head(school)
    return school


@pytest.fixture
def by(school):
    return member(school, user__name="Helen Ward")


@pytest.fixture
def child(school):
    return PupilFactory(school=school, first_name="Zofia", last_name="Reed", on_register=True)


def changed(letter, by, **values):
    now = {name: getattr(letter, name) for name in LETTER_FIELDS}
    return change_letter(
        letter=letter, version=version_of(letter, LETTER_FIELDS), by=by, **now | values
    )


class TestTwoHomes:
    def test_each_home_has_its_own_letter_with_its_own_address(self, child, by):
        two_homes(child, withheld="everybody")
        hers, his = letters_to_family(child, "send_provision", by)
        assert (hers.to_name, hers.to_address) == ("Sarah Reed", MOTHERS)
        assert (his.to_name, his.to_address) == ("Tom Reed", FATHERS)
        for letter, other in ((hers, "Gull"), (his, "Heron")):
            page = page_of(letter, child.school)
            assert other not in page.plain_words + page.to_address
        assert "Zofia" in his.body
        assert "1 September 2025" in his.body  # since when: the child's own day
        assert "section 68" in his.body
        assert his.template_version == "Library, edition 1"

    def test_one_letter_for_two_who_live_together(self, child, by):
        mother, father = two_homes(child)
        father.home = mother.home
        father.save()
        (letter,) = letters_to_family(child, "send_provision", by)
        assert letter.to_name == "Sarah Reed and Tom Reed"
        assert letter.with_contacts == [father.pk]

    def test_whoever_an_order_keeps_from_it_gets_none(self, child, by):
        _, father = two_homes(child)
        record_order(
            contact=father, kind="no_information", starts_on=TODAY, evidence="Safe", by=None
        )
        assert [each.to_name for each in letters_to_family(child, "send_provision", by)] == [
            "Sarah Reed"
        ]

    def test_an_order_that_came_after_writing_stops_the_sending(self, child, by):
        _, father = two_homes(child)
        _, his = letters_to_family(child, "send_provision", by)
        record_order(
            contact=father, kind="no_information", starts_on=TODAY, evidence="Safe", by=None
        )
        with pytest.raises(TransitionNotAllowed, match="told nothing"):
            sent(his, by)
        assert not SentLetter.objects.exists()

    @pytest.mark.parametrize(
        "where", ["in the words", "on the envelope", "her phone", "in the subject"]
    )
    def test_another_homes_address_is_never_in_it(self, child, by, where):
        two_homes(child, withheld="everybody")
        _, his = letters_to_family(child, "send_provision", by)
        more = {
            "in the words": {"body": "She lives at 14  Heron Lane,\nAylsham"},
            "on the envelope": {"to_address": MOTHERS},
            "her phone": {"body": "Ring 01632960111"},
            "in the subject": {"subject": "14 Heron Lane"},
        }[where]
        his = changed(his, by, **more)
        with pytest.raises(TransitionNotAllowed, match=r"withheld|Another home"):
            sent(his, by)

    def test_a_stranger_is_not_sent_a_withheld_address_either(self, child, by):
        two_homes(child, withheld="everybody")
        template = templates(child.school)["part_time_council"]
        to = Recipient("Norfolk County Council", "County Hall")
        (letter,) = begin_letters(
            school=child.school, template=template, children=[ForChild(child, (to,))], by=by,
            batch=uuid4(),
        ).letters  # fmt: skip
        letter = changed(letter, by, body="The child lives at 14 Heron Lane.", sensitivity=1)
        with pytest.raises(TransitionNotAllowed, match="withheld"):
            sent(letter, by)


class TestWriting:
    def test_the_form_sent_twice_begins_once(self, child, by):
        two_homes(child)
        template = templates(child.school)["concern_talk"]
        about, batch = ForChild(child, (Recipient("Sarah"),)), uuid4()
        for _ in range(2):
            begin_letters(
                school=child.school, template=template, children=[about], by=by, batch=batch
            )
        assert Letter.objects.count() == 1

    def test_old_letters_keep_their_version(self, child, by, school):
        two_homes(child)
        template = templates(school)["concern_talk"]
        old, _ = letters_to_family(child, "concern_talk", by)
        wording = template.wording
        ours = type(wording)(**vars(wording) | {"body": "Dear {addressee}\n\nOurs"})
        keep_template(school=school, wording=ours, seen=0, by=by)
        with pytest.raises(TransitionNotAllowed, match="another version"):
            keep_template(school=school, wording=ours, seen=0, by=by)
        new, _ = letters_to_family(child, "concern_talk", by)
        old.refresh_from_db()
        assert "Ours" in new.body
        assert "Ours" not in old.body
        assert new.template_version == "This school, version 1"
        withdraw_template(school=school, wording=ours, seen=1, by=by)
        assert templates(school)["concern_talk"].wording == wording
        # Another school has its own.
        assert "Ours" not in templates(SchoolFactory())["concern_talk"].wording.body

    def test_a_bad_template_is_not_kept(self, school, by):
        wording = templates(school)["concern_talk"].wording
        bad = type(wording)(**vars(wording) | {"body": "Dear {upn}"})
        with pytest.raises(TransitionNotAllowed, match="upn"):
            keep_template(school=school, wording=bad, seen=0, by=by)
        assert not AuditEvent.objects.filter(
            action="change_letters", detail__code=bad.code
        ).exists()

    def test_a_federations_version_is_used_by_its_schools(self, school, by):
        wording = templates(school)["off_register"].wording
        theirs = type(wording)(**vars(wording) | {"subject": "Shared"})
        keep_template(school=school, wording=theirs, seen=0, is_shared=True, by=by)
        sister = SchoolFactory(federation=school.federation)
        assert templates(sister)["off_register"].version == "Federation, version 1"
        assert templates(SchoolFactory())["off_register"].wording == wording

    def test_the_childs_own_dates(self, child, by):
        template = templates(child.school)["chase_20"]
        to = Recipient("Norfolk County Council", "County Hall")
        (letter,) = begin_letters(
            school=child.school, template=template, by=by, batch=uuid4(),
            children=[ForChild(child, (to,), dt.date(2026, 6, 1))],
        ).letters  # fmt: skip
        assert letter.due_on == dt.date(2026, 10, 19)
        assert "19 October 2026" in letter.body
        assert "25 weeks have now passed" in letter.body
        assert letter.rule == "ehcna.clock, version 1"
        assert "regulation 13(2)" in letter.citation


class TestSending:
    def test_kept_as_it_was_sent_and_in_log_and_documents(self, child, by):
        two_homes(child)
        hers, _ = letters_to_family(child, "send_provision", by)
        key = uuid4()
        row = sent(hers, by, key=key)
        assert sent(hers, by, key=key).pk == row.pk  # pressed twice
        hers.refresh_from_db()
        assert hers.state == "sent"
        assert row.digest == hashlib.sha256(bytes(row.pdf)).hexdigest()
        talk = Talk.objects.get()
        assert (talk.how, talk.who, talk.pk) == ("letter", "Sarah Reed", row.talk_id)
        document = Document.objects.get()
        assert (document.kind, document.title) == ("letter", "We are giving SEN support")
        assert AuditEvent.objects.filter(action="send_letter").count() == 1
        with pytest.raises(TransitionNotAllowed, match="sent"):
            changed(hers, by, body="Other")
        with pytest.raises(TransitionNotAllowed, match="sent"):
            drop_letter(letter=hers, by=by)
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            SentLetter.objects.filter(pk=row.pk).update(subject="Other")
        # The same pages again, by hand: another line of the register, no second document.
        again = sent(hers, by, how="hand")
        assert bytes(again.pdf) == bytes(row.pdf)
        assert (SentLetter.objects.count(), Document.objects.count()) == (2, 1)

    def test_the_notice_of_section_68_is_the_telling(self, school, by):
        child = PupilFactory(school=school)
        two_homes(child)
        begun = {"starts_on": TODAY, "reason": "concern", "by": None}
        period = start_status(pupil=child, status="K", told=Told(to_tell_on=TODAY), **begun)
        hers, his = letters_to_family(child, "send_provision", by)
        sent(hers, by)
        sent(his, by)
        period.refresh_from_db()
        assert (period.parent_told_on, period.parent_told_how) == (TODAY, "letter")

    def test_by_email_the_mail_holds_a_link_and_no_word(self, child, by):
        two_homes(child)
        hers, _ = letters_to_family(child, "send_provision", by)
        row = sent(hers, by, how="email")
        ask = ContributionRequest.objects.get()
        assert (ask.email, ask.kind) == ("sarah@example.org", "news")
        assert "SEN support" in ask.message
        assert "Zofia" not in str(OutgoingMail.objects.get().context)
        assert row.to_email == "sarah@example.org"

    @pytest.mark.parametrize(
        ("values", "more", "why"),
        [
            ({"body": "By {due date}"}, {}, "due date"),
            ({"body": "At [time and place]"}, {}, "time and place"),
            ({"to_address": ""}, {}, "no address"),
            ({"to_email": ""}, {"how": "email"}, "no e-mail"),
            ({}, {"gone_on": TODAY + dt.timedelta(days=1)}, "not one to come"),
            ({}, {"seen": "0" * 64}, "changed since"),
        ],
        ids=["placeholder", "gap", "no address", "no email", "tomorrow", "another version"],
    )
    def test_what_is_not_ready_does_not_go(self, child, by, values, more, why):
        two_homes(child)
        hers, _ = letters_to_family(child, "send_provision", by)
        hers = changed(hers, by, **values)
        with pytest.raises(TransitionNotAllowed, match=why):
            sent(hers, by, **more)
        assert not Talk.objects.exists()
        assert not AuditEvent.objects.filter(action="send_letter").exists()

    def test_an_invitation_is_not_for_whom_an_order_keeps_away(self, child, by):
        _, father = two_homes(child)
        record_order(contact=father, kind="no_contact", starts_on=TODAY, evidence="Safe", by=None)
        names = [each.to_name for each in letters_to_family(child, "meeting_invite", by)]
        assert names == ["Sarah Reed"]

    @pytest.mark.parametrize("how", ["post", "email"])
    def test_to_a_parent_who_is_kept_away_somebody_looks_for_places(self, child, by, how):
        _, father = two_homes(child)
        record_order(contact=father, kind="no_contact", starts_on=TODAY, evidence="Safe", by=None)
        _, his = letters_to_family(child, "send_provision", by)
        with pytest.raises(TransitionNotAllowed, match="where the child is"):
            sent(his, by, how=how)
        sent(his, by, how=how, is_checked=True)
        assert SentLetter.objects.get().how == how

"""A record on its way: approved, packed once, received, taken in, returned, taken back."""

import datetime as dt
import io
import zipfile

import pytest
from django.db import connection
from django.utils import timezone

from aylsham.access.roles import Role
from aylsham.changes import TransitionNotAllowed
from aylsham.documents import keeping
from aylsham.jobs.runner import run_job
from aylsham.models import AuditEvent, Job, OutgoingMail
from aylsham.secrets import hash_of
from aylsham.tenancy.row_security import set_schools
from pupils.models import (
    IncomingRecord,
    Need,
    Pupil,
    RecordTransfer,
    StatusPeriod,
    TransferLink,
    TransferNote,
)
from pupils.packing.opening import open_pack
from pupils.services.details import add_contact
from pupils.services.needs import add_need
from pupils.services.strategies import add_strategy
from pupils.services.transfers import receiving, sending
from pupils.services.transfers.again import send_again
from pupils.services.transfers.receiving import accept_record, bring_pack, return_record
from pupils.services.transfers.sending import record_receipt, withdraw_transfer
from tests.factories import FederationFactory, PupilFactory, SchoolFactory, member
from tests.pages import client_of
from tests.pupils.moving.makers import ALL, TODAY, pack, sent

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today", "files")]


@pytest.fixture
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def schools():
    federation = FederationFactory()
    return SchoolFactory(federation=federation), SchoolFactory(federation=federation)


@pytest.fixture
def child(schools):
    return PupilFactory(school=schools[0], on_register=True, first_name="Zoë", last_name="Heron")


@pytest.fixture
def by(schools):
    return member(schools[0])


@pytest.fixture
def receiver(schools):
    return member(schools[1])


def fresh(row):
    return type(row).objects.get(pk=row.pk)


class TestApproving:
    def test_it_is_packed_and_the_named_person_gets_a_link(self, child, by):
        transfer = sent(child, by=by)
        assert (transfer.state, transfer.approved_by) == ("ready", by)
        [mail] = OutgoingMail.objects.filter(kind="record_sent")
        assert mail.to_address == "hale@fen.example"
        link = TransferLink.objects.get()
        assert mail.secret
        assert mail.secret not in link.token_hash
        steps = list(TransferNote.objects.values_list("step", flat=True))
        assert steps == ["approved", "packed", "link_sent"]

    def test_the_pack_has_all_four_parts_and_no_name_in_a_file_name(self, child, by):
        transfer = sent(child, by=by)
        data = keeping.read(child.school_id, transfer.digest)
        archive = zipfile.ZipFile(io.BytesIO(data))
        assert {"record.pdf", "record.json", "record-ctf.xml", "manifest.json"} <= set(
            archive.namelist()
        )
        assert archive.read("record.pdf").startswith(b"%PDF-")
        assert not any("Heron" in name for name in archive.namelist())

    def test_pressed_twice_it_is_one_transfer_and_one_job(self, child, by):
        sent(child, by=by, packed=False)
        with pytest.raises(TransitionNotAllowed, match="on its way"):
            sent(child, by=by, packed=False)
        pack()
        assert RecordTransfer.objects.count() == Job.objects.filter(kind="pack_record").count() == 1

    def test_nobody_lets_go_what_they_may_not_read(self, child, by):
        with pytest.raises(TransitionNotAllowed, match="may not read"):
            sent(child, by=by, includes=["care"], allowed=["sensitive"])
        assert not RecordTransfer.objects.exists()

    def test_a_school_of_another_federation_is_none_to_offer_to(self, child, by):
        with pytest.raises(TransitionNotAllowed, match="of the federation"):
            sent(child, by=by, there=SchoolFactory())

    def test_a_worker_that_is_killed_while_packing_leaves_one_pack(self, child, by, monkeypatch):
        transfer = sent(child, by=by, packed=False)
        job = Job.objects.get(kind="pack_record")

        class Killed(BaseException):
            """Nothing catches it, like SIGKILL."""

        def dies(row):
            raise Killed

        with monkeypatch.context() as patch:
            patch.setattr(sending, "send_link", dies)
            with pytest.raises(Killed):
                run_job(job.pk)
        assert fresh(transfer).state == "building"
        assert not TransferLink.objects.exists()
        Job.objects.filter(pk=job.pk).update(lease_until=dt.datetime(2020, 1, 1, tzinfo=dt.UTC))
        run_job(job.pk)
        assert fresh(transfer).state == "ready"
        assert TransferLink.objects.count() == 1

    def test_sent_again_there_is_one_live_link_to_the_same_pack(self, child, by):
        transfer = sent(child, by=by)
        old = OutgoingMail.objects.get(kind="record_sent").secret
        pack_before = transfer.digest
        client = client_of(by)
        at = f"/{child.school.slug}/children/{child.pk}/moving/records/{transfer.pk}/again/"
        assert "hale@fen.example" in client.get(at).content.decode()
        RecordTransfer.objects.update(wrong_codes=5, locked_at=timezone.now(), code_hash="x")
        facts = {"to_person": "Mr Yew", "to_email": "yew@fen.example"}
        assert client.post(at, facts).status_code == 302
        again = fresh(transfer)
        assert (again.digest, again.to_person, again.wrong_codes) == (pack_before, "Mr Yew", 0)
        assert (again.locked_at, again.expires_on) == (None, TODAY + dt.timedelta(days=14))
        first, second = TransferLink.objects.order_by("pk")
        assert first.token_hash == hash_of(old)
        assert first.revoked_at
        assert second.revoked_at is None
        mail = OutgoingMail.objects.filter(kind="record_sent").latest("pk")
        assert mail.to_address == "yew@fen.example"
        steps = list(TransferNote.objects.values_list("step", flat=True))
        assert steps[-2:] == ["sent_again", "link_sent"]
        assert TransferNote.objects.get(step="sent_again").by == by

    def test_it_is_not_sent_again_to_the_family_nor_when_received_or_inside(
        self, child, by, schools
    ):
        transfer = sent(child, by=by)
        add_contact(pupil=child, by=by, name="Dan", email="dan@home.example")
        facts = {"to_person": "Dan", "to_email": "dan@home.example", "by": by}
        before = AuditEvent.objects.count()
        with pytest.raises(TransitionNotAllowed):
            send_again(transfer=transfer, **facts)
        assert TransferLink.objects.get().revoked_at is None
        assert AuditEvent.objects.count() == before
        record_receipt(
            transfer=transfer, received_by="Mx Hale", received_how="Rang", on=TODAY, by=by
        )
        facts |= {"to_email": "hale@fen.example"}
        with pytest.raises(TransitionNotAllowed, match="sent again"):
            send_again(transfer=transfer, **facts)
        inside = sent(PupilFactory(school=child.school), by=by, there=schools[1])
        with pytest.raises(TransitionNotAllowed, match="outside"):
            send_again(transfer=inside, **facts)

    def test_the_receipt_is_written_once(self, child, by):
        transfer = sent(child, by=by)
        facts = {"received_by": "Mx Hale", "received_how": "Rang us", "on": TODAY, "by": by}
        record_receipt(transfer=transfer, **facts)
        record_receipt(transfer=transfer, **facts | {"received_by": "Somebody else"})
        assert fresh(transfer).received_by == "Mx Hale"
        assert TransferNote.objects.filter(step="received").count() == 1


class TestWithinTheFederation:
    def test_the_record_moves_and_the_old_one_closes(self, child, by, schools, receiver):
        sent(child, by=by, there=schools[1])
        incoming = IncomingRecord.objects.get()
        taken = accept_record(incoming=incoming, starts_on=TODAY, by=receiver)
        there = Pupil.objects.get(school=schools[1])
        assert (taken.pupil, taken.state) == (there, "taken_in")
        assert there.pk != child.pk
        assert StatusPeriod.objects.filter(school=schools[1], pupil=there, ends_on=None).exists()
        old = fresh(child)
        assert (old.closed_on, old.school) == (TODAY, schools[0])
        assert RecordTransfer.objects.get().state == "received"
        assert not old.enrolments.filter(ends_on=None).exists()

    def test_nobody_changes_a_closed_record(self, child, by, schools, receiver):
        sent(child, by=by, there=schools[1])
        accept_record(incoming=IncomingRecord.objects.get(), starts_on=TODAY, by=receiver)
        with pytest.raises(TransitionNotAllowed, match="moved to another school"):
            add_need(pupil=child, need_type="SEMH", by=by)
        with pytest.raises(TransitionNotAllowed, match="moved to another school"):
            add_strategy(pupil=child, text="More", since_on=TODAY, by=by)

    def test_both_schools_logs_say_so(self, child, by, schools, receiver):
        sent(child, by=by, there=schools[1])
        accept_record(incoming=IncomingRecord.objects.get(), starts_on=TODAY, by=receiver)
        closed = AuditEvent.objects.get(action="close_record")
        taken = AuditEvent.objects.get(action="take_in_record")
        assert (closed.school, closed.pupil_ids) == (schools[0], [child.pk])
        assert taken.school == schools[1]
        assert child.pk not in taken.pupil_ids

    def test_accepted_twice_there_is_one_child(self, child, by, schools, receiver):
        sent(child, by=by, there=schools[1])
        incoming = IncomingRecord.objects.get()
        accept_record(incoming=incoming, starts_on=TODAY, by=receiver)
        with pytest.raises(TransitionNotAllowed):
            accept_record(incoming=incoming, starts_on=TODAY, by=receiver)
        assert Pupil.objects.filter(school=schools[1]).count() == 1

    def test_it_is_taken_back_until_it_is_accepted(self, child, by, schools, receiver):
        transfer = sent(child, by=by, there=schools[1])
        withdraw_transfer(transfer=transfer, why="They stay", by=by)
        incoming = IncomingRecord.objects.get()
        assert incoming.state == "withdrawn"
        with pytest.raises(TransitionNotAllowed, match="took it back"):
            accept_record(incoming=incoming, starts_on=TODAY, by=receiver)
        assert not Pupil.objects.filter(school=schools[1]).exists()
        assert sent(child, by=by, there=schools[1]).state == "ready"

    def test_after_accepting_it_is_too_late(self, child, by, schools, receiver):
        transfer = sent(child, by=by, there=schools[1])
        accept_record(incoming=IncomingRecord.objects.get(), starts_on=TODAY, by=receiver)
        with pytest.raises(TransitionNotAllowed, match="received already"):
            withdraw_transfer(transfer=transfer, why="No", by=by)

    def test_returned_with_a_reason_the_old_school_goes_on(self, child, by, schools, receiver):
        transfer = sent(child, by=by, there=schools[1])
        return_record(incoming=IncomingRecord.objects.get(), why="Not ours", by=receiver)
        assert (fresh(transfer).state, fresh(transfer).ended_why) == ("returned", "Not ours")
        assert fresh(child).closed_on is None
        add_need(pupil=child, need_type="SEMH", by=by)

    def test_before_the_agreed_day_nothing_can_be_decided(self, child, by, schools, receiver):
        sent(child, by=by, there=schools[1], opens_on=TODAY + dt.timedelta(days=1))
        with pytest.raises(TransitionNotAllowed, match="later day"):
            accept_record(incoming=IncomingRecord.objects.get(), starts_on=TODAY, by=receiver)

    def test_a_child_who_has_not_begun_is_not_taken_in(self, child, by, schools, receiver):
        sent(child, by=by, there=schools[1])
        day = TODAY + dt.timedelta(days=1)
        with pytest.raises(TransitionNotAllowed, match="first day"):
            accept_record(incoming=IncomingRecord.objects.get(), starts_on=day, by=receiver)

    def test_when_it_dies_in_the_middle_both_schools_are_as_before(
        self, child, by, schools, receiver, monkeypatch
    ):
        transfer = sent(child, by=by, there=schools[1])
        incoming = IncomingRecord.objects.get()
        events = AuditEvent.objects.count()

        def dies(*args, **kwargs):
            raise KeyboardInterrupt

        monkeypatch.setattr(receiving, "_close", dies)
        with pytest.raises(KeyboardInterrupt):
            accept_record(incoming=incoming, starts_on=TODAY, by=receiver)
        assert (fresh(transfer).state, fresh(incoming).state) == ("ready", "waiting")
        assert not Pupil.objects.filter(school=schools[1]).exists()
        assert AuditEvent.objects.count() == events

    def test_the_receiving_school_sees_no_row_of_the_other(self, child, by, schools, receiver):
        sent(child, by=by, there=schools[1])
        set_schools([schools[1].pk])
        accept_record(incoming=IncomingRecord.objects.get(), starts_on=TODAY, by=receiver)
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_setting('app.school_ids')")
            assert cursor.fetchone()[0] == str(schools[1].pk)
        assert not Pupil.objects.filter(pk=child.pk).exists()
        assert set(Need.objects.values_list("school", flat=True)) == {schools[1].pk}


class TestBrought:
    def test_a_pack_from_outside_is_taken_in_once(self, child, by):
        transfer = sent(child, by=by)
        data = keeping.read(child.school_id, transfer.digest)
        elsewhere = SchoolFactory()
        theirs = member(elsewhere, Role.SENDCO)
        first = bring_pack(school=elsewhere, data=data, code="", by=theirs)
        again = bring_pack(school=elsewhere, data=data, code="", by=theirs)
        assert first == again
        taken = accept_record(incoming=first, starts_on=TODAY, by=theirs)
        assert taken.pupil.last_name == "Heron"
        assert fresh(child).closed_on is None

    def test_what_was_held_is_not_in_what_is_read(self, child, by):
        add_strategy(pupil=child, text="A secret", since_on=TODAY, sensitivity=2, by=by)
        transfer = sent(child, by=by, includes=[], include_why="")
        opened = open_pack(keeping.read(child.school_id, transfer.digest))
        assert opened.record["held_back"] == {"sensitive": {"pupils.strategy": 1}}
        assert "A secret" not in str(opened.record)


def test_everything_can_be_let_go_by_somebody_who_reads_everything(child, by):
    assert sent(child, by=by, includes=ALL).includes == sorted(ALL)

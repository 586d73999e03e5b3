"""Existing passports dropped on one page: read by a job, asked about doubts, drafts, undone."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from aylsham.access.roles import Role
from aylsham.audit.codes import Action
from aylsham.jobs.runner import run_job
from aylsham.models import AuditEvent, Job
from pupils.codes import IntakeFileState, IntakeState, PassportState
from pupils.models import (
    Document,
    IntakeFile,
    Passport,
    PassportIntake,
    PassportText,
    PassportVersion,
    Strategy,
)
from pupils.services.intakes.receiving import receive_passports
from pupils.services.passports.writing import LONGEST
from pupils.services.strategies import confirm_strategy
from tests.factories import ClassGroupFactory, PupilFactory, SchoolFactory, member, teacher_of
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.pupils.intakes import files
from tests.pupils.passports.makers import DAY, TODAY, published, read_now, write

pytestmark = [pytest.mark.django_db, pytest.mark.rough_paper, pytest.mark.usefixtures("today")]


@pytest.fixture
def group():
    return ClassGroupFactory(school=SchoolFactory(), name="Oak")


@pytest.fixture
def zoe(group):
    return pupil(group, "Zoë", "Burton", dt.date(2018, 3, 14))


@pytest.fixture
def sendco(group):
    return member(group.school)


@pytest.fixture
def client(sendco):
    return client_of(sendco)


def pupil(group, first: str, last: str, born: dt.date = dt.date(2018, 1, 1)):
    return PupilFactory(
        school=group.school, class_group=group, first_name=first, last_name=last, born_on=born
    )


def base(group) -> str:
    return f"/{group.school.slug}/passports/files/"


def drop(client, group, **named: bytes) -> PassportIntake:
    """Drop files (`Zoe_docx=…`) and let the job read them."""
    sent = [SimpleUploadedFile(name.replace("_", "."), data) for name, data in named.items()]
    answer = client.post(base(group), {"files": sent})
    assert answer.status_code == 302, text_of(answer)
    run()
    return PassportIntake.objects.latest("made_at")


def run() -> None:
    for job in Job.objects.filter(kind__in=["read_passports", "take_passports"], state="waiting"):
        run_job(job.pk)
        job.refresh_from_db()
        assert job.state == "done", job.error


def page(client, group, intake) -> str:
    return text_of(client.get(f"{base(group)}{intake.pk}/"))


def take(client, group, intake, **data) -> None:
    assert client.post(f"{base(group)}{intake.pk}/take-in/", data).status_code == 302
    run()
    intake.refresh_from_db()


def decide(client, group, intake, file, **said):
    prefix = str(file.pk)[-12:]
    data = {f"{prefix}-{name}": value for name, value in said.items()}
    return client.post(f"{base(group)}{intake.pk}/{file.pk}/", data, follow=True)


def texts(child) -> dict[str, str]:
    rows = PassportText.objects.filter(passport__pupil=child).exclude(text="")
    return dict(rows.values_list("part", "text"))


class TestTakingIn:
    def test_from_the_drop_to_drafts(self, client, group, zoe):
        intake = drop(client, group, **{"Zoe Burton_docx": files.word()})
        shown = page(client, group, intake)
        assert "1 file: 1 clear" in shown
        assert texts(zoe) == {}, "nothing is written before somebody has seen it"
        take(client, group, intake)
        assert intake.state == IntakeState.DONE
        expected = files.BOXES | {"support": "\n".join([files.BOXES["support"], *files.HELPS])}
        assert texts(zoe) == expected
        assert not Strategy.objects.exists()
        assert Passport.objects.get(pupil=zoe).state == PassportState.DRAFT
        assert not PassportVersion.objects.exists()
        document = Document.objects.get(pupil=zoe)
        assert document.kind == "plan"
        assert "Zo" not in document.title
        assert IntakeFile.objects.get().content is None
        event = AuditEvent.objects.get(action=Action.TAKE_IN_PASSPORT)
        assert event.pupil_ids == [zoe.pk]
        assert event.detail == {"lines": 8, "helps": 0}

    def test_what_helps_becomes_strategies_when_wanted(self, client, group, zoe):
        intake = drop(client, group, **{"Zoe Burton_docx": files.word()})
        take(client, group, intake, strategies="on")
        assert list(Strategy.objects.values_list("text", flat=True).order_by("pk")) == files.HELPS
        assert texts(zoe)["support"] == files.BOXES["support"]

    def test_a_zip_of_a_folder(self, client, group, zoe):
        leo = pupil(group, "Leo", "Park")
        parts = {
            "Oak/Zoe Burton.docx": files.word(),
            "Oak/Leo Park.pdf": files.pdf(
                {"Strategies": ["A timer"], "My aims": ["Swim"]}, about=""
            ),
            "Oak/.DS_Store": b"x",
            "__MACOSX/Oak/._Zoe Burton.docx": b"x",
            "Oak/~$e Burton.docx": b"x",
            "Oak/scan.pdf": files.scan(),
        }
        intake = drop(client, group, Oak_zip=files.zipped(parts))
        assert IntakeFile.objects.count() == 3
        shown = page(client, group, intake)
        assert "3 files: 2 clear, 1 not taken" in shown
        assert "only a picture: a scan or a photo" in shown
        take(client, group, intake, strategies="on")
        assert texts(leo) == {"aims": "Swim"}
        assert Document.objects.filter(pupil=leo).count() == 1

    def test_a_zip_that_hides_a_path_is_not_opened(self, client, group):
        answer = client.post(
            base(group),
            {"files": SimpleUploadedFile("a.zip", files.zipped({"../x.docx": files.word()}))},
        )
        assert "could not be opened safely" in text_of(answer)
        assert not PassportIntake.objects.exists()

    def test_nothing_chosen_says_so(self, client, group):
        assert "Choose files, a zip or a folder" in text_of(client.post(base(group), {"x": ""}))

    def test_bad_files_stop_nobody_else(self, client, group, zoe):
        intake = drop(client, group, bad_docx=b"MZ\x90", **{"Zoe Burton_docx": files.bold()})
        take(client, group, intake)
        assert IntakeFile.objects.get(file_name="bad.docx").state == IntakeFileState.REFUSED
        assert texts(zoe)["hard"] == "Loud halls and the bell"

    def test_the_same_file_twice_changes_nothing(self, client, group, zoe):
        data = files.word()
        intake = drop(client, group, **{"Zoe Burton_docx": data, "Copy of Zoe Burton_docx": data})
        assert "twice" in page(client, group, intake)
        take(client, group, intake)
        before = texts(zoe)
        write(zoe, "aims", "Changed since", by=member(zoe.school), revision=1)
        again = drop(client, group, **{"Zoe Burton_docx": data})
        assert "taken in before" in page(client, group, again)
        take(client, group, again)
        assert texts(zoe) == before | {"aims": "Changed since"}
        assert Document.objects.count() == 1

    def test_pressed_twice_it_is_taken_in_once(self, client, group, zoe):
        intake = drop(client, group, **{"Zoe Burton_docx": files.word()})
        take(client, group, intake)
        answer = client.post(f"{base(group)}{intake.pk}/take-in/", follow=True)
        assert "not waiting for you any more" in text_of(answer)

    def test_a_box_longer_than_any_passport_stays_in_the_document(self, client, group, zoe):
        long = {"My aims": ["word " * 900], "Please do": ["Smile"]}
        intake = drop(client, group, **{"Zoe Burton_docx": files.word(long)})
        assert "Longer than a box can hold" in page(client, group, intake)
        assert "words too long for one side" in page(client, group, intake)
        take(client, group, intake)
        assert texts(zoe) == {"do": "Smile"}
        assert len("word " * 900) > LONGEST


class TestDoubts:
    def test_two_children_of_one_name(self, client, group, sendco):
        one = pupil(group, "Leo", "Park", dt.date(2018, 2, 1))
        two = pupil(group, "Leo", "Park", dt.date(2018, 9, 1))
        data = files.word(about="")
        intake = drop(client, group, **{"Leo Park_docx": data})
        assert "More than one child is named like that" in page(client, group, intake)
        take_back = f"{base(group)}{intake.pk}/"
        decide(client, group, intake, IntakeFile.objects.get(), child=str(two.pk))
        assert "1 file: 1 clear" in text_of(client.get(take_back))
        take(client, group, intake)
        assert texts(two)["aims"] == "Read a whole book"
        assert texts(one) == {}

    def test_left_out_by_a_person(self, client, group, zoe):
        intake = drop(client, group, nobody_docx=files.word(about=""))
        assert "No child of the school is named" in page(client, group, intake)
        decide(client, group, intake, IntakeFile.objects.get(), child="leave")
        take(client, group, intake)
        assert not Passport.objects.exists()
        assert IntakeFile.objects.get().content is None

    def test_no_heading_asks_where_it_belongs(self, client, group, zoe):
        words = "Zoë is a happy girl who loves trains and maps."
        intake = drop(client, group, **{"Zoe Burton_docx": files.word({}, about=words)})
        assert "No heading in it was recognised" in page(client, group, intake)
        said = {"child": str(zoe.pk), "unplaced": "admire"}
        decide(client, group, intake, IntakeFile.objects.get(), **said)
        take(client, group, intake)
        assert words in texts(zoe)["admire"]

    @pytest.mark.parametrize(
        ("choice", "said"),
        [("ours", "Mine"), ("theirs", "Read a whole book"), ("both", "Mine\nRead a whole book")],
    )
    def test_a_passport_is_there_already(self, client, group, zoe, sendco, choice, said):
        published(zoe, by=sendco)
        write(zoe, "aims", "Mine", by=sendco)
        intake = drop(client, group, **{"Zoe Burton_docx": files.word()})
        assert "says something else under “My aims”" in page(client, group, intake)
        take(client, group, intake)
        assert texts(zoe)["aims"] == "Mine", "an open question is left out"
        intake = drop(client, group, **{"Zoe Burton_docx": files.word()})
        choices = {"child": str(zoe.pk), "aims": choice, "admire": "ours"}
        decide(client, group, intake, IntakeFile.objects.get(intake=intake), **choices)
        take(client, group, intake)
        assert texts(zoe)["aims"] == said
        assert texts(zoe)["admire"] == "I know a lot about trains."
        assert texts(zoe)["hard"] == "Loud halls and the bell", "an empty box is filled"

    def test_two_files_of_one_child(self, client, group, zoe):
        intake = drop(
            client,
            group,
            **{"Zoe Burton_docx": files.word(), "Zoe Burton old_docx": files.bold()},
        )
        shown = page(client, group, intake)
        assert "2 files: 1 clear, 1 needs you" in shown
        assert "Another file of this drop is of the same child" in shown

    def test_a_child_of_another_school_is_none_to_choose(self, client, group, zoe):
        other = PupilFactory(school=SchoolFactory())
        intake = drop(client, group, nobody_docx=files.word(about=""))
        answer = decide(client, group, intake, IntakeFile.objects.get(), child=str(other.pk))
        assert "Say whose passport it is" in answer.content.decode()
        assert IntakeFile.objects.get().pupil is None


class TestPublished:
    """What goes into a published passport is live: it is told, kept as a version, looked through."""

    @pytest.fixture
    def teacher(self, group):
        return teacher_of(group)

    @pytest.fixture
    def live(self, zoe, sendco, teacher):
        published(zoe, by=sendco)
        read_now(zoe, by=teacher)
        return Passport.objects.get(pupil=zoe)

    def test_the_page_says_so_before_anything_is_written(self, client, group, live):
        intake = drop(client, group, **{"Zoe Burton_docx": files.word({"My aims": ["Read"]})})
        shown = page(client, group, intake)
        assert "(published already)" in shown
        assert "asked to read it again" in shown

    def test_everybody_is_asked_to_read_it_and_the_edit_is_drawn(
        self, client, group, zoe, live, teacher
    ):
        before = PassportVersion.objects.count()
        intake = drop(client, group, **{"Zoe Burton_docx": files.word({"My aims": ["Read"]})})
        take(client, group, intake)
        version = PassportVersion.objects.order_by("-number").first()
        assert PassportVersion.objects.count() == before + 1
        assert version.is_sampled
        live.refresh_from_db()
        assert live.must_read_from == version.number
        today = text_of(client_of(teacher).get(f"/{group.school.slug}/"))
        assert "Read the passport of Zoë Burton" in today
        assert "colleagues are asked to read it again" in page(client, group, intake)

    def test_taken_back_it_is_told_again(self, client, group, zoe, live, teacher):
        intake = drop(client, group, **{"Zoe Burton_docx": files.word({"My aims": ["Read"]})})
        take(client, group, intake)
        read_now(zoe, by=teacher)
        client.post(f"{base(group)}{intake.pk}/back/")
        live.refresh_from_db()
        latest = PassportVersion.objects.order_by("-number").first()
        assert live.must_read_from == latest.number
        assert "Read" not in [said["text"] for said in latest.content]

    def test_a_file_that_changes_nothing_disturbs_nobody(self, client, group, zoe, live):
        write(zoe, "aims", "Read", by=member(zoe.school))
        number = PassportVersion.objects.count()
        intake = drop(client, group, **{"Zoe Burton_docx": files.word({"My aims": ["Read"]})})
        take(client, group, intake)
        live.refresh_from_db()
        assert (live.must_read_from, PassportVersion.objects.count()) == (1, number)

    def test_of_a_draft_nobody_is_told(self, client, group, zoe):
        intake = drop(client, group, **{"Zoe Burton_docx": files.word()})
        take(client, group, intake)
        assert "published already" not in page(client, group, intake)
        assert not PassportVersion.objects.exists()


class TestUndo:
    def taken(self, client, group, **data):
        intake = drop(client, group, **{"Zoe Burton_docx": files.word()})
        take(client, group, intake, **data)
        return intake

    def back(self, client, group, intake):
        return text_of(client.post(f"{base(group)}{intake.pk}/back/", follow=True))

    def test_everything_is_as_before(self, client, group, zoe, sendco):
        write(zoe, "scribe", "Ms Hall", by=sendco)
        intake = self.taken(client, group, strategies="on")
        assert "as it was before" in self.back(client, group, intake)
        assert texts(zoe) == {"scribe": "Ms Hall"}
        assert not Strategy.objects.exists()
        assert Document.objects.get().binned_at
        intake.refresh_from_db()
        assert intake.state == IntakeState.UNDONE
        again = drop(client, group, **{"Zoe Burton_docx": files.word()})
        assert "1 clear" in page(client, group, again), "the file can be taken in again"

    def test_what_was_changed_since_stays(self, client, group, zoe, sendco):
        intake = self.taken(client, group, strategies="on")
        row = PassportText.objects.get(part="aims")
        write(zoe, "aims", "Read two books", by=sendco, revision=row.revision)
        kept = Strategy.objects.first()
        kept.text, kept.revision = "A seat by the window", kept.revision + 1
        kept.save()
        said = self.back(client, group, intake)
        assert "stay as they are: 2" in said
        assert texts(zoe) == {"aims": "Read two books"}
        assert Strategy.objects.get() == kept

    def test_one_found_still_true_is_not_changed(self, client, group, zoe, sendco):
        intake = self.taken(client, group, strategies="on")
        confirm_strategy(strategy=Strategy.objects.first(), on=TODAY + DAY, by=sendco)
        assert "stay as they are" not in self.back(client, group, intake)

    def test_only_for_a_day(self, client, group, zoe):
        intake = self.taken(client, group)
        PassportIntake.objects.update(done_at=intake.done_at - dt.timedelta(hours=25))
        assert "for a day only" in self.back(client, group, intake)
        assert texts(zoe)


class TestWalls:
    @pytest.mark.parametrize("role", [Role.HEAD, Role.PHASE_LEADER, Role.OFFICE, Role.GOVERNOR])
    def test_only_the_sendco_drops_passports(self, group, role):
        assert client_of(member(group.school, role)).get(base(group)).status_code == 403

    def test_a_class_teacher_does_not(self, group):
        assert client_of(teacher_of(group)).get(base(group)).status_code == 403

    def test_another_schools_drop_is_not_there(self, client, group, zoe):
        intake = drop(client, group, **{"Zoe Burton_docx": files.word()})
        other = SchoolFactory()
        answer = client_of(member(other)).get(f"/{other.slug}/passports/files/{intake.pk}/")
        assert answer.status_code == 404

    def test_the_job_and_its_address_name_no_child(self, client, group, zoe):
        intake = drop(client, group, **{"Zoe Burton_docx": files.word()})
        job = Job.objects.get(kind="read_passports")
        assert job.arguments == {"passport_intake": str(intake.pk)}
        assert "Zo" not in f"{job.sentence} {job.result} {job.key}"


def test_forgotten_files_are_gone(client, group, zoe):
    intake = drop(client, group, **{"Zoe Burton_docx": files.word()})
    client.post(f"{base(group)}{intake.pk}/forget/")
    file = IntakeFile.objects.get()
    assert file.content is None
    assert file.found == {}
    assert "Nothing was taken in" in page(client, group, intake)


def test_a_drop_is_read_while_the_page_waits(client, group, sendco, zoe):
    from aylsham.documents.inspecting import Upload

    upload = Upload("Zoe.docx", files.word())
    intake = receive_passports(school=group.school, uploads=[upload], by=sendco)
    url = reverse("passport_intake", args=[group.school.slug, intake.pk])
    assert "Reading the files" in text_of(client.get(url))
    run()
    assert client.get(url, headers={"hx-request": "true"}).headers["HX-Refresh"] == "true"


def test_statements_do_not_grow_with_the_files(client, group):
    def dropped(many: int) -> str:
        sections = {"Strategies": ["A timer"], "My aims": ["Swim"]}
        names = [f"Kid{chr(97 + n)} Moss{many}" for n in range(many)]
        for name in names:
            pupil(group, *name.split())
        named = {f"{n}_docx": files.word(sections, about=n) for n in names}
        return f"{base(group)}{drop(client, group, **named).pk}/"

    few, many = dropped(2), dropped(7)
    assert len(statements(client, few)) == len(statements(client, many)) <= 8 + OF_EVERY_REQUEST

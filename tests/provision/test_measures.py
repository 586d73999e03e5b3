"""Entry and exit measures: a row a child, saved row by row; scores as people write them."""

import datetime as dt
from decimal import Decimal

import pytest
from django.urls import reverse

from aylsham.access.roles import Role
from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.models import AuditEvent
from provision.models import EntryExit, SchoolTest
from provision.rules.impact import Scores
from provision.rules.measures import NotAScore, known_tests, read_score, score_words
from provision.selectors.measures import Series
from provision.services.measures import (
    MEASURE_FIELDS,
    ScoreOn,
    add_school_test,
    change_school_test,
    record_measure,
)
from pupils.assessment_codes import COMMON_TESTS
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    UserFactory,
    member,
    teacher_of,
)
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.provision.makers import given, until

SERIES = Series(Scores.STANDARD, known_test="yarc", part="Accuracy")
ADDRESS = {"test": "known:yarc", "part": "Accuracy", "scores": "standard"}


class TestScores:
    @pytest.mark.parametrize(
        ("text", "months"),
        [("7:05", 89), ("7;5", 89), ("7y 5m", 89), ("7 years 5", 89), ("89", 89), ("7:00", 84)],
    )
    def test_ages_as_people_write_them(self, text, months):
        assert read_score(text, Scores.AGE_MONTHS) == months
        assert read_score(score_words(months, Scores.AGE_MONTHS), Scores.AGE_MONTHS) == months

    @pytest.mark.parametrize(
        ("text", "kind", "words"),
        [
            ("7", "age", "Write 7:00 if these are years"),
            ("7.5", "age", "like 7:05"),
            ("7:12", "age", "0 to 11"),
            ("1:11", "age", "2 to 20 years"),
            ("39", "standard", "40 to 160"),
            ("161", "standard", "40 to 160"),
            ("-1", "raw", "0 to 9999"),
            ("nan", "raw", "a number"),
            ("8,5", "raw", "a number"),
            ("8.555", "raw", "Two decimals"),
        ],
    )
    def test_what_is_no_score_says_what_to_do(self, text, kind, words):
        with pytest.raises(NotAScore, match=words):
            read_score(text, Scores(kind))

    def test_nothing_is_no_score(self):
        assert read_score("  ", Scores.RAW) is None

    def test_every_known_test_has_a_source_and_agrees_with_the_list_of_specialist_tests(self):
        for key, test in known_tests().items():
            assert test.source and test.scores, key
            if common := COMMON_TESTS.get(key):
                assert (test.name, test.measures) == (common.name, common.measures)
        assert {"yarc", "bpvs3", "ngrt", "hast2"} <= known_tests().keys() & COMMON_TESTS.keys()


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def group(school):
    return ClassGroupFactory(school=school)


@pytest.fixture
def provision(school, group):
    names = ("Archer", "Booth", "Carter")
    children = [PupilFactory(school=school, class_group=group, last_name=name) for name in names]
    return given(school, *children, starts_on=until(-80))


def url(provision) -> str:
    return reverse("measures", args=["oakfield", provision.pk])


def rows(provision, *scores, **days):
    """What a browser sends of the grid."""
    said = {"entry_on": "14 Sep 2026", "exit_on": "20 Nov 2026", **days}
    for place, (entry, exit) in zip(
        provision.places.order_by("pupil__last_name"), scores, strict=False
    ):
        known = EntryExit.objects.filter(place=place).first()
        version = version_of(known, MEASURE_FIELDS)
        more = {"entry": entry, "exit": exit, "version": version}
        said |= {f"r{place.pk.hex}-{name}": value for name, value in more.items()}
    return said


@pytest.mark.django_db
@pytest.mark.usefixtures("today")
class TestGrid:
    def test_a_group_is_entered_at_once_and_again_at_its_end(self, school, group, provision):
        client = client_of(teacher_of(group))
        chosen = client.post(url(provision), ADDRESS)
        page = client.get(chosen.url)
        assert "YARC: Accuracy, standardised score" in text_of(page)
        first = rows(provision, ("82", ""), ("79", ""), ("", ""))
        client.post(chosen.url, first | {"entry_form": "Form A"})
        assert EntryExit.objects.count() == 2
        # The only series opens by itself; entry days stay as they were.
        last = rows(provision, ("82", "88"), ("79", ""), ("70", "85"), entry_on="1 Oct 2026")
        client.post(url(provision), last | {"exit_form": "Form B"})
        found = EntryExit.objects.order_by("place__pupil__last_name")
        assert [(row.entry, row.exit) for row in found] == [(82, 88), (79, None), (70, 85)]
        assert [row.entry_on.month for row in found] == [9, 9, 10]
        assert (found[0].entry_form, found[0].exit_form) == ("Form A", "Form B")
        assert "+6" in text_of(client.get(url(provision)))
        told = AuditEvent.objects.filter(action="record_progress")
        assert {str(pk) for event in told for pk in event.pupil_ids} == {
            str(row.place.pupil_id) for row in found
        }

    def test_bad_rows_say_why_and_good_ones_are_saved(self, group, provision):
        client = client_of(teacher_of(group))
        page = client.post(
            f"{url(provision)}?test=known:yarc&part=Accuracy&scores=standard",
            rows(provision, ("82", "88"), ("20", ""), ("90", "95"), exit_on="14 Sep 2026"),
        )
        said = text_of(page)
        assert "Row 1" in said and "later than the entry test" in said and "40 to 160" in said
        assert not EntryExit.objects.exists()
        client.post(
            page.request["PATH_INFO"] + "?" + page.request["QUERY_STRING"],
            rows(provision, ("82", "88"), ("20", "")),
        )
        assert [row.exit for row in EntryExit.objects.all()] == [88]

    def test_a_second_editor_sees_both_scores_and_decides(self, group, provision):
        client = client_of(teacher_of(group))
        ages = Series(Scores.AGE_MONTHS, known_test="yarc", part="Accuracy")
        place = provision.places.first()
        record_measure(
            place=place, series=ages, version="new", by=None, entry=ScoreOn(Decimal(89), until(-80))
        )
        name = f"r{place.pk.hex}"
        said = {f"{name}-entry": "7:01", f"{name}-exit": "", f"{name}-version": "new"}
        page = client.post(url(provision), said | {"entry_on": "14 Sep 2026"})
        assert "The record now says: 7:05" in text_of(page)
        assert EntryExit.objects.get().entry == 89
        (now,) = [form["version"].value() for _, form in page.context["rows"] if form.is_filled]
        again = said | {f"{name}-version": now, "entry_on": "14 Sep 2026"}
        client.post(url(provision), again)
        assert EntryExit.objects.get().entry == 85

    def test_emptied_boxes_take_a_measure_out(self, group, provision):
        client = client_of(teacher_of(group))
        place = provision.places.first()
        kept = record_measure(
            place=place,
            series=SERIES,
            version="new",
            by=None,
            entry=ScoreOn(Decimal(80), until(-80)),
        )
        kept.refresh_from_db()
        said = {f"r{place.pk.hex}-version": version_of(kept, MEASURE_FIELDS)}
        said |= {f"r{place.pk.hex}-entry": "", f"r{place.pk.hex}-exit": ""}
        client.post(url(provision), said | {"entry_on": "14 Sep 2026"})
        assert not EntryExit.objects.exists()

    def test_a_test_gives_only_its_kinds_of_scores(self, group, provision):
        client = client_of(teacher_of(group))
        page = client.post(url(provision), ADDRESS | {"scores": "scaled"})
        assert "YARC gives: Standardised score (mean 100, SD 15); Age equivalent" in text_of(page)

    def test_out_of_reach(self, school, provision):
        elsewhere = teacher_of(ClassGroupFactory(school=school))
        assert client_of(elsewhere).get(url(provision)).status_code == 404
        other = member(SchoolFactory(federation=school.federation))
        assert client_of(other).get(url(provision)).status_code == 404
        assert client_of(member(school, Role.GOVERNOR)).get(url(provision)).status_code == 403

    def test_as_quick_for_thirty_children(self, school, group, provision):
        client = client_of(member(school))
        path = f"{url(provision)}?test=known:yarc&part=Accuracy&scores=standard"
        before = len(statements(client, path))
        large = given(school, *[PupilFactory(school=school, class_group=group) for _ in range(30)])
        path = path.replace(str(provision.pk), str(large.pk))
        assert len(statements(client, path)) == before <= 8 + OF_EVERY_REQUEST


@pytest.mark.django_db
@pytest.mark.usefixtures("today")
class TestServices:
    def test_somebody_else_saved_first(self, provision):
        place = provision.places.first()
        facts = {"place": place, "series": SERIES, "by": None}
        first = record_measure(version="new", entry=ScoreOn(Decimal(80), until(-80)), **facts)
        # The same pressed twice is kept once; another score needs to know of the first.
        assert (
            record_measure(version="new", entry=ScoreOn(Decimal(80), until(-80)), **facts) == first
        )
        with pytest.raises(StaleSave):
            record_measure(version="new", entry=ScoreOn(Decimal(81), until(-80)), **facts)
        assert EntryExit.objects.get().entry == 80

    @pytest.mark.parametrize(
        ("entry", "exit", "words"),
        [
            (ScoreOn(Decimal(80), TODAY), ScoreOn(Decimal(85), TODAY), "later than"),
            (ScoreOn(Decimal(80), dt.date(1999, 1, 1)), None, "not born"),
            (ScoreOn(Decimal(12), TODAY), None, "40 to 160"),
        ],
        ids=["same day", "before birth", "no such score"],
    )
    def test_refused_without_a_trace(self, provision, entry, exit, words):
        with pytest.raises(TransitionNotAllowed, match=words):
            record_measure(
                place=provision.places.first(),
                series=SERIES,
                version="new",
                by=None,
                entry=entry,
                exit=exit,
            )
        assert not AuditEvent.objects.filter(action="record_progress").exists()

    def test_a_schools_own_test(self, school, provision):
        by = UserFactory()
        facts = {"measures": "Spelling", "lower_is_better": False, "source": "Made here"}
        row = add_school_test(school=school, by=by, name="Friday words", scores=["raw"], **facts)
        with pytest.raises(TransitionNotAllowed, match="this name"):
            add_school_test(school=school, by=by, name="yarc", scores=["raw"], **facts)
        series = Series(Scores.RAW, own_test=row)
        record_measure(
            place=provision.places.first(), series=series, version="new", by=by,
            entry=ScoreOn(Decimal(4), TODAY),
        )  # fmt: skip
        fields = ("name", "measures", "scores", "lower_is_better", "source")
        with pytest.raises(TransitionNotAllowed, match="took away"):
            change_school_test(
                test=row, version=version_of(row, fields), by=by, name=row.name,
                scores=["age"], **facts,
            )  # fmt: skip

    def test_the_sendco_adds_one_on_the_page_and_a_teacher_reads_it(self, school, group):
        client = client_of(member(school))
        said = {"name": "Friday words", "measures": "Spelling", "scores": ["raw"]}
        client.post(reverse("measure_test_add", args=["oakfield"]), said)
        row = SchoolTest.objects.get()
        client.post(reverse("measure_test_retire", args=["oakfield", row.pk]))
        read = client_of(teacher_of(group))
        page = text_of(read.get(reverse("measure_tests", args=["oakfield"])))
        assert "Friday words" in page and "No longer offered" in page and "To be checked" in page
        assert read.get(reverse("measure_test_add", args=["oakfield"])).status_code == 403

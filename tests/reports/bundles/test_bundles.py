"""Evidence bundles: what goes in and what does not, what waits for a person, what is made."""

import datetime as dt
import hashlib
import io
from itertools import pairwise

import pypdf
import pytest
from django.utils import timezone

from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.codes import Sensitivity
from aylsham.documents.binding import LOCKED, look_into
from aylsham.jobs.codes import JobState
from aylsham.jobs.runner import run_job
from aylsham.models import AuditEvent
from pupils.services.documents.misfiled import BreachNote, seal_document
from pupils.services.family import add_home
from reports.models import BundlePart, EvidenceBundle
from reports.selectors.bundles.pages import contents_now
from reports.services.bundles.making import forget_unsent
from reports.services.bundles.preparing import (
    BUNDLE_FIELDS,
    Said,
    ask_to_make,
    change_bundle,
    decide,
    remove_bundle,
)
from reports.services.bundles.sending import mark_of, record_sent
from tests.documents.making import pdf, picture, word
from tests.factories import TODAY, PupilFactory
from tests.reports.bundles.makers import (
    a_child,
    a_voice,
    again,
    approved,
    begun,
    full_record,
    line_of,
    made,
    noise,
    paper,
    put_in_everything,
    reader_of,
    say_of,
    sendco,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def child():
    return a_child()


@pytest.fixture
def by(child):
    return sendco(child)


def titles(lines) -> list[str]:
    return [line.found.title for line in lines]


class TestWhatGoesIn:
    def test_every_kind_of_the_record_is_found(self, child, by):
        full_record(child, by)
        contents = contents_now(begun(child, by))
        kinds = [label for label, _ in contents.by_kind]
        assert kinds == [
            "Chronology",
            "Needs",
            "Cycles and reviews",
            "Provision and its cost",
            "Advice of professionals",
            "What the child and the parents say",
        ]

    def test_what_only_a_few_may_read_stands_apart_and_waits(self, child, by):
        full_record(child, by)
        contents = contents_now(begun(child, by))
        waiting = titles(contents.open)
        assert "Diagnoses" in waiting
        assert "Chronology: entries marked sensitive" in waiting
        assert "Needs and SEN support" not in waiting

    def test_the_same_file_filed_twice_goes_in_once_and_says_so(self, child, by):
        first, second = paper(child, "Report"), paper(child, "Copy", "Other words")
        copied = second.versions.get(school=child.school)
        copied.digest = first.versions.get(school=child.school).digest
        copied.save(update_fields=["digest"])
        contents = contents_now(begun(child, by, kinds=("advice",)))
        assert titles(contents.going_in) == ["Report"]
        why = {x.found.title: x.why_out for x in contents.left_out}
        assert why["Copy"] == "The same as “Report”."

    def test_a_copy_that_is_flagged_flags_the_one_that_goes_in(self, child, by):
        first = paper(child, "Report")
        second = paper(child, "Copy", "Other words", sensitivity=Sensitivity.SENSITIVE)
        copied = second.versions.get(school=child.school)
        copied.digest = first.versions.get(school=child.school).digest
        copied.save(update_fields=["digest"])
        contents = contents_now(begun(child, by, kinds=("advice",)))
        assert titles(contents.open) == ["Report"]

    def test_days_outside_and_kinds_that_were_not_chosen_are_named_with_the_reason(self, child, by):
        paper(child, "Old report")
        a_voice(child, by)
        bundle = begun(child, by, kinds=("advice", "needs"), starts_on=TODAY)
        why = {x.found.title: x.why_out for x in contents_now(bundle).left_out}
        assert why["Old report"] == "Outside the chosen days."
        assert why["Child's views: Leo"] == "Not among the chosen kinds."

    def test_first_and_last_day_belong_to_the_chosen_days(self, child, by):
        on = paper(child).of_on
        for starts, ends in ((on, None), (None, on), (on, on)):
            bundle = begun(child, by, kinds=("advice",), starts_on=starts, ends_on=ends)
            assert titles(contents_now(bundle).going_in) == ["Therapist’s report"]

    def test_a_record_without_anything_makes_no_bundle(self, by):
        child = PupilFactory(school=by.memberships.get().school)
        bundle = begun(child, by, kinds=("papers",))
        with pytest.raises(TransitionNotAllowed, match="Nothing goes in"):
            ask_to_make(bundle=bundle, by=by)


class TestFlags:
    @pytest.mark.parametrize(
        ("words", "flag"),
        [
            ("He plays with Zoë Burton.", "It names another child of this school."),
            ("He plays with ZOË BURTON’s brother.", "It names another child of this school."),
            ("He plays with Zoë.", ""),
            ("Zoë sat; Burton is a town.", ""),
        ],
    )
    def test_another_childs_full_name_is_flagged(self, child, by, words, flag):
        PupilFactory(school=child.school, first_name="Zoë", last_name="Burton")
        a_voice(child, by, words)
        bundle = begun(child, by, kinds=("views",))
        assert line_of(bundle, "Child's views: Leo").found.flags == ((flag,) if flag else ())

    def test_an_address_of_the_family_is_flagged_a_withheld_one_by_its_name(self, child, by):
        add_home(
            pupil=child, by=by, name="Mum’s", address="12 Mill Lane\nAylsham", withheld="everybody",
            withheld_why="Court order of May",
        )  # fmt: skip
        a_voice(child, by, "We live at 12 Mill Lane, Aylsham now.")
        bundle = begun(child, by, kinds=("views",))
        flags = line_of(bundle, "Child's views: Leo").found.flags
        assert flags == ("It holds an address that is withheld.",)

    def test_a_scan_has_to_be_looked_at(self, child, by):
        paper(child, "Scan", name="scan.jpg", data=picture("JPEG"))
        bundle = begun(child, by, kinds=("advice",))
        assert "cannot be read" in line_of(bundle, "Scan").found.flags[0]

    def test_words_of_a_pdf_are_read_though_the_search_has_not_read_them(self, child, by):
        PupilFactory(school=child.school, first_name="Zoe", last_name="Burton")
        paper(child, words="He sits beside Zoe Burton")
        bundle = begun(child, by, kinds=("advice",))
        flags = line_of(bundle, "Therapist’s report").found.flags
        assert flags == ("It names another child of this school.",)

    def test_safeguarding_text_is_not_even_named(self, child, by):
        paper(child, "A strategy meeting", sensitivity=Sensitivity.SAFEGUARDING)
        contents = contents_now(begun(child, by))
        assert "A strategy meeting" not in titles(contents.lines)

    def test_nothing_is_made_until_somebody_has_said(self, child, by):
        paper(child, sensitivity=Sensitivity.SENSITIVE)
        bundle = begun(child, by, kinds=("advice", "needs"))
        with pytest.raises(TransitionNotAllowed, match="Decide about the 1 flagged"):
            ask_to_make(bundle=bundle, by=by)
        say_of(bundle, by, "Therapist’s report", is_in=True)
        ask_to_make(bundle=bundle, by=by)

    def test_another_wording_is_looked_at_anew(self, child, by):
        PupilFactory(school=child.school, first_name="Zoe", last_name="Burton")
        voice = a_voice(child, by, "I like Zoe Burton.")
        bundle = begun(child, by, kinds=("views",))
        say_of(bundle, by, "Child's views: Leo", is_in=True)
        voice.answers = [{"question": "What is hard?", "answer": "I hate Zoe Burton."}]
        voice.save(update_fields=["answers"])
        made_of_it = made(bundle, by)
        assert not made_of_it.is_made
        assert "Since you looked" in made_of_it.problem
        assert titles(contents_now(made_of_it).open) == ["Child's views: Leo"]

    def test_a_decision_about_what_was_not_shown_is_refused(self, child, by):
        paper(child)
        bundle = begun(child, by, kinds=("advice",))
        found = line_of(bundle, "Therapist’s report").found
        with pytest.raises(TransitionNotAllowed, match="changed since"):
            decide(bundle=bundle, said=[Said(found.key, "0" * 64, False, "No.")], by=by)
        with pytest.raises(TransitionNotAllowed, match="Say why"):
            decide(bundle=bundle, said=[Said(found.key, found.digest, False, "  ")], by=by)


@pytest.mark.slow
class TestMaking:
    def test_page_references_bookmarks_and_hashes_are_those_of_the_file(self, child, by):
        full_record(child, by)
        paper(child, "Psychologist’s report", "Working memory", pages=4, kind="ep")
        bundle = begun(child, by)
        put_in_everything(bundle, by)
        bundle = made(again(bundle), by)
        reader = reader_of(bundle)
        assert len(reader.pages) == bundle.pages
        items = {item["title"]: item for item in bundle.manifest["items"]}
        report = items["Psychologist’s report"]
        assert report["last_page"] - report["first_page"] == 3
        for number in range(report["first_page"], report["last_page"] + 1):
            words = reader.pages[number - 1].extract_text()
            assert f"Bundle page {number} of {bundle.pages}" in words
            assert "Psychologist’s report" in words
        part = bundle.parts.get(school=child.school)
        assert part.digest == hashlib.sha256(bytes(part.pdf)).hexdigest()
        assert bundle.manifest["parts"][0]["sha256"] == part.digest
        assert len(set(bundle.manifest["page_sha256"])) == bundle.pages

    def test_the_index_and_the_bookmarks_lead_to_the_right_pages(self, child, by):
        full_record(child, by)
        bundle = begun(child, by)
        put_in_everything(bundle, by)
        bundle = made(again(bundle), by)
        reader = reader_of(bundle)
        marked = {}

        def walk(outline):
            for each in outline:
                if isinstance(each, list):
                    walk(each)
                else:
                    marked[each.title] = reader.get_destination_page_number(each) + 1

        walk(reader.outline)
        index = next(
            p.extract_text() for p in reader.pages if "\nIndex\n" in f"\n{p.extract_text()}"
        )
        said = " ".join(index.split())
        for item in bundle.manifest["items"]:
            mark = next(n for t, n in marked.items() if t.startswith(f"{item['number']}. "))
            assert mark == item["first_page"], item["title"]
            assert f"{item['number']}. " in said

    def test_the_summary_takes_two_pages_at_most_and_stands_first(self, child, by):
        full_record(child, by)
        for n in range(25):
            paper(child, f"Report number {n} of a service with a long name", f"Words {n}")
            a_voice(child, by, f"{n} " + "The lunch hall is loud and I go out. " * 15)
        bundle = begun(child, by)
        put_in_everything(bundle, by)
        bundle = made(again(bundle), by)
        pages = [page.extract_text() for page in reader_of(bundle).pages[:3]]
        assert "Evidence bundle" in pages[0]
        assert any("Index" in words for words in pages[1:])

    def test_what_was_left_out_is_printed_without_the_title_of_what_is_flagged(self, child, by):
        paper(child, "Letter about the father", "Words", sensitivity=Sensitivity.SENSITIVE)
        paper(child, "Plain report", "Other words")
        bundle = begun(child, by, kinds=("advice",))
        say_of(bundle, by, "Letter about the father", is_in=False, reason="Not about school.")
        say_of(bundle, by, "Plain report", is_in=False, reason="Out of date.")
        with pytest.raises(TransitionNotAllowed, match="Nothing goes in"):
            ask_to_make(bundle=bundle, by=by)
        bundle = change_bundle(
            bundle=again(bundle), version=version_of(again(bundle), BUNDLE_FIELDS), by=by,
            **{name: getattr(bundle, name) for name in BUNDLE_FIELDS} | {"kinds": ["needs", "advice"]},
        )  # fmt: skip
        run_job(bundle.job_id)
        bundle = made(again(bundle), by)
        words = reader_of(bundle).pages[-1].extract_text()
        assert "Not about school." in words
        assert "about the father" not in words
        assert "Plain report" in words

    def test_what_cannot_be_bound_is_named_in_the_index_and_lies_beside(self, child, by):
        paper(child, "Word report", name="report.docx", data=word("In Word"))
        bundle = begun(child, by, kinds=("needs", "advice"))
        put_in_everything(bundle, by)
        bundle = made(again(bundle), by)
        item = next(i for i in bundle.manifest["items"] if i["title"] == "Word report")
        assert item["attached"] == f"item-{item['number']}.docx"
        everything = " ".join(p.extract_text() for p in reader_of(bundle).pages).split()
        assert "Attached as a file of its own" in " ".join(everything)

    def test_a_limit_makes_parts_and_numbers_go_on(self, child, by):
        for n in range(4):
            paper(child, f"Scan {n}", name=f"scan{n}.jpg", data=noise(n))
        bundle = begun(child, by, kinds=("needs", "advice"), most_mb=1)
        put_in_everything(bundle, by)
        bundle = made(again(bundle), by)
        parts = list(bundle.parts.filter(school=child.school))
        assert len(parts) > 1
        assert all(part.size <= 1_000_000 for part in parts)
        assert parts[0].first_page == 1
        assert parts[-1].last_page == bundle.pages
        for one, other in pairwise(parts):
            assert other.first_page == one.last_page + 1
        second = reader_of(bundle, 2)
        assert f"Bundle page {parts[1].first_page} of" in second.pages[0].extract_text()
        assert second.page_labels[0] == str(parts[1].first_page)


@pytest.mark.slow
class TestAfterwards:
    @pytest.fixture
    def bundle(self, child, by):
        paper(child)
        return made(begun(child, by, kinds=("needs", "advice")), by)

    def test_what_was_sent_stays_as_it_is(self, child, by, bundle):
        approved(bundle, by)
        record_sent(
            bundle=bundle,
            sent_on=TODAY,
            sent_how="portal",
            sent_to="Norfolk",
            seen=mark_of(bundle),
            by=by,
        )
        bundle = again(bundle)
        for change in (
            lambda: ask_to_make(bundle=bundle, by=by),
            lambda: remove_bundle(bundle=bundle, by=by),
        ):
            with pytest.raises(TransitionNotAllowed, match="was sent"):
                change()
        event = AuditEvent.objects.get(action="send_bundle")
        assert event.detail["to"] == "Norfolk"

    @pytest.mark.parametrize("days", [-1, 1])
    def test_it_cannot_have_gone_before_it_was_made_nor_tomorrow(self, by, bundle, days):
        with pytest.raises(TransitionNotAllowed, match="Say the day"):
            record_sent(
                bundle=bundle, sent_on=TODAY + dt.timedelta(days=days), sent_how="post",
                sent_to="Norfolk", seen=mark_of(bundle), by=by,
            )  # fmt: skip

    def test_one_that_was_made_anew_is_not_noted_as_sent(self, by, bundle):
        with pytest.raises(TransitionNotAllowed, match="made anew"):
            record_sent(
                bundle=bundle, sent_on=TODAY, sent_how="post", sent_to="N.", seen="x", by=by
            )

    def test_another_choice_forgets_the_files(self, by, bundle):
        say_of(bundle, by, "Therapist’s report", is_in=False, reason="Out of date.")
        assert not again(bundle).is_made
        assert not BundlePart.objects.exists()

    def test_two_people_at_once_are_told(self, by, bundle):
        facts = {name: getattr(bundle, name) for name in BUNDLE_FIELDS}
        version = version_of(bundle, BUNDLE_FIELDS)
        change_bundle(bundle=bundle, version=version, by=by, **facts | {"council": "Suffolk"})
        with pytest.raises(StaleSave):
            change_bundle(bundle=bundle, version=version, by=by, **facts | {"council": "Essex"})

    def test_sealing_a_paper_takes_an_unsent_bundle_with_it(self, child, by, bundle):
        document = child.documents.get(school=child.school)
        note = BreachNote(happened="Wrong child", action="Sealed", found_at=timezone.now())
        seal_document(document=document, note=note, by=by)
        bundle = again(bundle)
        assert (bundle.is_made, bundle.found, bundle.looked_at) == (False, [], None)

    def test_old_ones_that_nobody_sent_go(self, child, by, bundle):
        for days, left in ((60, 1), (61, 0)):
            forget_unsent(school=child.school, now=bundle.started_at + dt.timedelta(days=days))
            assert EvidenceBundle.objects.count() == left


def test_the_maker_who_lost_the_role_makes_nothing(child, by):
    paper(child)
    bundle = begun(child, by, kinds=("advice",))
    job = ask_to_make(bundle=bundle, by=by)
    by.memberships.update(ends_on=TODAY.replace(day=1))
    assert run_job(job.pk) == JobState.FAILED
    assert not again(bundle).is_made


def test_a_locked_pdf_is_no_page_of_a_bundle():
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf()))
    writer.encrypt("secret")
    out = io.BytesIO()
    writer.write(out)
    assert look_into(out.getvalue(), "pdf").problem == LOCKED

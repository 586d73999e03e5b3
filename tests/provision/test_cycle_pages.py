"""Pages of targets and cycles: read, written, refused, as quick for thirty as for three."""

import datetime as dt
import io
import re
from decimal import Decimal

import pypdf
import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from aylsham.access.roles import Role
from aylsham.audit.codes import Action
from aylsham.changes import version_of
from aylsham.documents.rendering import write_pdf
from aylsham.models import AuditEvent
from provision.models import Cycle, CycleTarget, CycleText, Measurement, Outcome, Target
from provision.selectors.family_sheet import family_sheet
from provision.services.cycles import (
    REVIEW_FIELDS,
    TEXT_FIELDS,
    close_cycle,
    record_given,
    start_cycle,
)
from provision.services.outcomes import TARGET_FIELDS, adapt_target, change_target, end_target
from provision.services.progress import mark_change, measure
from pupils.agreeing.registry import kind_of
from pupils.agreement_codes import Asked
from pupils.models import PrintedPaper
from pupils.selectors.passports.printing import printed_passports
from pupils.services.agreements.answering import record_answer
from pupils.services.agreements.asking import ToAsk, ask_to_agree
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    UserFactory,
    member,
    supporter_of,
    teacher_of,
)
from tests.pages import client_of, text_of
from tests.provision.aims import (
    BEGAN,
    a_cycle,
    a_target,
    running,
    say,
    score,
    target_facts,
    text_in,
)
from tests.pupils.passports.makers import published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
WEEK = dt.timedelta(days=7)


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def child(school):
    group = ClassGroupFactory(school=school)
    return PupilFactory(school=school, class_group=group, on_register=["SLCN"])


@pytest.fixture
def teacher(child):
    return teacher_of(child.class_group)


@pytest.fixture
def client(teacher):
    return client_of(teacher)


def url(child, name, *args) -> str:
    return reverse(name, args=[child.school.slug, child.pk, *args])


def posted(**facts) -> dict:
    return {
        "text": "Reads 8 of 10 words.",
        "measure": "trials",
        "unit": "words",
        "out_of": "10",
        "baseline": "2",
        "goal": "8",
        "starts_on": "14/9/2026",
        "by_on": "4/12/2026",
        "area": "CL",
    } | facts


def statements(client, path) -> int:
    client.get(path)
    with CaptureQueriesContext(
        connection,
    ) as seen:
        assert client.get(path).status_code == 200
    return len(seen)


def agreed(cycle, choice, *, by):
    """A parent was asked to agree to a cycle, and has answered."""
    child, kind = cycle.pupil, kind_of("cycle")
    shown = kind.find(None, child, cycle.pk)
    (ask,) = ask_to_agree(
        pupil=child,
        kind=kind,
        subject_id=cycle.pk,
        shown=shown,
        people=[ToAsk(Asked.PARENT, "Ada Mum")],
        due_on=TODAY + WEEK,
        by=by,
    )
    words = "" if choice == "agree" else "Mornings are better."
    facts = {"choice": choice, "words": words, "how": "in_person", "given_on": TODAY}
    record_answer(ask=ask, seen=shown.digest, by=by, **facts)


class TestTargets:
    def test_are_written_with_their_numbers(self, client, child):
        response = client.post(url(child, "target_add"), posted())
        assert response.url == url(child, "child_targets")
        target = Target.objects.get()
        assert (target.baseline, target.goal, target.out_of) == (2, 8, 10)
        assert "Reads 8 of 10 words." in text_of(client.get(url(child, "child_targets")))

    def test_only_done_needs_no_numbers(self, client, child):
        facts = posted(measure="done", baseline="", goal="", out_of="")
        assert client.post(url(child, "target_add"), facts).status_code == 302
        response = client.post(url(child, "target_add"), facts | {"measure": "number"})
        assert "Give a number." in text_of(response)

    def test_the_checks_stand_beside_the_words_without_a_script(self, client, child):
        vague = posted(text="Will have access to a TA and improve.", goal="")
        page = text_of(client.post(url(child, "target_add"), vague))
        assert "Look again" in page
        assert "access to" in page
        assert not Target.objects.exists()

    def test_the_checks_keep_nothing_while_typing(self, client, school):
        checks = reverse("check_target", args=[school.slug])
        response = client.post(checks, {"text": "Will have access to a TA"})
        assert "Access to” is not provision" in text_of(response)
        assert "find nothing" not in text_of(client.post(checks, {"text": ""}))

    def test_what_only_a_few_may_read_is_cut_for_the_others(self, client, child):
        kept = a_target(child, text="Tells somebody at home.", sensitivity=2)
        assert "somebody at home" not in text_of(client.get(url(child, "child_targets")))
        assert client.get(url(child, "target", kept.pk)).status_code == 404
        sendco = client_of(member(child.school))
        assert "somebody at home" in text_of(sendco.get(url(child, "child_targets")))

    def test_a_target_of_another_child_is_not_found(self, client, child):
        theirs = a_target(PupilFactory(school=child.school, class_group=child.class_group))
        assert client.get(url(child, "target", theirs.pk)).status_code == 404

    def test_an_outcome_is_written_and_closed(self, client, child):
        facts = {"text": "Reads", "starts_on": "1/9/2026", "by_on": "1/7/2028", "area": ""}
        client.post(url(child, "outcome_add"), facts)
        outcome = Outcome.objects.get()
        closing = {"ended_on": "23/11/2026", "ended_as": "met"}
        client.post(url(child, "outcome_end", outcome.pk), closing)
        outcome.refresh_from_db()
        assert outcome.ended_as == "met"


class TestMeasuring:
    def test_a_number_in_the_list_is_all_it_takes(self, client, child):
        target = a_target(child)
        path = url(child, "target_measure", target.pk)
        facts = {"on": "2026-11-23", "value": "5", "out_of": "10", "back": "list"}
        for _ in range(2):  # a double press
            place = f"{url(child, 'child_targets')}#t-{target.pk}"
            assert client.post(path, facts).url == place
        assert f'id="t-{target.pk}"' in client.get(place).content.decode()
        assert [m.value for m in Measurement.objects.all()] == [5]

    def test_a_number_that_does_not_fit_is_said_and_kept_in_the_box(self, client, child):
        path = url(child, "target_measure", a_target(child).pk)
        page = client.post(path, {"on": "2026-11-23", "value": "11", "out_of": "10"})
        assert "It cannot be more than 10." in text_of(page)
        tomorrow = {"on": "2026-11-24", "value": "1", "out_of": "10"}
        assert "cannot be in the future" in text_of(client.post(path, tomorrow))
        assert not Measurement.objects.exists()

    def test_the_verdict_states_its_rule_and_the_graph_its_aim(self, client, child, teacher):
        target = a_target(child)
        for week in range(7):
            on = BEGAN + (week + 1) * WEEK
            measure(target=target, on=on, value=Decimal(2), by=teacher)
        page = text_of(client.get(url(child, "target", target.pk)))
        assert "Change something" in page
        assert "The last 4 measurements are worse than the aim line." in page
        assert "Aim: 2 to 8" in client.get(url(child, "target", target.pk)).content.decode()

    def test_a_wrong_one_is_removed(self, client, child, teacher):
        target = a_target(child)
        wrong = measure(target=target, on=TODAY, value=Decimal(9), by=teacher)
        client.post(url(child, "measurement_remove", target.pk, wrong.pk))
        assert not Measurement.objects.exists()

    def test_a_helper_removes_the_own_one_alone(self, client, child, teacher):
        target, helper = a_target(child), supporter_of(child)
        theirs = measure(target=target, on=TODAY, value=Decimal(9), by=teacher)
        own = measure(target=target, on=TODAY, value=Decimal(3), by=helper)
        browser = client_of(helper)
        page = browser.get(url(child, "target", target.pk)).content.decode()
        path = url(child, "measurement_remove", target.pk, theirs.pk)
        assert path not in page
        assert browser.post(path).status_code == 403
        path = url(child, "measurement_remove", target.pk, own.pk)
        assert path in page
        browser.post(path)
        assert [row.pk for row in Measurement.objects.all()] == [theirs.pk]
        client.post(url(child, "measurement_remove", target.pk, theirs.pk))
        assert not Measurement.objects.exists()

    def test_a_wrong_marker_goes_and_the_verdict_counts_all_points_again(
        self, client, child, teacher
    ):
        target = a_target(child)
        for week in range(7):
            on = BEGAN + (week + 1) * WEEK
            measure(target=target, on=on, value=Decimal(2), by=teacher)
        marker = mark_change(target=target, on=TODAY, what="Shorter words", by=teacher)
        path = url(child, "target", target.pk)
        assert "Change something" not in text_of(client.get(path))
        remove = url(child, "teaching_change_remove", target.pk, marker.pk)
        assert client_of(supporter_of(child)).post(remove).status_code == 403
        other = a_target(child, text="Another")
        assert (
            client.post(url(child, "teaching_change_remove", other.pk, marker.pk)).status_code
            == 404
        )
        client.post(remove)
        assert "Change something" in text_of(client.get(path))


class TestCycle:
    def test_from_the_first_word_to_the_last(self, client, child):
        sendco = client_of(member(child.school))
        a_target(child)
        begun = {"starts_on": "14/9/2026", "review_on": "4/12/2026", "lead": ""}
        page = client.post(url(child, "cycle_start"), begun).url
        cycle = Cycle.objects.get()
        for section, words in (("hard", "Guesses."), ("support", "LSA, daily, 10 minutes.")):
            version = version_of(text_in(cycle, section), TEXT_FIELDS)
            path = url(child, "cycle_write", cycle.pk, section)
            assert client.post(path, {"text": words, "version": version}).url == page
        client.post(url(child, "cycle_send", cycle.pk))
        assert client.post(url(child, "cycle_check", cycle.pk)).status_code == 403
        sendco.post(url(child, "cycle_check", cycle.pk))
        given = {"given_on": "23/11/2026", "given_how": "meeting"}
        client.post(url(child, "cycle_given", cycle.pk), given)
        part = CycleTarget.objects.get()
        review = {"score": "1", "next_step": "met", "version": version_of(part, REVIEW_FIELDS)}
        client.post(url(child, "cycle_review", cycle.pk, part.pk), review)
        version = version_of(text_in(cycle, "next"), TEXT_FIELDS)
        client.post(
            url(child, "cycle_write", cycle.pk, "next"), {"text": "List 3", "version": version}
        )
        client.post(url(child, "cycle_close", cycle.pk), {"closed_on": "23/11/2026"})
        cycle.refresh_from_db()
        assert (cycle.state, cycle.given_how) == ("closed", "meeting")
        shown = text_of(client.get(page))
        for words in ("Guesses.", "+1", "More than hoped", "Nothing shows it", "List 3"):
            assert words in shown

    @pytest.mark.parametrize("how", ["adapt", "correct"])
    def test_what_was_to_be_adapted_is_marked_until_it_says_something_else(
        self, client, child, teacher, how
    ):
        target = a_target(child)
        first = running(child, by=teacher)
        score(first, by=teacher, next_step="adapt")
        say(first, "next", "Smaller steps.", teacher)
        close_cycle(cycle=first, closed_on=TODAY, by=teacher)
        cycle = a_cycle(child, by=teacher, starts_on=TODAY, review_on=TODAY + 9 * WEEK)
        path = url(child, "cycle", cycle.pk)
        assert "1 target was to be adapted" in text_of(client.get(path))
        page = client.get(path)
        assert url(child, "target_adapt", target.pk) in page.content.decode()
        sent = text_of(client.post(url(child, "cycle_send", cycle.pk), follow=True))
        assert "One target that was to be adapted still says the same." in sent
        assert "To be adapted" in sent  # for the checker too
        facts = target_facts(text="Reads 4 of 10 words.", goal=Decimal(4))
        target.refresh_from_db()
        if how == "adapt":
            facts |= {"starts_on": TODAY}
            adapt_target(target=target, on=TODAY, by=teacher, **facts)
        else:
            version = version_of(target, TARGET_FIELDS)
            change_target(target=target, version=version, by=teacher, **facts)
        assert "o be adapted" not in text_of(client.get(path))
        assert "To be adapted" not in text_of(client.get(url(child, "cycle", first.pk)))

    def test_an_empty_one_for_the_wrong_child_goes_and_a_written_one_stays(
        self, client, child, teacher
    ):
        target = a_target(child)
        facts = {"starts_on": BEGAN, "review_on": TODAY + WEEK, "lead": None, "by": teacher}
        cycle = start_cycle(pupil=child, **facts)
        path = url(child, "cycle", cycle.pk)
        assert "Delete the empty cycle" in text_of(client.get(path))
        assert client.post(url(child, "cycle_delete", cycle.pk)).url == url(child, "child_cycles")
        assert not Cycle.objects.exists()
        assert Target.objects.get() == target
        written = a_cycle(child, by=teacher)
        assert "Delete the empty" not in text_of(client.get(url(child, "cycle", written.pk)))
        said = client.post(url(child, "cycle_delete", written.pk), follow=True)
        assert "Something is written in it" in text_of(said)

    def test_a_closed_one_runs_again_with_a_reason_until_the_next_has_begun(
        self, client, child, teacher
    ):
        target, dropped = a_target(child), a_target(child, text="Asks in 5 lessons.")
        cycle = running(child, by=teacher)
        end_target(target=dropped, ended_on=TODAY - WEEK, ended_as="met", by=teacher)
        score(cycle, by=teacher, next_step="met")
        say(cycle, "next", "List 3", teacher)
        close_cycle(cycle=cycle, closed_on=TODAY, by=teacher)
        sendco, path = client_of(member(child.school)), url(child, "cycle_reopen", cycle.pk)
        assert client.post(path, {"text": "A mistake"}).status_code == 403
        sendco.post(path, {"text": "Closed by mistake"})
        cycle.refresh_from_db()
        target.refresh_from_db()
        dropped.refresh_from_db()
        assert (cycle.state, cycle.closed_on, target.ended_on) == ("running", None, None)
        assert dropped.ended_on == TODAY - WEEK
        shown = text_of(sendco.get(url(child, "cycle", cycle.pk)))
        assert "Reopened" in shown and "Closed by mistake" in shown
        close_cycle(cycle=cycle, closed_on=TODAY, by=teacher)
        a_cycle(child, by=teacher, starts_on=TODAY, review_on=TODAY + 9 * WEEK)
        assert "Open it again" not in text_of(sendco.get(url(child, "cycle", cycle.pk)))
        refused = sendco.post(path, {"text": "Again"})
        assert "Cycle 2 has begun since." in text_of(refused)

    def test_closing_says_what_the_family_has_not_had_or_said(self, child, teacher):
        cycle, sendco = running(child, by=teacher), client_of(member(child.school))
        path = url(child, "cycle_close", cycle.pk)
        not_given, not_said = "Nobody has written down", "Nobody has said yet"
        page = text_of(sendco.get(path))
        assert not_given in page
        assert not_said in page
        record_given(cycle=cycle, given_on=TODAY, given_how="paper", by=teacher)
        page = text_of(sendco.get(path))
        assert not_given not in page
        assert not_said in page
        agreed(cycle, "agree", by=member(child.school))
        assert "all the same" not in text_of(sendco.get(path))

    def test_a_refused_step_says_why(self, client, child):
        cycle = a_cycle(child)
        response = client.post(url(child, "cycle_send", cycle.pk), follow=True)
        assert "Write at least one target first." in text_of(response)

    def test_a_note_goes_back_to_the_writer(self, client, child):
        a_target(child)
        cycle = a_cycle(child)
        client.post(url(child, "cycle_send", cycle.pk))
        sendco = client_of(member(child.school))
        sendco.post(url(child, "cycle_back", cycle.pk), {"text": "How often?"})
        assert "How often?" in text_of(client.get(url(child, "cycle", cycle.pk)))

    def test_closed_off_words_and_targets_are_cut(self, client, child, teacher):
        a_target(child, text="Tells somebody at home.", sensitivity=2)
        cycle = a_cycle(child, by=teacher)
        say(cycle, "parents", "Not at home any more.", teacher, sensitivity=2)
        page = text_of(client.get(url(child, "cycle", cycle.pk)))
        assert "Not at home" not in page
        assert "somebody at home" not in page
        assert client.get(url(child, "cycle_write", cycle.pk, "parents")).status_code == 404
        part = CycleTarget.objects.get()
        assert client.get(url(child, "cycle_review", cycle.pk, part.pk)).status_code == 404

    def test_words_that_worry_are_handed_over_from_one_place(self, client, child, teacher):
        cycle = a_cycle(child, by=teacher)
        path = url(child, "cycle", cycle.pk)
        say(cycle, "parents", "Not to be read.", teacher, sensitivity=2)
        before, after = text_of(client.get(path)).split("Words here worry you?")
        assert "Tell the safeguarding lead" not in before
        assert after.count("Tell the safeguarding lead") == 2 and "Not to be read." not in after

    def test_an_unknown_question_is_not_found(self, client, child):
        cycle = a_cycle(child)
        assert client.get(url(child, "cycle_write", cycle.pk, "gossip")).status_code == 404

    def test_a_stale_answer_shows_both_texts(self, client, child, teacher):
        cycle = a_cycle(child, by=teacher)
        version = version_of(text_in(cycle, "hard"), TEXT_FIELDS)
        say(cycle, "hard", "What another wrote", teacher)
        path = url(child, "cycle_write", cycle.pk, "hard")
        page = text_of(client.post(path, {"text": "What I wrote", "version": version}))
        assert "What another wrote" in page
        assert "What I wrote" in page
        assert CycleText.objects.get(section="hard").text == "What another wrote"

    def test_side_by_side_shows_how_each_came_out(self, client, child):
        running(child)
        page = text_of(client.get(url(child, "child_cycles")))
        assert "Cycle 1" in page
        assert "Begin a cycle" not in page

    @pytest.mark.parametrize(
        "step, state, words",
        [
            ("met", "on_track", "Close it as met"),
            ("keep", "advised", "Carry it over"),
            ("adapt", "due_soon", "Adapt it"),
            ("drop", "closed", "Drop it"),
        ],
    )
    def test_side_by_side_tells_by_colour_and_words_what_becomes_of_each(
        self, client, child, teacher, step, state, words
    ):
        score(running(child, by=teacher), by=teacher, next_step=step)
        response = client.get(url(child, "child_cycles"))
        ((_, (part,)),) = response.context["columns"]
        assert part.step_state == state
        assert words in text_of(response)


class TestList:
    def test_shows_who_holds_what_and_only_the_askers_children(self, client, child, teacher):
        running(child, by=teacher)
        PupilFactory(school=child.school, on_register=["MLD"], last_name="Elsewhere")
        page = text_of(client.get(reverse("cycles", args=[child.school.slug])))
        assert child.last_name in page
        assert teacher.name in page
        assert "Elsewhere" not in page
        everybody = client_of(member(child.school))
        path = reverse("cycles", args=[child.school.slug])
        assert "Elsewhere" in text_of(everybody.get(path))
        only = text_of(everybody.get(path, {"stands": "none"}))
        assert "Elsewhere" in only
        assert child.last_name not in re.sub(r".*Children and their cycles", "", only)
        assert AuditEvent.objects.filter(action=Action.VIEW_CYCLES).count() == 3

    def test_a_child_of_another_school_is_not_there(self, client, child):
        other = PupilFactory(school=SchoolFactory(slug="elsewhere"))
        assert client.get(url(other, "child_cycles")).status_code == 404
        path = reverse("child_cycles", args=[child.school.slug, other.pk])
        assert client.get(path).status_code == 404

    def test_an_lsa_measures_and_does_not_write(self, child):
        lsa = client_of(member(child.school, Role.HIGHER_LEVEL_ASSISTANT))
        assert lsa.get(url(child, "target_add")).status_code in (403, 404)


class TestStatements:
    def test_the_list_asks_as_often_for_thirty_as_for_three(self, child):
        sendco = client_of(member(child.school))
        path = reverse("cycles", args=[child.school.slug])
        for _ in range(2):
            running(PupilFactory(school=child.school, on_register=True))
        few = statements(sendco, path)
        for _ in range(8):
            running(PupilFactory(school=child.school, on_register=True))
        assert statements(sendco, path) == few <= 13

    def test_a_child_asks_as_often_for_many_targets(self, client, child, teacher):
        cycle = running(child, by=teacher)
        paths = [
            url(child, "child_targets"),
            url(child, "cycle", cycle.pk),
            url(child, "child_cycles"),
        ]
        few = [statements(client, path) for path in paths]
        for number in range(6):
            target = a_target(child, text=f"Reads list {number}.")
            measure(target=target, on=TODAY, value=Decimal(number), by=UserFactory())
        assert [statements(client, path) for path in paths] == few
        # nine besides those of every request and two savepoints; places in bases are one
        assert max(few) <= 14, few  # eight besides those of every request and two savepoints


class TestFamily:
    def test_the_sheet_and_the_card_are_printed_and_written_down_in_one_press(
        self, client, child, teacher
    ):
        a_target(child, text="Tells somebody at home.", sensitivity=2)
        cycle = running(child, by=teacher)
        a_target(child, text="Asks in 5 lessons.", measure="times", out_of=None)
        for _ in range(2):
            assert "/my/work/" in client.post(url(child, "cycle_sheet", cycle.pk)).url
        html = PrintedPaper.objects.first().html
        assert "Asks in 5 lessons." in html
        assert "Guesses from the first letter." in html
        assert "somebody at home" not in html
        cycle.refresh_from_db()
        assert (cycle.given_on, cycle.given_how) == (TODAY, "paper")
        given = AuditEvent.objects.filter(detail__step="given to the parents")
        assert given.count() == 1

    def test_nobody_is_given_what_is_not_checked(self, client, child, teacher):
        cycle = a_cycle(child, by=teacher)
        page = client.post(url(child, "cycle_sheet", cycle.pk), follow=True)
        assert "has to be checked" in text_of(page)
        assert not PrintedPaper.objects.exists()
        asking = reverse("agreement", args=[child.school.slug, child.pk, "cycle", cycle.pk])
        assert client.get(asking).status_code == 404

    def test_both_pages_are_set(self, child, teacher):
        a_target(child)
        cycle = running(child, by=teacher)
        sheet = family_sheet(cycle)
        html = render_to_string(
            "provision/print/sheet.html",
            {"sheet": sheet, "name": "Zoë", "school": child.school, "today": TODAY},
        )
        pages = pypdf.PdfReader(io.BytesIO(write_pdf(html))).pages
        assert [("My targets" in page.extract_text()) for page in pages] == [False, True]

    def test_start_and_latest_are_told_apart_and_the_card_speaks_as_the_child(self, child, teacher):
        target = a_target(child, child_words="I can read eight words.")
        cycle = running(child, by=teacher)
        measure(target=target, on=TODAY - WEEK, value=Decimal(9), by=teacher)
        measure(target=target, on=TODAY, value=Decimal(10), out_of=20, by=teacher)
        (line,) = family_sheet(cycle).targets
        assert (line.start, line.latest, line.goal) == (
            "2 of 10 words",
            "10 of 20 words",
            "8 of 10 words",
        )
        assert (line.latest_on, line.own_words, line.symbol.code) == (
            TODAY,
            target.child_words,
            "book",
        )
        assert line.steps == (True,) * 3 + (False,) * 3  # 5 of 10, half of the way
        facts = {"sheet": family_sheet(cycle), "name": "Zoë", "school": child.school}
        html = render_to_string("provision/print/sheet.html", facts | {"today": TODAY})
        _, card = html.split("My targets")
        assert target.text not in card
        assert target.child_words in card
        assert '<th scope="col">At the start</th>' in html

    def test_without_a_measurement_nothing_is_said_of_now(self, child, teacher):
        a_target(child)
        (line,) = family_sheet(running(child, by=teacher)).targets
        assert (line.latest, line.now, any(line.steps)) == ("", "2 of 10 words", False)
        assert line.own_words == line.text

    def test_agreement_with_changes_stands_on_the_cycle(self, client, child, teacher):
        a_target(child, text="Tells somebody at home.", sensitivity=2)
        a_target(child)
        cycle, by = running(child, by=teacher), member(child.school)
        shown = kind_of("cycle").find(None, child, cycle.pk)
        assert "somebody at home" not in str(shown.parts)
        agreed(cycle, "changes", by=by)
        page = text_of(client.get(url(child, "cycle", cycle.pk)))
        assert "Ada Mum : agreed with changes Mon 23 Nov" in page


class TestPassport:
    def test_live_targets_stand_among_my_aims_on_the_page_and_on_paper(
        self, client, child, teacher
    ):
        running(child, by=teacher)
        a_target(child, text="Tells somebody at home.", sensitivity=2)
        a_target(child, text="Sits near the door.", is_on_passport=False)
        later = a_target(
            child, text="Reads list 9.", starts_on=TODAY + WEEK, by_on=TODAY + 9 * WEEK
        )
        published(child, by=teacher)
        page = text_of(client.get(url(child, "child_passport")))
        assert "Reads 8 of 10 words of list 2." in page
        for words in ("somebody at home", "near the door", later.text):
            assert words not in page
        (printed,) = printed_passports(child.school, [child.pk])
        aims = {part.code: part.lines for part in printed.parts}["aims"]
        assert aims == ("Reads 8 of 10 words of list 2.",)
        Target.objects.filter(text__startswith="Reads 8").update(ended_on=TODAY, ended_as="met")
        (printed,) = printed_passports(child.school, [child.pk])
        assert "aims" not in {part.code for part in printed.parts}

    def test_what_nobody_has_checked_stays_off_it(self, client, child, teacher):
        a_target(child)
        a_cycle(child, by=teacher)
        assert "Reads 8 of 10" not in text_of(client.get(url(child, "child_passport")))


def test_whoever_wrote_all_of_it_is_named_once(school, child, teacher):
    sendco = member(school)
    cycle = running(child, by=teacher)
    url = reverse("cycle", args=["oakfield", child.pk, cycle.pk])
    once = text_of(client_of(sendco).get(url))
    assert once.count(f"Written by {teacher.name}") == 1
    CycleText.objects.filter(cycle=cycle, section="hard").update(written_by=sendco)
    each = text_of(client_of(sendco).get(url))
    assert "Written by" not in each
    assert f"{sendco.name}, " in each and f"{sendco.name}, " not in once


def test_whose_review_comes_next_stands_first_and_who_has_no_cycle_last(school, child, teacher):
    mine = ClassGroupFactory(school=school)
    none = PupilFactory(school=school, class_group=mine, on_register=["SLCN"], last_name="Aaron")
    later = PupilFactory(school=school, class_group=mine, on_register=["SLCN"], last_name="Abel")
    a_cycle(later, by=teacher, review_on=TODAY + 9 * WEEK)
    a_cycle(child, by=teacher, review_on=TODAY + WEEK)
    page = client_of(member(school)).get(reverse("cycles", args=["oakfield"]))
    assert [line.pupil_id for line in page.context["lines"]] == [child.pk, later.pk, none.pk]

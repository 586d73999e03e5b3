"""Pages of bases: places free, the week, what comes next, who sees whom, the whole way."""

import pytest

from aylsham.access.roles import Role
from aylsham.changes import version_of
from aylsham.models import AuditEvent, Job
from provision.models import BasePlace, BaseReview, BaseStep, ProvisionBase
from provision.services.base_places import add_step, set_week
from pupils.models import PrintedPaper
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    member,
    teacher_of,
)
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.provision.aims import running
from tests.provision.base_makers import base_at, left, placed
from tests.provision.makers import until

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
ALL = "/oakfield/provision/bases/"


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def group(school):
    return ClassGroupFactory(school=school)


@pytest.fixture
def sendco(school):
    return member(school)


@pytest.fixture
def client(sendco):
    return client_of(sendco)


def week_of(letters="BBBBBBBBBB"):
    return {f"half_{place}": letter for place, letter in enumerate(letters)}


def sent(client, url, **said):
    """Send the form of a page as it stands, with what is said otherwise."""
    form = client.get(url).context["form"]
    fields = {name: form[name].value() for name in form.fields}
    fields = {name: value for name, value in fields.items() if value not in (None, False)}
    return client.post(url, fields | said, follow=True)


def test_from_opening_a_base_to_the_child_back_in_class(school, sendco, client, group):
    assert "No base yet" in text_of(client.get(ALL))
    said = {"name": "The Nest", "kind": "nurture", "lead": str(sendco.pk)}
    refused = sent(client, f"{ALL}add/", **said)
    assert "Say how many places it has" in text_of(refused)
    made = text_of(sent(client, f"{ALL}add/", places=1, **said))
    assert "0 of 1 places taken" in made and "Nobody is in it today" in made
    base = ProvisionBase.objects.get()
    assert "Nurture group" in text_of(client.get(ALL))

    child = PupilFactory(school=school, class_group=group, last_name="Able")
    url = f"{ALL}{base.pk}/"
    said = {
        "pupil": str(child.pk),
        "planned_end_on": str(until(60)),
        "review_on": str(TODAY),
        "reason": "Two words at a time",
        **week_of("BBBBBBBCCC"),
    }
    page = text_of(sent(client, f"{url}enter/", **said))
    assert "7 of 10 half-days in the base, 3 in class" in page and "Two words at a time" in page
    place = BasePlace.objects.get()
    assert place.week == "BBBBBBBCCC"
    full = text_of(client.get(url))
    assert "1 of 1 places taken" in full and "Full" in full and "First" in full

    mine = f"/oakfield/children/{child.pk}/bases/{place.pk}/"
    review = {"outcome": "step", "who": "Mother", "next_on": str(until(30)), "words": "Calmer"}
    assert "Plan a step down" in text_of(sent(client, f"{mine}review/", **review))
    assert BaseReview.objects.get().words == "Calmer"
    sent(client, f"{mine}steps/add/", on=str(until(7)), what="Mathematics in class")
    step = BaseStep.objects.get()
    page = text_of(client.get(mine))
    assert "Step down: Mathematics in class" in page and "Calmer" in page
    sent(client, f"{mine}steps/{step.pk}/", done_on=str(TODAY), how="Stayed all morning")
    sent(client, f"{mine}week/", **week_of("BBBBBCCCCC"))
    page = text_of(client.get(mine))
    assert "Stayed all morning" in page and "5 of 10 half-days" in page
    page = text_of(client.get(f"/oakfield/children/{child.pk}/provision/"))
    assert "The Nest" in page and "5 of 10 half-days" in page

    sent(client, f"{mine}leave/", ended_on=str(TODAY), end_reason="class", went_to="Oak")
    place.refresh_from_db()
    assert place.ended_on == TODAY
    assert "Correct the end" in text_of(client.get(mine))
    steps = AuditEvent.objects.filter(action="change_provision").values_list("detail", flat=True)
    assert [each["step"] for each in steps.order_by("id")] == [
        "base added",
        "entered a base",
        "place in a base reviewed",
        "step down planned",
        "step down done",
        "week in a base changed",
        "left a base",
    ]


def test_a_full_base_says_what_can_be_done(school, client, group):
    base = base_at(school, places=1)
    placed(base, PupilFactory(school=school))
    child = PupilFactory(school=school, class_group=group)
    url = f"{ALL}{base.pk}/enter/"
    said = {"pupil": str(child.pk), "starts_on": str(TODAY), "planned_end_on": str(until(9))}
    said |= {"reason": "Panel", **week_of()}
    assert "The one place is taken" in text_of(sent(client, url, **said))
    page = sent(client, url, **said, over_reason="The panel asked")
    assert "Over number The panel asked" in text_of(page)
    page = text_of(client.get(f"{ALL}{base.pk}/"))
    assert "1 more than places" in page and "over number: The panel asked" in page
    assert "1 over number" in text_of(client.get(ALL))
    assert BasePlace.objects.count() == 2


def test_who_left_and_where_to(school, client):
    base = base_at(school)
    place = placed(base, PupilFactory(school=school, last_name="Able"), starts_on=until(-90))
    left(place, until(-3), went_to="Year 5, Elm")
    coming = placed(base, PupilFactory(school=school, last_name="Baker"), starts_on=until(14))
    page = client.get(f"{ALL}{base.pk}/")
    words = text_of(page)
    assert "Year 5, Elm" in words and "Back in class full time" in words
    assert [line.id for line in page.context["page"].later] == [coming.pk]
    assert page.context["page"].here == ()


def test_numbers_of_each_half_day_are_set_against_places(school, client):
    base = base_at(school, places=1)
    placed(base, PupilFactory(school=school), week="BBBBBCCCCC")
    placed(base, PupilFactory(school=school), week="CCCCBBBBBB", over_reason="Half of the week")
    page = client.get(f"{ALL}{base.pk}/").context["page"]
    assert page.numbers == (1, 1, 1, 1, 2, 1, 1, 1, 1, 1)
    assert [is_over for *_, is_over in page.half_days].count(True) == 1


def test_late_soon_and_later_are_told_apart_to_the_day(school, client):
    base = base_at(school)
    place = placed(base, PupilFactory(school=school), starts_on=until(-60), review_on=until(-1))
    for days in (0, 28, 29):
        facts = {"on": until(days), "what": str(days), "done_on": None, "how": ""}
        add_step(place=place, by=None, **facts)
    coming = client.get(f"{ALL}{base.pk}/").context["page"].coming
    assert [each.state for each in coming] == [
        "overdue",
        "due_soon",
        "due_soon",
        "on_track",
        "on_track",
    ]


def test_a_teacher_sees_their_own_children_and_numbers_of_the_others(school, group):
    base = base_at(school)
    gone = PupilFactory(school=school, last_name="Gone")
    left(placed(base, gone, starts_on=until(-50)), until(-20))
    own = PupilFactory(school=school, class_group=group, last_name="Own")
    placed(base, own)
    other = placed(base, PupilFactory(school=school, last_name="Hidden"))
    teacher = client_of(teacher_of(group))
    page = teacher.get(f"{ALL}{base.pk}/")
    words = text_of(page)
    assert "Own" in words and "Hidden" not in words and "Gone" not in words
    assert "1 other whom you do not see" in words and "2 of 2 places taken" in words
    assert page.context["page"].numbers[0] == 2
    assert "Give a place" not in words
    hidden = f"/oakfield/children/{other.pupil_id}/bases/{other.pk}/"
    assert teacher.get(hidden).status_code == 404
    assert teacher.get(f"{ALL}{base.pk}/enter/").status_code == 403
    teacher.post(f"{ALL}{base.pk}/print/")
    assert "Hidden" not in PrintedPaper.objects.get().html


def test_a_place_is_not_found_under_another_child(school, client):
    base = base_at(school)
    place = placed(base, PupilFactory(school=school))
    other = PupilFactory(school=school)
    step = add_step(place=place, by=None, on=TODAY, what="Words", done_on=None, how="")
    for end in ("", "change/", "week/", "review/", "leave/", f"steps/{step.pk}/"):
        url = f"/oakfield/children/{other.pk}/bases/{place.pk}/{end}"
        assert client.get(url).status_code == 404, end


def test_a_stale_save_shows_both(school, client, sendco):
    base = base_at(school)
    place = placed(base, PupilFactory(school=school))
    url = f"/oakfield/children/{place.pupil_id}/bases/{place.pk}/week/"
    form = client.get(url).context["form"]
    set_week(place=place, week="C" * 10, version=version_of(place, ["week"]), by=sendco)
    said = {"version": form.initial["version"], **week_of()}
    assert "Somebody else changed this" in text_of(client.post(url, said))
    place.refresh_from_db()
    assert place.week == "C" * 10


def test_another_school_is_chosen_or_named_and_kept_as_words(school, client):
    sister = SchoolFactory(federation=school.federation, name="Hill School", urn="765432")
    base = base_at(school)
    place = placed(base, PupilFactory(school=school))
    url = f"/oakfield/children/{place.pupil_id}/bases/{place.pk}/change/"
    asked = sent(client, url, registration="S")
    assert "Choose the other school" in text_of(asked)
    assert "there is another school" in text_of(sent(client, url, home=sister.slug))
    page = sent(client, url, registration="S", home=sister.slug)
    assert "Hill School" in text_of(page) and "URN 765432" in text_of(page)
    assert client.get(url).context["form"]["home"].value() == sister.slug
    assert "six digits" in text_of(sent(client, url, home="*", home_name="Far", home_urn="1"))
    sent(client, url, home="*", home_name="Far School", home_urn="111222")
    place.refresh_from_db()
    assert (place.home_name, place.home_urn) == ("Far School", "111222")


def test_the_week_is_printed_on_a4(school, client):
    base = base_at(school)
    placed(base, PupilFactory(school=school, last_name="Able"))
    client.post(f"{ALL}{base.pk}/print/")
    paper = PrintedPaper.objects.get()
    assert paper.kind == "base" and "Able" in paper.html and Job.objects.count() == 1
    empty = base_at(school, name="Nest")
    page = client.post(f"{ALL}{empty.pk}/print/", follow=True)
    assert "Nobody whose record you open" in text_of(page) and PrintedPaper.objects.count() == 1


def test_the_review_of_a_cycle_shows_the_place(school, client, sendco):
    child = PupilFactory(school=school, on_register=["SEMH"])
    cycle = running(child, by=sendco)
    placed(base_at(school), child, review_on=until(9))
    words = text_of(client.get(f"/oakfield/children/{child.pk}/cycles/{cycle.pk}/"))
    assert "In a base" in words and "Rainbow room" in words


def test_the_cost_of_a_page_does_not_grow(school, client):
    base = base_at(school, places=30)
    place = placed(base, PupilFactory(school=school))
    url = f"{ALL}{base.pk}/"
    client.get(url)
    few = len(statements(client, url)), len(statements(client, ALL))
    for number in range(12):
        each = placed(base, PupilFactory(school=school))
        add_step(place=each, by=None, on=until(number), what="Words", done_on=None, how="")
        base_at(school, name=f"Base {number}")
    assert (len(statements(client, url)), len(statements(client, ALL))) == few
    assert few[0] <= OF_EVERY_REQUEST + 8
    assert place.pk


def test_a_class_teacher_without_a_child_in_it_sees_how_full_it_is(school, group):
    placed(base_at(school), PupilFactory(school=school))
    page = text_of(client_of(teacher_of(group)).get(ALL))
    assert "1 of 2 taken" in page
    assert client_of(member(school, Role.OFFICE)).get(ALL).status_code == 403

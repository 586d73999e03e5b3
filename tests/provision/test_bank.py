"""The bank of targets: ours are well written, a school's own words, picking one for a child."""

import pytest

from aylsham.access.roles import Role
from aylsham.models import AuditEvent
from provision.models import FederationBankTarget, SchoolBankTarget, Target
from provision.rules.bank import shipped_targets
from provision.rules.targets import problem_of_numbers
from provision.rules.writing import TARGET, check_writing
from provision.selectors.bank import BankLine
from provision.services.bank import add_bank_target
from pupils.codes import AreaOfNeed
from pupils.services.needs import add_need
from tests.factories import FederationFactory, PupilFactory, SchoolFactory, UserFactory, member
from tests.pages import client_of, text_of

FACTS = {
    "text": "Names 6 of 10 tools of the workshop.",
    "area": "CI",
    "from_year": "3",
    "to_year": "6",
    "measure": "trials",
    "unit": "tools",
    "out_of": 10,
    "baseline": 2,
    "goal": 6,
}
FIRST = shipped_targets()[0]


@pytest.mark.parametrize("target", shipped_targets(), ids=lambda target: target.code)
def test_each_of_ours_passes_the_writing_checks(target):
    assert check_writing(target.text, TARGET) == []
    assert problem_of_numbers(target.measure, target.baseline, target.goal, target.out_of) is None
    SchoolBankTarget(
        **{f: getattr(target, f) for f in FACTS},
    ).clean_fields(exclude=["school", "id"])


def test_ours_serve_every_area_and_every_year():
    assert len(shipped_targets()) >= 40
    for year in ("N1", "R", "1", "2", "3", "4", "5", "6"):
        suited = {t.area for t in shipped_targets() if BankLine(t.code, t, "ours").suits(year)}
        assert {AreaOfNeed.COMMUNICATION, AreaOfNeed.SEMH, AreaOfNeed.SENSORY} <= suited, year


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def sendco(school):
    return member(school)


def url(*parts) -> str:
    return "/".join(["/oakfield/cycles/bank", *map(str, parts), ""])


@pytest.mark.django_db
@pytest.mark.usefixtures("today")
class TestPages:
    def test_a_school_adds_rewords_and_retires_its_own(self, school, sendco):
        client = client_of(sendco)
        page = client.get(url("add"))
        said = FACTS | {"key": page.context["form"].initial["key"]}
        for _ in range(2):  # pressed twice
            client.post(url("add"), said)
        row = SchoolBankTarget.objects.get()
        assert "2 to 6 of 10 tools" in text_of(client.get(url()))
        form = client.get(url(row.pk, "change")).context["form"]
        base = FACTS | {"version": form.initial["version"]}
        client.post(url(row.pk, "change"), base | {"goal": 7})
        late = client.post(url(row.pk, "change"), base | {"goal": 9})
        assert "Somebody else changed this" in text_of(late)
        client.post(url(row.pk, "retire"))
        row.refresh_from_db()
        assert (row.goal, row.is_retired) == (7, True)
        steps = AuditEvent.objects.filter(action="change_target_bank").values_list(
            "detail__step", flat=True
        )
        assert sorted(steps) == ["added", "changed", "retired"]

    def test_own_words_stand_for_one_of_ours_here_alone(self, school, sendco):
        sister = SchoolFactory(federation=school.federation, slug="elmfield")
        client = client_of(sendco)
        form = client.get(url(FIRST.code, "change")).context["form"]
        assert "is_shared" not in form.fields
        said = {k: v for k, v in form.initial.items() if v is not None}
        client.post(url(FIRST.code, "change"), said | {"text": "Looks up at 4 of 5 calls."})
        assert SchoolBankTarget.objects.get().stands_for == FIRST.code
        here = text_of(client.get(url()))
        assert "Looks up at 4 of 5 calls." in here and FIRST.text not in here
        there = text_of(client_of(member(sister)).get("/elmfield/cycles/bank/"))
        assert FIRST.text in there and "Looks up" not in there
        second = shipped_targets()[1]
        client.post(url(second.code, "retire"))
        assert SchoolBankTarget.objects.get(stands_for=second.code).is_retired
        client.post(url(second.code, "retire"))
        assert not SchoolBankTarget.objects.get(stands_for=second.code).is_retired

    def test_who_keeps_the_only_school_words_it_for_the_federation(self, school, sendco):
        client = client_of(sendco)
        form = client.get(url("add")).context["form"]
        client.post(url("add"), FACTS | {"key": form.initial["key"], "is_shared": "on"})
        row = FederationBankTarget.objects.get()
        assert "Federation" in text_of(client.get(url()))
        client.post(url(row.pk, "retire"))
        row.refresh_from_db()
        assert row.is_retired and not SchoolBankTarget.objects.exists()
        SchoolFactory(federation=school.federation)
        client.post(url(row.pk, "retire"))  # two schools now: only laid over at this one
        row.refresh_from_db()
        assert row.is_retired and not SchoolBankTarget.objects.get().is_retired

    def test_a_teacher_takes_one_for_a_child_the_childs_need_first(self, school, sendco):
        pupil = PupilFactory(school=school, year_group="4")
        add_need(pupil=pupil, need_type="SEMH", by=sendco)
        client = client_of(sendco)
        pick = client.get(f"/oakfield/children/{pupil.pk}/targets/bank/")
        assert pick.context["areas"][0].name == AreaOfNeed.SEMH.label
        assert FIRST.text not in text_of(pick)  # for younger children
        every = client.get(f"/oakfield/children/{pupil.pk}/targets/bank/?all")
        assert FIRST.text in text_of(every)
        add = f"/oakfield/children/{pupil.pk}/targets/add/"
        assert "Take one from the bank" in text_of(client.get(add))
        form = client.get(f"{add}?from={FIRST.code}").context["form"]
        filled = {k: v for k, v in form.initial.items() if v not in (None, "")}
        client.post(add, filled | {"by_on": "18 Dec 2026", "goal": "3"})
        target = Target.objects.get()
        assert (target.text, target.goal, target.out_of) == (FIRST.text, 3, 5)
        blank = client.get(f"{add}?from=t99").context["form"]
        assert "text" not in blank.initial

    @pytest.mark.parametrize(
        ("said", "error"),
        [
            ({"goal": 12}, "only 10 tries"),
            ({"to_year": "1"}, "before"),
            ({"baseline": ""}, "Give a number"),
        ],
        ids=["tries", "years", "number"],
    )
    def test_what_cannot_be(self, sendco, said, error):
        assert error in text_of(client_of(sendco).post(url("add"), FACTS | said))
        assert not SchoolBankTarget.objects.exists()

    def test_who_may_not(self, school, sendco):
        other = SchoolFactory(federation=FederationFactory())
        foreign = add_bank_target(school=other, by=UserFactory(), **FACTS)
        client = client_of(sendco)
        assert client.get(url(foreign.pk, "change")).status_code == 404
        teacher = client_of(member(school, Role.CLASS_TEACHER))
        assert FIRST.text in text_of(teacher.get(url()))
        assert teacher.get(url("add")).status_code == 403
        assert client_of(member(school, Role.GOVERNOR)).get(url()).status_code == 403

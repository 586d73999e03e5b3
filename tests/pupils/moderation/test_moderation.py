"""A round from the draw to the end, and the walls between the schools that rate for one another."""

import datetime as dt

import pytest

from aylsham.access.roles import Role
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed, version_of
from aylsham.deadlines.services import rebuilt_once
from aylsham.models import AuditEvent, Deadline
from aylsham.tenancy.row_security import school_transaction, set_schools
from pupils.models import BlindLook, ModeratedNeed, ModerationRound, Need, Pupil
from pupils.services.moderation.describing import (
    approve_description,
    leave_out,
    take_description_back,
)
from pupils.services.moderation.drawing import draw_round
from pupils.services.moderation.rating import rate_blind
from pupils.services.moderation.settling import settle
from pupils.services.needs import LEVEL_FIELDS, change_need, rate_need
from pupils.services.strategies import add_strategy
from tests.factories import (
    TODAY,
    FederationFactory,
    MembershipFactory,
    PupilFactory,
    SchoolFactory,
    UserFactory,
    behind_the_wall,
    member,
)
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
WEEK = dt.timedelta(days=7)
DAYS = {"approve_by": TODAY + WEEK, "rate_by": TODAY + 3 * WEEK, "settle_by": TODAY + 5 * WEEK}
LIVE = dt.date(2026, 9, 1)


@pytest.fixture
def schools():
    federation = FederationFactory()
    names = ("oakfield", "elmfield", "ashfield")
    return [
        SchoolFactory(
            slug=slug, name=f"{slug.title()} School", federation=federation, live_from=LIVE
        )
        for slug in names
    ]


@pytest.fixture
def sendcos(schools):
    return [member(school) for school in schools]


def rated_child(school, level=2, need_type="SLCN", **more):
    with rebuilt_once():
        child = PupilFactory(school=school, on_register=[need_type], **more)
        need = child.needs.get()
        version = version_of(need, LEVEL_FIELDS)
        rate_need(need=need, level=level, on=TODAY, version=version, by=UserFactory())
    return child


def drawn(schools, number=1, seed=7):
    return draw_round(
        federation=schools[0].federation,
        schools=schools,
        per_school=number,
        today=TODAY,
        by=None,
        seed=seed,
        **DAYS,
    )


def approved(row, by, **words):
    words = {"seen": "Loses the thread", "impact": "", "helps": "Pictures"} | words
    return approve_description(moderated=row, today=TODAY, by=by, **words)


def rate(look, level, by, why=""):
    return rate_blind(look=look, level=level, why=why, today=TODAY, by=by)


class TestDraw:
    def test_recorded_and_drawn_again_by_its_seed(self, schools):
        for school in schools[:2]:
            for need_type in ("SLCN", "SLCN", "SEMH", "MLD"):
                rated_child(school, need_type=need_type)
        PupilFactory(school=schools[2], on_register=True)  # no level
        first = drawn(schools, 3)
        rows = list(
            ModeratedNeed.objects.order_by("school", "place").values_list("need", "own_level")
        )
        areas = ModeratedNeed.objects.filter(school=schools[0]).values_list("area", flat=True)
        assert len(rows) == 6
        assert set(areas) == {"CI", "SEMH", "CL"}
        ModeratedNeed.objects.all().delete()
        drawn(schools, 3, seed=first.seed)
        again = ModeratedNeed.objects.order_by("school", "place").values_list("need", "own_level")
        assert list(again) == rows
        # Whoever is in an open round is not drawn again.
        drawn(schools, 9)
        assert ModeratedNeed.objects.count() == 8

    def test_refused_without_a_trace(self, schools):
        with pytest.raises(TransitionNotAllowed, match="No need with a level"):
            drawn(schools)
        rated_child(schools[0])
        facts = {"federation": schools[0].federation, "schools": schools, "per_school": 1}
        wrong = DAYS | {"rate_by": TODAY}
        with pytest.raises(TransitionNotAllowed, match="follow one another"):
            draw_round(today=TODAY, by=None, **facts, **wrong)
        assert not ModerationRound.objects.exists()
        assert not AuditEvent.objects.filter(action=Action.MODERATE_LEVELS).exists()


class TestRound:
    def test_from_the_draw_to_the_end(self, schools, sendcos):
        child = rated_child(schools[0], level=3)
        drawn(schools[:1])
        row = approved(ModeratedNeed.objects.get(), sendcos[0])
        look = BlindLook.objects.get()
        rater = sendcos[schools.index(look.school)]
        rate(look, 2, rater, why="An adult is seldom needed.")
        row.refresh_from_db()
        assert (row.state, row.blind_level, row.own_level) == ("rated", 2, 3)
        look.refresh_from_db()
        assert (look.level, look.seen, look.helps) == (2, "", "")  # the words are gone
        settle(moderated=row, level=2, why="We agree.", today=TODAY, by=sendcos[0])
        assert child.needs.get().level == 2
        with pytest.raises(TransitionNotAllowed, match="Look again"):
            settle(moderated=row, level=3, why="No.", today=TODAY, by=sendcos[0])
        named = AuditEvent.objects.filter(action=Action.MODERATE_LEVELS, school=schools[0])
        assert rater.pk not in named.values_list("actor_id", flat=True)

    def test_two_levels_apart_are_looked_at_by_a_third_school(self, schools, sendcos):
        rated_child(schools[0], level=4)
        drawn(schools[:1])
        row = approved(ModeratedNeed.objects.get(), sendcos[0])
        first = BlindLook.objects.get()
        rate(first, 2, sendcos[schools.index(first.school)])
        second = BlindLook.objects.get(is_second=True)
        assert second.school not in (schools[0], first.school)
        assert second.seen == "Loses the thread"
        rate(second, 3, sendcos[schools.index(second.school)])
        row.refresh_from_db()
        assert (row.state, row.blind_level, row.second_level) == ("rated", 2, 3)

    def test_in_two_schools_a_further_person_looks_a_second_time(self, schools, sendcos):
        two = schools[:2]
        sendcos[2].memberships.all().delete()
        rated_child(two[0], level=4)
        drawn(two[:1])
        row = approved(ModeratedNeed.objects.get(), sendcos[0])
        rate(BlindLook.objects.get(), 1, sendcos[1])
        row.refresh_from_db()
        assert row.state == "rated"  # nobody else is there
        other = member(two[1], Role.HEAD)
        rated_child(two[0], level=4)
        drawn(two[:1], seed=8)
        approved(ModeratedNeed.objects.get(state="drawn"), sendcos[0])
        rate(BlindLook.objects.get(level=None), 1, sendcos[1])
        second = BlindLook.objects.get(is_second=True)
        with pytest.raises(TransitionNotAllowed, match="somebody else rates it"):
            rate(second, 3, sendcos[1])
        rate(second, 3, other)

    def test_whoever_works_at_both_schools_does_not_rate(self, schools, sendcos):
        both = sendcos[1]
        MembershipFactory(user=both, school=schools[0], role=Role.CLASS_TEACHER)
        sendcos[2].memberships.all().delete()
        rated_child(schools[0])
        drawn(schools[:1])
        with pytest.raises(TransitionNotAllowed, match="Nobody can rate it blind"):
            approved(ModeratedNeed.objects.get(), sendcos[0])
        other = member(schools[1], Role.PHASE_LEADER)
        approved(ModeratedNeed.objects.get(), sendcos[0])
        look = BlindLook.objects.get()
        assert look.not_for == [both.pk]
        with pytest.raises(TransitionNotAllowed, match="somebody else rates it"):
            rate(look, 2, both)
        # Nor who comes to the child's school afterwards.
        MembershipFactory(user=other, school=schools[0], role=Role.COVER)
        with pytest.raises(TransitionNotAllowed, match="somebody else rates it"):
            rate(look, 2, other)

    def test_taken_back_and_left_out(self, schools, sendcos):
        rated_child(schools[0])
        drawn(schools[:1])
        row = approved(ModeratedNeed.objects.get(), sendcos[0])
        look = BlindLook.objects.get()
        take_description_back(moderated=row, by=sendcos[0])
        assert not BlindLook.objects.exists()
        with pytest.raises(TransitionNotAllowed, match="taken it back"):
            rate(look, 2, sendcos[1])
        row.refresh_from_db()
        leave_out(moderated=row, why="Anybody would know the child.", by=sendcos[0])
        with pytest.raises(TransitionNotAllowed, match="Left out"):
            approved(row, sendcos[0])

    def test_rated_words_cannot_be_taken_back(self, schools, sendcos):
        rated_child(schools[0])
        drawn(schools[:1])
        row = approved(ModeratedNeed.objects.get(), sendcos[0])
        look = BlindLook.objects.get()
        rate(look, 2, sendcos[schools.index(look.school)])
        with pytest.raises(TransitionNotAllowed, match="Look again"):
            take_description_back(moderated=row, by=sendcos[0])
        with pytest.raises(TransitionNotAllowed, match="already"):
            rate(look, 3, sendcos[schools.index(look.school)])

    def test_what_is_due_moves_with_the_round(self, schools, sendcos):
        rated_child(schools[0])
        drawn(schools[:1])

        def due():
            rows = Deadline.objects.filter(provider="moderation").order_by("due_on")
            return [(row.school, row.title.split()[0], row.due_on, row.pupil_id) for row in rows]

        assert due() == [(schools[0], "Approve", DAYS["approve_by"], None)]
        row = approved(ModeratedNeed.objects.get(), sendcos[0])
        look = BlindLook.objects.get()
        assert due() == [(look.school, "Rate", DAYS["rate_by"], None)]
        take_description_back(moderated=row, by=sendcos[0])
        assert [line[1] for line in due()] == ["Approve"]
        row = approved(row, sendcos[0])
        look = BlindLook.objects.get()
        rate(look, 2, sendcos[schools.index(look.school)])
        assert due() == [(schools[0], "Settle", DAYS["settle_by"], None)]
        row.refresh_from_db()
        settle(moderated=row, level=2, why="Alike.", today=TODAY, by=sendcos[0])
        assert due() == []


class TestWalls:
    @pytest.fixture
    def sent(self, schools, sendcos):
        child = rated_child(schools[0], first_name="Zoradine", last_name="Quillfeather")
        drawn(schools[:1])
        approved(ModeratedNeed.objects.get(), sendcos[0])
        return child, BlindLook.objects.get()

    def test_the_other_school_has_the_words_and_no_way_back(self, schools, sendcos, sent):
        child, look = sent
        values = {str(value) for value in BlindLook.objects.values().get().values()}
        row = ModeratedNeed.objects.get()
        for secret in (schools[0].pk, child.pk, row.pk, row.need_id, row.approved_by_id):
            assert not any(str(secret) in value for value in values)
        with school_transaction(look.school):
            assert not ModeratedNeed.objects.exists()
            assert not Need.objects.exists()
            assert not Pupil.objects.exists()
            joined = BlindLook.objects.filter(round__needs__isnull=False)
            assert not joined.exists()
            assert not look.round.needs.exists()
        with school_transaction(schools[0]):
            assert not BlindLook.objects.exists()

    def test_row_security_alone_holds(self, schools, sent):
        _, look = sent
        stranger = next(s for s in schools if s not in (schools[0], look.school))
        for school in (stranger, schools[0]):
            with school_transaction(school):
                assert BlindLook.objects.filter(pk=look.pk).update(seen="x") == 0
        with school_transaction(look.school):
            assert ModeratedNeed.objects.update(blind_level=1, blind_on=TODAY) == 0
        set_schools([])
        assert not ModerationRound.objects.exists()
        set_schools([s.pk for s in schools])

    def test_the_door_shuts_again_after_each_step(self, schools, sendcos, sent):
        from aylsham.tenancy.row_security import current_schools

        _, look = sent
        with school_transaction(look.school):
            rate(look, 2, sendcos[schools.index(look.school)])
            assert current_schools() == str(look.school_id)
            with pytest.raises(TransitionNotAllowed):
                rate(look, 2, sendcos[schools.index(look.school)])
            assert current_schools() == str(look.school_id)

    def test_pages_of_the_rater_show_neither_child_nor_school_nor_first_rating(
        self, schools, sendcos, sent
    ):
        child, look = sent
        client = client_of(sendcos[schools.index(look.school)])
        slug = look.school.slug
        row = ModeratedNeed.objects.get()
        page = client.get(f"/{slug}/moderation/rate/{look.pk}/")
        behind_the_wall(*schools)
        text = page.content.decode()
        assert "Loses the thread" in text
        for secret in ("Quillfeather", "Zoradine", "Oakfield", str(child.pk), str(row.pk)):
            assert secret not in text
        assert "checked" not in text
        listed = client.get(f"/{slug}/moderation/").content.decode()
        assert "Quillfeather" not in listed
        # With the ids of the other school in an address: as if it were not there.
        one = f"children/{child.pk}/moderation/{row.pk}/"
        for path in (f"/{slug}/{one}", f"/{slug}/{one}approve/", f"/oakfield/{one}"):
            assert client.get(path).status_code == 404
        assert client.post(f"/{slug}/{one}take-back/").status_code == 404
        others = [s.slug for s in schools if s != look.school]
        for other in others:
            mine = client_of(sendcos[[s.slug for s in schools].index(other)])
            assert mine.get(f"/{other}/moderation/rate/{look.pk}/").status_code == 404
        sent = {"level": "2", "why": "Pictures are enough."}
        assert client.post(f"/{slug}/moderation/rate/{look.pk}/", sent).status_code == 302
        assert client.get(f"/{slug}/moderation/rate/{look.pk}/").status_code == 404


class TestOwnPages:
    def test_offered_without_names_and_approved_by_a_person(self, schools, sendcos):
        child = rated_child(schools[0], first_name="Zoë", last_name="Burton")
        need = child.needs.get()
        change_need(
            need=need,
            need_type="SLCN",
            in_words="Zoë waits for others at Oakfield School. Moved from Norwich in 2024.",
            impact="",
            known_from="",
            since_on=None,
            version=version_of(need, ("need_type", "in_words", "impact", "known_from", "since_on")),
            by=sendcos[0],
        )
        add_strategy(pupil=child, text="Zoe has pictures", need=need, since_on=TODAY, by=None)
        add_strategy(
            pupil=child, text="Secret thing", need=need, since_on=TODAY, sensitivity=2, by=None
        )
        drawn(schools[:1])
        row = ModeratedNeed.objects.get()
        client = client_of(sendcos[0])
        address = f"/oakfield/children/{child.pk}/moderation/{row.pk}/"
        page = text_of(client.get(f"{address}approve/"))
        assert "The child waits for others at the school." in page
        assert "The child has pictures" in page
        assert "Secret thing" not in page
        assert "Norwich 2024" in page.split("Look at these")[1]
        words = {"seen": "burton waits", "impact": "", "helps": ""}
        assert "I have read" in text_of(client.post(f"{address}approve/", words))
        refused = text_of(client.post(f"{address}approve/", words | {"is_read": "on"}))
        assert "These names still stand in it: burton." in refused
        behind_the_wall(*schools)
        assert not BlindLook.objects.exists()
        good = words | {"seen": "Waits for others", "is_read": "on"}
        assert client.post(f"{address}approve/", good).status_code == 302
        behind_the_wall(*schools)
        assert BlindLook.objects.get().seen == "Waits for others"
        assert "Take the words back" in text_of(client.get(address))
        assert client.post(f"{address}take-back/").status_code == 302
        assert client.post(f"{address}leave-out/", {"why": "Known to all"}).status_code == 302
        assert "Known to all" in text_of(client.get(address))

    def test_settled_on_the_page(self, schools, sendcos):
        child = rated_child(schools[0], level=3)
        drawn(schools[:1])
        row = approved(ModeratedNeed.objects.get(), sendcos[0])
        look = BlindLook.objects.get()
        rate(look, 2, sendcos[schools.index(look.school)], why="Pictures are enough")
        client = client_of(sendcos[0])
        address = f"/oakfield/children/{child.pk}/moderation/{row.pk}/"
        assert "Pictures are enough" in text_of(client.get(address))
        assert "Why do you keep it" in text_of(client.post(address, {"level": "3"}))
        assert (
            client.post(address, {"level": "3", "why": "More in the afternoon"}).status_code == 302
        )
        assert child.needs.get().level == 3
        head = client_of(member(schools[0], Role.HEAD))
        assert head.get(address).status_code == 403
        assert child.last_name not in text_of(head.get("/oakfield/moderation/"))

    def test_as_many_statements_for_thirty(self, schools, sendcos):
        found = []
        client = client_of(sendcos[0])
        for number, seed in ((3, 1), (27, 2)):
            with rebuilt_once():
                for _ in range(number):
                    rated_child(schools[0])
            drawn(schools[:1], 30, seed=seed)
            pages = ("/oakfield/moderation/", "/federation/moderation/")
            found.append([len(statements(client, page)) for page in pages])
            behind_the_wall(*schools)
        assert found[0] == found[1]
        assert max(found[0]) <= OF_EVERY_REQUEST + 8
        row = ModeratedNeed.objects.filter(state="drawn").select_related("pupil").first()
        one = f"/oakfield/children/{row.pupil_id}/moderation/{row.pk}/"
        for page in (one, f"{one}approve/"):
            assert len(statements(client, page)) <= OF_EVERY_REQUEST + 8


class TestLeaders:
    def test_figures_without_children_and_none_of_too_few(self, schools, sendcos):
        lead = MembershipFactory(
            school=None, federation=schools[0].federation, role=Role.FEDERATION_SEND_LEAD
        ).user
        client = client_of(lead)
        assert "No sample has been drawn" in text_of(client.get("/federation/moderation/"))
        with rebuilt_once():
            for number in range(10):
                rated_child(schools[0], level=2 + number % 2, last_name=f"Quill{number}")
        days = {"approve_by": "7 Dec 2026", "rate_by": "14 Dec 2026", "settle_by": "18 Dec 2026"}
        sent = {"per_school": "10", "area": ""} | days
        assert client.get("/federation/moderation/draw/").status_code == 200
        assert client.post("/federation/moderation/draw/", sent).status_code == 302
        for place, row in enumerate(ModeratedNeed.objects.all()):
            if place == 9:
                page = text_of(client.get("/federation/moderation/"))
                assert "Too few to say" in page
                assert "%" not in page
            approved(row, sendcos[0])
            look = BlindLook.objects.get(level=None)
            rate(look, 2, sendcos[schools.index(look.school)])
        page = text_of(client.get("/federation/moderation/"))
        assert "All 10 50 % 100 % 0.00 5 higher, 0 lower" in page
        assert "own ratings are more often higher" in page
        assert "Quill" not in page
        governor = client_of(
            MembershipFactory(
                school=None, federation=schools[0].federation, role=Role.GOVERNOR
            ).user
        )
        shown = text_of(governor.get("/federation/moderation/"))
        assert "50 %" in shown
        assert "Draw a sample" not in shown
        assert governor.get("/federation/moderation/draw/").status_code == 403
        assert client_of(sendcos[1]).get("/federation/moderation/draw/").status_code == 403

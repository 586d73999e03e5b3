"""A refused request leaves exactly one event, at the right school, and nothing else."""

import datetime as dt
import uuid

import pytest
from django.http import Http404, HttpResponse
from django.test import Client
from django.urls import path

from aylsham.access.decorators import federation_view, require, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.models import AuditEvent, Federation, Membership, School, User
from aylsham.tenancy.row_security import school_transaction


@school_view(Permission.VIEW_PUPILS)
def _child(request, pupil):
    record_event(Action.VIEW_PUPIL, school=request.school, by=request.access, pupil_ids=[pupil])
    if "lost" in request.GET:
        raise Http404
    if "late" in request.GET:
        require(request, Permission.VIEW_AUDIT)
    return HttpResponse("here")


@school_view(Permission.VIEW_AUDIT)
def _log(request):
    return HttpResponse("here")


@federation_view(Permission.VIEW_AUDIT)
def _all_logs(request):
    return HttpResponse("here")


urlpatterns = [
    path("federation/log/", _all_logs, name="federation_log"),
    path("<slug:school>/children/<uuid:pupil>/", _child, name="child"),
    path("<slug:school>/log/", _log, name="log"),
]
pytestmark = [pytest.mark.urls(__name__), pytest.mark.django_db(transaction=True)]


def _school(federation, number):
    return School.objects.create(
        federation=federation,
        name=f"Fen {number}",
        slug=f"fen-{number}",
        phase="primary",
        la_code="926",
        establishment_number=f"700{number}",
        urn=f"70000{number}",
        year_groups=["R", "1"],
    )


@pytest.fixture
def schools(today):
    federation = Federation.objects.create(name="Fen Trust", slug="fen")
    return [_school(federation, 1), _school(federation, 2)]


@pytest.fixture
def teacher(schools):
    ann = User.objects.create_user("ann@fen.example", name="Ann Fenn")
    Membership.objects.create(
        user=ann,
        federation=schools[0].federation,
        school=schools[0],
        role="class_teacher",
        starts_on=dt.date(2026, 9, 1),
    )
    return ann


@pytest.fixture
def client(teacher):
    client = Client()
    client.force_login(teacher)
    return client


def _events(*schools):
    with school_transaction(*schools):
        return list(AuditEvent.objects.order_by("id"))


def test_what_is_allowed_leaves_no_refusal(client, schools):
    child = uuid.uuid4()
    assert client.get(f"/fen-1/children/{child}/").status_code == 200
    (event,) = _events(*schools)
    assert (event.action, event.pupil_ids) == ("view_pupil", [child])
    assert event.actor_roles == "class_teacher"
    assert event.request_id is not None


def test_a_missing_permission_leaves_one_event(client, schools, teacher):
    assert client.get("/fen-1/log/").status_code == 403
    (event,) = _events(*schools)
    assert (event.action, event.school_id) == ("refused", schools[0].pk)
    assert event.detail == {"page": "log", "method": "GET", "permission": "view_audit"}
    assert (event.actor_id, event.actor_roles) == (teacher.pk, "class_teacher")


def test_a_late_refusal_rolls_back_what_the_page_wrote(client, schools):
    child = uuid.uuid4()
    assert client.post(f"/fen-1/children/{child}/?late").status_code == 403
    (event,) = _events(*schools)
    assert (event.action, event.pupil_ids) == ("refused", [child])
    assert event.detail["method"] == "POST"


def test_somebody_from_outside_is_written_down_at_the_school_they_tried(client, schools):
    child = uuid.uuid4()
    assert client.get(f"/fen-2/children/{child}/").status_code == 404
    assert _events(schools[0]) == []
    (event,) = _events(schools[1])
    assert (event.action, event.pupil_ids, event.actor_roles) == ("wrong_school", [child], "")


def test_a_school_that_does_not_exist_leaves_nothing(client, schools):
    assert client.get("/fen-9/log/").status_code == 404
    assert _events(*schools) == []


def test_a_child_out_of_reach_leaves_one_event(client, schools):
    child = uuid.uuid4()
    assert client.get(f"/fen-1/children/{child}/?lost").status_code == 404
    (event,) = _events(*schools)
    assert (event.action, event.pupil_ids) == ("out_of_reach", [child])


def test_a_federation_page_is_refused_at_one_school(client, schools):
    assert client.get("/federation/log/").status_code == 403
    (event,) = _events(*schools)
    assert (event.action, event.detail["page"]) == ("refused", "federation_log")


def test_the_next_request_has_another_id(client, schools):
    client.get("/fen-1/log/")
    client.get("/fen-1/log/")
    first, second = _events(*schools)
    assert first.request_id != second.request_id

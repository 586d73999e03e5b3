"""The self-evaluation: begun, rated with evidence, actions that are due, finished, carried on."""

import datetime as dt

import pytest

from aylsham.access.roles import Role
from aylsham.models import AuditEvent, Deadline
from provision.models import CouncilPaper, Evaluation, EvaluationAction, EvaluationStatement
from tests.factories import TODAY, SchoolFactory, member
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
URL = "/oakfield/provision/self-evaluation/"


def test_from_the_first_statement_to_the_next_version():
    school = SchoolFactory(slug="oakfield", la_code="926")
    sendco = member(school)
    client = client_of(sendco)
    assert "No self-evaluation yet" in text_of(client.get(URL))
    for _ in range(2):  # pressed twice
        client.post(f"{URL}begin/")
    row = Evaluation.objects.get()
    first, *others = row.statements.all()
    line = f"{URL}{row.pk}/{first.pk}/"
    form = client.get(line).context["form"]
    said = {"version": form.initial["version"], "text": "Ours", "rating": "in_place"}
    assert "without evidence says nothing" in text_of(client.post(line, said))
    client.post(line, said | {"evidence": "Minutes of 3 Nov"})
    page = client.get(URL).context["page"]
    assert page.next_line.statement == others[0] and page.counts[2][1] == 1

    day = TODAY + dt.timedelta(days=30)
    form = client.get(f"{line}actions/add/").context["form"]
    act = {"key": form.initial["key"], "version": "new", "what": "Name a governor"}
    act |= {"owner": sendco.pk, "by_on": str(day)}
    for _ in range(2):
        client.post(f"{line}actions/add/", act)
    action = EvaluationAction.objects.get()
    due = Deadline.objects.filter(kind="evaluation")
    assert due.get().due_on == day and sendco.name in due.get().title

    client.post(f"{URL}{row.pk}/finish/")
    assert "not rated yet" in text_of(client.get(URL)) or not row.finished_on
    EvaluationStatement.objects.filter(evaluation=row).update(rating="strong", evidence="Seen")
    client.post(f"{URL}{row.pk}/finish/")
    assert Evaluation.objects.get().finished_on == TODAY
    stale = client.post(line, said | {"evidence": "x"})
    assert "finished and stays" in text_of(stale)

    client.post(f"{URL}begin/")
    new = Evaluation.objects.get(finished_on=None)
    assert (new.number, new.statements.count()) == (2, row.statements.count())
    action.refresh_from_db()
    assert action.statement.evaluation == new
    at = f"{URL}{new.pk}/{action.statement_id}/actions/{action.pk}/"
    form = client.get(at).context["form"]
    done = act | {"version": form.initial["version"], "done_on": str(TODAY)}
    assert client.post(at, done).status_code == 302
    assert not due.exists()
    assert client.post(f"{URL}{new.pk}/print/").status_code == 302
    assert "Name a governor" in CouncilPaper.objects.get().html
    assert len(statements(client, URL)) <= OF_EVERY_REQUEST + 8
    assert AuditEvent.objects.filter(action="change_evaluation").count() == 6
    leader = client_of(member(school, Role.PHASE_LEADER))
    assert leader.get(URL).status_code == 200
    assert leader.post(f"{URL}begin/").status_code == 403
    for role in (Role.CLASS_TEACHER, Role.LSA):
        assert client_of(member(school, role)).get(URL).status_code == 403

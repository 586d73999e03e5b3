"""The pages of an import: upload, look, put right, write, take back; for whom and with what shown."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from aylsham.access.roles import Role
from aylsham.jobs.codes import JobState
from aylsham.jobs.runner import run_job
from aylsham.models import AuditEvent, Job
from aylsham.tenancy.row_security import school_transaction
from pupils.codes import ImportState
from pupils.models import FileImport, Pupil, RollDifference
from tests.factories import SchoolFactory, member, put_on_register

from .makers import child, csv_bytes, upn

pytestmark = pytest.mark.usefixtures("today")


@pytest.fixture
def school(db):
    """A school with nobody in it."""
    return SchoolFactory(slug="bure-valley", name="Bure Valley School")


@pytest.fixture
def office(school, client):
    """Somebody of the office, signed in."""
    client.force_login(member(school, Role.OFFICE))
    return client


@pytest.fixture
def sendco(school, client):
    """The SENDCo, signed in."""
    client.force_login(member(school, Role.SENDCO))
    return client


def upload(client, school, rows, *, kind="roll", name="roll.csv"):
    """Upload a file and let the worker read it; the page of the import."""
    data = rows if isinstance(rows, bytes) else csv_bytes(rows)
    response = client.post(
        reverse("imports", args=[school.slug]),
        {"kind": kind, "file": SimpleUploadedFile(name, data)},
    )
    assert response.status_code == 302, response.content.decode()
    job = Job.objects.latest("created_at")
    assert run_job(job.pk) == JobState.DONE
    return response.url


def page(client, url):
    """The page's text."""
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


def act(client, school, name, file_import, **fields):
    """Press a button of an import."""
    url = reverse(name, args=[school.slug, file_import.pk])
    return client.post(url, fields, follow=True)


def the_import():
    """The only import."""
    return FileImport.objects.latest("made_at")


def test_from_upload_to_undo(office, school):
    url = upload(office, school, [child(1), child(2, Surname="")])
    body = page(office, url)
    assert "2 children: 1 new, 0 changed, 0 unchanged; 1 row needs you" in body
    assert "Write the good rows only" in body
    found = the_import()
    act(office, school, "import_cell", found, row=3, column="Surname", text="Elm")
    body = page(office, url)
    assert "2 children: 2 new" in body
    assert "What you put right" in body
    done = act(office, school, "import_write", found, mark=_mark(body))
    assert "Take this import back" in done.content.decode()
    assert Pupil.objects.count() == 2
    undone = act(office, school, "import_undo", found)
    assert "Everything is as it was before" in undone.content.decode()
    assert not Pupil.objects.exists()


def _mark(body):
    return body.split('name="mark" value="')[1].split('"')[0]


def test_while_a_file_is_read_the_page_shows_how_far_it_is(office, school):
    response = office.post(
        reverse("imports", args=[school.slug]),
        {"kind": "roll", "file": SimpleUploadedFile("r.csv", csv_bytes([child(1)]))},
    )
    body = page(office, response.url)
    assert "Waiting for its turn" in body
    assert "Reading r.csv" in body
    part = office.get(response.url, headers={"HX-Request": "true"})
    assert part.content.decode().strip().startswith('<div class="ay-progress"')
    assert run_job(Job.objects.get().pk) == JobState.DONE
    ready = office.get(response.url, headers={"HX-Request": "true"})
    assert ready.headers["HX-Refresh"] == "true"


def test_only_what_was_seen_is_written(office, school):
    upload(office, school, [child(1)])
    refused = act(office, school, "import_write", the_import(), mark="something else")
    assert "The record has changed since this preview" in refused.content.decode()
    assert not Pupil.objects.exists()


def test_a_column_of_formulas_is_set_aside(office, school):
    upload(office, school, [child(1, Age="=2026-2018", Hobby="Chess")])
    assert the_import().counts["good"] == 0
    number = [u["heading"] for u in the_import().preview["unrecognised"]].index("Age")
    form = page(office, reverse("import_columns", args=[school.slug, the_import().pk]))
    assert f'name="column_{number}"' in form
    known = dict(the_import().preview["columns"])
    answers = {f"column_{n + 2}": name for n, name in enumerate(known.values())}
    act(office, school, "import_columns", the_import(), **answers)
    assert (the_import().counts["good"], the_import().mapping) == (1, {"Age": ""})


def test_nothing_is_written_when_somebody_says_so(office, school):
    upload(office, school, [child(1)])
    response = act(office, school, "import_discard", the_import())
    assert "The file is forgotten" in response.content.decode()
    assert the_import().content is None
    assert not Pupil.objects.exists()


def _write_roll_of(office, school, count):
    upload(office, school, [child(serial) for serial in range(1, count + 1)])
    act(office, school, "import_write", the_import(), mark=_mark_of(office, school))


def _main_buttons(body):
    """Words on the buttons that are not secondary, in the page's own part."""
    import re

    return re.findall(r'class="govuk-button" type="submit">([^<]*)<', body.partition("<main")[2])


def test_the_file_of_one_class_folds_the_rest_of_the_school_away(office, school):
    _write_roll_of(office, school, 15)
    url = upload(office, school, [child(1, Forename="Samira"), child(2)])
    body = page(office, url)
    folded = body.partition('<details class="govuk-details"')[2].partition("</details>")[0]
    assert "13 children are on roll here and not in the file." in folded
    assert folded.count('name="last_day"') == body.count('name="last_day"') == 13
    assert not folded.partition(">")[0].strip().endswith("open")
    assert _main_buttons(body) == ["Write it"]
    someone = Pupil.objects.get(upn=upn(9))
    act(
        office,
        school,
        "import_decision",
        the_import(),
        what="leavers",
        key=str(someone.pk),
        last_day="20 Nov 2026",
    )
    body = page(office, url)
    assert '<details class="govuk-details" open>' in body  # where the person is at work
    assert "Leaves with 2026-11-20 as last day" in body


def test_a_few_who_are_missing_stand_open(office, school):
    _write_roll_of(office, school, 12)
    body = page(office, upload(office, school, [child(1), child(2)]))
    assert body.count('name="last_day"') == 10
    assert "and not in the file. Has one" not in body


def test_where_no_child_is_known_not_writing_is_the_first_choice(office, school):
    _write_roll_of(office, school, 3)
    body = page(office, upload(office, school, [child(20), child(21)]))
    assert "None of these children is at Bure Valley School" in body
    assert _main_buttons(body) == ["Do not write it"]
    assert body.index("Do not write it") < body.index("Write it all the same")
    assert "Write nothing" not in body
    written = act(office, school, "import_write", the_import(), mark=_mark(body))
    assert Pupil.objects.count() == 5, written.content.decode()


def test_the_first_roll_of_a_school_is_simply_written(office, school):
    body = page(office, upload(office, school, [child(1)]))
    assert _main_buttons(body) == ["Write it"]
    assert "Do not write it" not in body


def test_a_refused_file_says_what_to_do(office, school):
    body = page(office, upload(office, school, b"%PDF-1.7", name="roll.pdf"))
    assert "This is a PDF" in body
    assert "Nothing was written" in body


def test_a_file_that_is_too_large_is_refused_in_the_form(office, school, settings):
    file = SimpleUploadedFile("roll.csv", b"x" * 20_000_001)
    response = office.post(reverse("imports", args=[school.slug]), {"kind": "roll", "file": file})
    assert "a roll of 1,500 children is under 1 MB" in response.content.decode()
    assert not FileImport.objects.exists()


def test_an_upload_without_a_file(office, school):
    response = office.post(reverse("imports", args=[school.slug]), {"kind": "roll"})
    assert "There is a problem" in response.content.decode()


def test_a_row_is_left_out_and_taken_in_again(office, school):
    url = upload(office, school, [child(1), child(2, Surname="")])
    act(office, school, "import_row", the_import(), row=3, is_out="on")
    body = page(office, url)
    assert "Row 3 is left out" in body
    act(office, school, "import_row", the_import(), row=3)
    assert "1 row needs you" in page(office, url)


def test_columns_are_explained_once(office, school):
    rows = [{**child(1), "Learning code": "K"}]
    del rows[0]["SEN status"]
    url = upload(office, school, rows)
    assert "“Learning code”" in page(office, url)
    columns = reverse("import_columns", args=[school.slug, the_import().pk])
    body = page(office, columns)
    assert "1 column was not understood" in body
    response = office.post(columns, {"column_0": "sen_status", **_same(body)}, follow=True)
    assert "read as you said" in response.content.decode()
    assert the_import().mapping == {"Learning code": "sen_status"}
    assert the_import().preview["unrecognised"] == []


def _same(body):
    """The other columns as the form has them."""
    import re

    chosen = {}
    for name, options in re.findall(
        r'<select[^>]*name="(column_\d+)".*?>(.*?)</select>', body, re.S
    ):
        picked = re.search(r'value="([^"]*)" selected', options)
        if name != "column_0":
            chosen[name] = picked[1] if picked else ""
    return chosen


def test_a_doubtful_child_a_leaver_and_a_difference_are_decided(sendco, school):
    upload(sendco, school, [child(1), child(2), child(3)])
    act(sendco, school, "import_write", the_import(), mark=_mark_of(sendco, school))
    put_on_register(Pupil.objects.get(upn=upn(2)))
    url = upload(sendco, school, [child(1, UPN=upn(9)), child(2)])
    body = page(sendco, url)
    assert "Which child is it?" in body
    assert "On roll here, and not in the file" in body
    assert "Entered here, and the file says otherwise" in body
    second, third = Pupil.objects.get(upn=upn(2)), Pupil.objects.get(upn=upn(3))
    found = the_import()
    decisions = (
        {"what": "matches", "key": "2", "choice": "same"},
        {"what": "take_theirs", "key": f"{second.pk}:sen_status", "choice": "theirs"},
        {"what": "leavers", "key": str(third.pk), "last_day": "20 Nov 2026"},
    )
    for decision in decisions:
        act(sendco, school, "import_decision", found, **decision)
    body = page(sendco, url)
    assert "Which child is it?" not in body
    assert "Leaves with 2026-11-20 as last day" in body
    act(sendco, school, "import_write", found, mark=_mark(body))
    assert Pupil.objects.get(upn=upn(9)).former_upn == upn(1)
    assert third.enrolments.get().ends_on == dt.date(2026, 11, 20)
    assert second.status_periods.get().ends_on is not None


def _mark_of(client, school):
    return _mark(page(client, reverse("import", args=[school.slug, the_import().pk])))


def test_a_wrong_last_day_is_explained(sendco, school):
    upload(sendco, school, [child(1)])
    decision = {"what": "leavers", "key": "x", "last_day": "31 Feb"}
    response = act(sendco, school, "import_decision", the_import(), **decision)
    assert "Problem:" in response.content.decode()


def test_the_office_does_not_see_what_the_sendco_entered(office, school, django_user_model):
    upload(office, school, [child(1)])
    act(office, school, "import_write", the_import(), mark=_mark_of(office, school))
    put_on_register(Pupil.objects.get())
    body = page(office, upload(office, school, [child(1)]))
    assert "SEN support" not in body
    assert "The SENDCo decides" in body


def test_the_office_cannot_open_the_list_of_plans(office, sendco_of, school):
    with school_transaction(school):
        upload(sendco_of, school, [_plan()], kind="plans")
    found = the_import()
    url = reverse("import", args=[school.slug, found.pk])
    assert office.get(url).status_code == 404
    assert "EHC plan tracker" not in page(office, reverse("imports", args=[school.slug]))


@pytest.fixture
def sendco_of(school):
    """The SENDCo in another browser."""
    from django.test import Client

    other = Client()
    other.force_login(member(school, Role.SENDCO))
    return other


def _plan():
    return {"UPN": upn(1), "LA": "Norfolk", "Date plan first issued": "24/11/2024"}


def test_a_list_of_plans_is_imported_on_the_same_pages(sendco, school):
    upload(sendco, school, [child(1, **{"SEN status": "E", "Need": "ASD"})])
    act(sendco, school, "import_write", the_import(), mark=_mark_of(sendco, school))
    body = page(sendco, upload(sendco, school, [_plan()], kind="plans"))
    assert "1 plans: 1 new" in body
    act(sendco, school, "import_write", the_import(), mark=_mark(body))
    assert Pupil.objects.get().ehc_plans.get().local_authority == "Norfolk"


def test_an_undo_that_would_lose_something_names_it(sendco, school):
    upload(sendco, school, [child(1)])
    act(sendco, school, "import_write", the_import(), mark=_mark_of(sendco, school))
    put_on_register(Pupil.objects.get())
    url = reverse("import_undo", args=[school.slug, the_import().pk])
    response = sendco.post(url)
    assert response.status_code == 409
    assert "Status period: added since" in response.content.decode()
    assert the_import().state == ImportState.DONE


def test_a_get_changes_nothing(sendco, school):
    upload(sendco, school, [child(1)])
    for name in ("cell", "row", "decision", "write", "discard", "undo"):
        url = reverse(f"import_{name}", args=[school.slug, the_import().pk])
        assert sendco.get(url).status_code == 405


def test_what_was_seen_is_written_down(sendco, school):
    url = upload(sendco, school, [child(1)])
    page(sendco, url)
    event = AuditEvent.objects.filter(action="view_import").latest("at")
    assert event.subject_id == str(the_import().pk)


def test_the_change_sheet(sendco, school):
    upload(sendco, school, [child(1)])
    act(sendco, school, "import_write", the_import(), mark=_mark_of(sendco, school))
    put_on_register(Pupil.objects.get())
    upload(sendco, school, [child(1)])
    act(sendco, school, "import_write", the_import(), mark=_mark_of(sendco, school))
    body = page(sendco, reverse("differences", args=[school.slug]))
    assert "SEN support" in body
    sheet = sendco.get(reverse("change_sheet_csv", args=[school.slug]))
    assert sheet.headers["Content-Disposition"].startswith("attachment")
    assert "Carterb" in sheet.content.decode("utf-8-sig")
    assert AuditEvent.objects.filter(action="download_change_sheet").count() == 1
    workbook = sendco.get(reverse("change_sheet_xlsx", args=[school.slug]))
    assert workbook.content[:2] == b"PK"
    found = RollDifference.objects.get()
    settle = reverse("difference_settle", args=[school.slug, found.pk])
    sendco.post(settle, {"choice": "ours"})
    found.refresh_from_db()
    assert found.state == "ours"
    sendco.post(settle, {"choice": "done"})
    found.refresh_from_db()
    assert found.settled_on == dt.date(2026, 11, 23)
    assert sendco.post(settle, {"choice": "done"}).status_code == 404
    assert "Nothing differs" in page(sendco, reverse("differences", args=[school.slug]))


def test_the_pages_ask_the_database_as_often_for_many_rows_as_for_few(
    sendco, school, django_assert_max_num_queries
):
    for rows in ([child(1)], [child(n) for n in range(1, 120)]):
        url = upload(sendco, school, rows)
        with django_assert_max_num_queries(20):
            body = page(sendco, url)
    assert body.count("Carter") < 80
    assert "Show every row of the lists" in body
    assert page(sendco, f"{url}?all").count("Carter") >= 119


def test_the_office_cannot_take_over_what_it_may_not_see(school, client):
    client.force_login(member(school, Role.OFFICE))
    upload(client, school, [child(1)])
    act(client, school, "import_write", the_import(), mark=_mark_of(client, school))
    put_on_register(Pupil.objects.get())
    upload(client, school, [child(1)])
    key = f"{Pupil.objects.get().pk}:sen_status"
    decision = {"what": "take_theirs", "key": key, "choice": "theirs"}
    assert act(client, school, "import_decision", the_import(), **decision).status_code == 403
    assert the_import().decisions == {}
    client.force_login(member(school))
    assert act(client, school, "import_decision", the_import(), **decision).status_code == 200
    assert the_import().decisions["take_theirs"]


def yes_no(*answers):
    """Children of a list that says only yes and no to SEN."""
    rows = [child(n, **{"SEN (Y/N)": answer}) for n, answer in enumerate(answers, 1)]
    for row in rows:
        del row["SEN status"]
    return rows


def test_the_page_asks_k_or_e_where_a_list_says_only_yes(sendco, school):
    url = upload(sendco, school, yes_no("Y", "N", "Y"))
    body = page(sendco, url)
    assert "SEN support or an EHC plan?" in body
    assert "No row needs you" not in body
    found = the_import()
    act(sendco, school, "import_cell", found, row=2, column="SEN (Y/N)", text="K")
    body = page(sendco, url)
    assert body.count('name="text" value="K"') == 1  # the third child's
    act(sendco, school, "import_write", found, mark=_mark(body))
    periods = Pupil.objects.order_by("upn").values_list("status_periods__status", flat=True)
    assert sorted(map(str, periods)) == ["K", "None", "None"]


def test_nobody_is_asked_about_a_child_whose_level_is_recorded(sendco, school):
    known = child(1, **{"SEN status": "E", "Need": "ASD"})
    first = upload(sendco, school, [known])
    act(sendco, school, "import_write", the_import(), mark=_mark(page(sendco, first)))
    body = page(sendco, upload(sendco, school, yes_no("Y")))
    assert "SEN support or an EHC plan?" not in body
    act(sendco, school, "import_write", the_import(), mark=_mark(body))
    assert Pupil.objects.get().status_periods.get().status == "E"

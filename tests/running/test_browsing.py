"""The small browser of ./run demo --check reads pages as a person would."""

import pytest

from running.browsing import Page, _multipart

HTML = b"""
<a href="/children/1/">Zo\xc3\xab</a>
<form action="/search/"><input name="q" value=""></form>
<form method="post" action="/import/"><input type="hidden" name="mark" value="7">
<select name="kind"><option value="roll">Roll</option><option value="plans" selected>Plans</option></select>
<input type="checkbox" name="sure"><input type="file" name="file"><textarea name="why"></textarea>
<button name="choice" value="write">Write</button></form>
"""


@pytest.fixture
def page():
    return Page("http://127.0.0.1:1/x/?y=1", 200, "text/html", HTML)


def test_a_form_sends_what_stands_in_it(page):
    form = page.form("kind", "file")
    assert (form.action, form.method, form.files) == ("/import/", "post", ["file"])
    assert form.fields == {"mark": "7", "kind": "plans", "why": ""}


def test_a_link_is_found_by_its_words_or_its_address(page):
    assert page.link("zo\u00eb") == page.link("/children/") == "/children/1/"
    with pytest.raises(LookupError):
        page.link("register")


def test_what_is_not_a_page_has_no_forms():
    assert Page("http://127.0.0.1:1/", 200, "application/pdf", b"%PDF").forms == []


def test_an_upload_carries_fields_and_files():
    body, kind = _multipart({"kind": "roll"}, {"file": ("roll.csv", b"a,b")})
    assert kind.startswith("multipart/form-data; boundary=")
    assert b'name="kind"' in body
    assert b'filename="roll.csv"' in body
    assert b"a,b" in body

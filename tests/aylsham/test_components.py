"""Component tags, and the page that shows them all."""

import re
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import Context, Template

from aylsham.components import STATES, Progress
from tests.factories import MembershipFactory

pytestmark = pytest.mark.usefixtures("today")


def shown(source, rf, path="/", **context):
    """What a template shows, with the tags of the product loaded."""
    return Template("{% load ui frame %}" + source).render(
        Context({"request": rf.get(path), **context})
    )


@pytest.mark.parametrize("key", STATES)
def test_a_state_has_word_shape_and_colour(rf, key):
    html = shown("{% state key %}", rf, key=key)
    assert STATES[key].word in html
    assert "<svg" in html
    assert f"ay-state--{STATES[key].colour}" in html


def test_shapes_and_colours_of_states_all_differ():
    assert len({s.shape for s in STATES.values()}) == len(STATES)
    assert len({s.colour for s in STATES.values()}) == len(STATES)


def test_words_of_a_state_are_escaped(rf):
    assert "&lt;b&gt;" in shown("{% state 'overdue' words %}", rf, words="<b>")


def test_dates_read_as_people_say_them(rf):
    assert shown("{{ d|day }}", rf, d=date(2026, 11, 20)) == "Fri 20 Nov"
    assert shown("{{ d|day }}", rf, d=None) == ""
    assert shown("{{ d|full_day }}", rf, d=date(2018, 9, 3)) == "3 September 2018"
    at = datetime(2026, 7, 1, 13, 5, tzinfo=ZoneInfo("UTC"))
    assert shown("{{ d|moment }}", rf, d=at) == "Wed 1 Jul, 14:05"
    days = {20: "3 days ago", 22: "yesterday", 23: "today", 24: "tomorrow", 30: "in 7 days"}
    for number, words in days.items():
        assert shown("{{ d|in_days }}", rf, d=date(2026, 11, number)) == words


def test_a_column_sorts_up_then_down_and_keeps_the_filter(rf):
    tag = "{% sort_header 'name' 'Child' %}"
    html = shown(tag, rf, "/?status=K&page=3")
    assert 'aria-sort="none"' in html
    assert 'href="?status=K&amp;sort=name"' in html
    html = shown(tag, rf, "/?sort=name")
    assert 'aria-sort="ascending"' in html
    assert 'href="?sort=-name"' in html
    assert 'aria-sort="descending"' in shown(tag, rf, "/?sort=-name")
    assert 'aria-sort="ascending"' in shown("{% sort_header 'name' 'Child' default='name' %}", rf)


def test_a_swapping_link_is_a_link_as_well(rf):
    html = shown("{% sort_header 'name' 'Child' target='#rows' %}", rf)
    assert 'href="?sort=name" hx-get="?sort=name" hx-target="#rows"' in html


def test_page_numbers_keep_the_order(rf):
    page = Paginator(range(1226), 50).get_page(2)
    html = shown("{% pagination page 'children' %}", rf, "/?sort=name", page=page)
    assert "Showing <b>51</b> to <b>100</b> of <b>1,226</b> children" in html
    assert 'href="?sort=name&amp;page=3"' in html
    assert html.count('aria-current="page"') == 1


def test_one_page_has_no_numbers(rf):
    page = Paginator(range(3), 50).get_page(1)
    assert "<nav" not in shown("{% pagination page %}", rf, page=page)


def test_work_asks_again_until_it_is_finished(rf):
    running = Progress("Reading", 1, 10, "/job/", "1 of 10", cancel_url="/stop/")
    html = shown("{% progress work %}", rf, work=running)
    assert 'hx-get="/job/" hx-trigger="every 2s"' in html
    assert 'value="1" max="10"' in html
    assert "<noscript>" in html
    finished = Progress("Reading", 10, 10, "/job/", is_finished=True, result_url="/done/")
    html = shown("{% progress work %}", rf, work=finished)
    assert "hx-get" not in html
    assert 'href="/done/"' in html


def test_a_finished_paper_is_a_file_to_fetch(rf):
    paper = Progress(
        "A paper", 2, 2, "/j/", is_finished=True, result_url="/p/", file_url="/p/?as=pdf"
    )
    html = shown("{% progress work %}", rf, work=paper)
    assert 'href="/p/?as=pdf" data-file' in html and 'href="/p/"' in html
    assert "data-file" not in shown(
        "{% progress work %}", rf, work=replace(paper, is_finished=False)
    )


@pytest.mark.parametrize(("names", "folds"), [("ab", False), ("abc", True)])
def test_a_filter_of_more_than_a_line_folds_and_says_how_many_are_set(rf, names, folds):
    fields = {name: forms.CharField(required=False) for name in names}
    chosen = type("Filter", (forms.Form,), fields)({"a": "x", "b": "y"})
    html = shown("{% filter_panel form label='Filter' %}", rf, "/?a=x&b=y", form=chosen)
    assert ("ay-filter__fold" in html) == folds
    assert ("<summary>Filter: 2 set</summary>" in html) == folds


def test_a_name_can_be_hidden(rf):
    html = shown("{% private %}{{ name }}{% endprivate %}", rf, name="<Zoë>")
    assert html == '<span class="ay-private">&lt;Zoë&gt;</span>'


def test_crumbs_are_links_in_order(rf):
    html = shown("{% crumbs 'Children' '/c/' oak '/c/oak/' %}", rf, oak="<Oak>")
    assert re.findall(r'href="([^"]+)"', html) == ["/c/", "/c/oak/"]
    assert "&lt;Oak&gt;" in html


def test_a_word_of_the_field_explains_itself_once_each(rf):
    html = shown("{% term 'EHC plan' %}{% term 'PEP' %}", rf)
    assert re.findall(r'popovertarget="([^"]+)"', html) == ["term-1", "term-2"]
    assert re.findall(r' id="([^"]+)"', html) == ["term-1", "term-2"]


@pytest.fixture
def page(client, db):
    client.force_login(MembershipFactory().user)
    return client.get("/components/").text


def test_nothing_of_the_page_breaks_the_policy(page):
    assert " style=" not in page
    assert not re.search(r"<script(?![^>]*(src=|application/json))", page)
    assert not re.search(r"\son[a-z]+=", page)
    assert not re.search(r'(src|href|action)="(https?:)?//', page)


def test_every_id_of_the_page_is_there_once(page):
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert sorted(ids) == sorted(set(ids))


def test_the_form_of_the_page_shows_its_faults(client, db):
    client.force_login(MembershipFactory().user)
    page = client.post("/components/", {"on": "31/02/2018"}).text
    assert "<title>Error: Components" in page
    assert "The date 31/02/2018 does not exist" in page

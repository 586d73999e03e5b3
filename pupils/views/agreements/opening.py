"""Opening a plan or a request to agree, as every page about them does."""

from django.http import Http404, HttpRequest

from aylsham.audit.codes import Action
from aylsham.codes import Sensitivity
from pupils.agreeing.registry import kind_of
from pupils.models import AgreementAsk
from pupils.rules.sharing import Sensitivity as Shares
from pupils.rules.sharing import Thing
from pupils.selectors.agreements.page import (
    AgreementPage,
    agreement_page,
    ask_of,
)
from pupils.views.opening import child_url, open_child

TAB = "child_agreements"


PLAN = "agreement"


ASK = "agreement_ask"


def open_plan(request: HttpRequest, pupil, key, subject_id):
    child = open_child(request, pupil, Action.VIEW_AGREEMENTS)
    kind = kind_of(key)
    page: AgreementPage | None = (
        agreement_page(request.access, child.pupil, kind, subject_id) if kind else None
    )
    if page is None:
        raise Http404
    return child, page


def open_ask(request: HttpRequest, pupil, pk, action: Action = Action.VIEW_AGREEMENTS):
    child = open_child(request, pupil, action)
    found: AgreementAsk | None = ask_of(request.access, child.pupil, pk)
    if found is None:
        raise Http404
    return child, found


def thing_of(page: AgreementPage) -> Thing:
    is_plain = page.shown.sensitivity == Sensitivity.EVERYONE
    return Thing(
        page.kind.thing,
        sensitivity=Shares.ORDINARY if is_plain else Shares.SENSITIVE,
        tells_whereabouts=True,
    )


def plan_url(child, page: AgreementPage) -> str:
    return child_url(PLAN, child, page.kind.key, page.subject_id)


def text_url(child, ask: AgreementAsk) -> str:
    return child_url(PLAN, child, ask.text.kind, ask.text.subject_id)

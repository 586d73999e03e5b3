"""The register of policies: seen, registered, changed, checked, ended."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.history import history_of_record
from aylsham.forms import Form
from aylsham.list_files import asks_for_file, has_file, list_file
from reports.forms.policies import PolicyCheckForm, PolicyForm
from reports.list_files import POLICIES
from reports.models import Policy
from reports.selectors.policies import PolicyLine, checks_of, policies_page, policy_of
from reports.services import policies as services
from reports.views.plan_rows import form_page

_HEADING = "Policies"


@school_view(Permission.PREPARE_REPORTS)
@has_file
def policies(request: HttpRequest) -> HttpResponse:
    """Every policy with its review and its check, and what was sent round."""
    page = policies_page(request.access, request.school)
    if asks_for_file(request):
        return list_file(request, POLICIES, page.lines)
    return render(request, "reports/policies/page.html", {"page": page})


@school_view(Permission.PREPARE_REPORTS)
def policy(request: HttpRequest, policy) -> HttpResponse:
    """One policy with its checks."""
    found = _found(request, policy)
    checks = checks_of(found)
    newest = checks[0].check if checks else None
    context = {
        "line": PolicyLine(found, newest, request.access.today),
        "it": found,
        "checks": checks,
        "changes": history_of_record(request.access, found),
    }
    return render(request, "reports/policies/policy.html", context)


@school_view(Permission.PREPARE_REPORTS)
def policy_add(request: HttpRequest) -> HttpResponse:
    """Register a policy."""
    form = PolicyForm(request.POST or None)
    return form_page(
        request,
        form,
        lambda: services.add_policy(school=request.school, by=request.user, **form.facts),
        back=_all(request),
        heading="Register a policy",
        submit="Register it",
        said="The policy is registered.",
        crumbs=_crumbs(request),
    )


@school_view(Permission.PREPARE_REPORTS)
def policy_change(request: HttpRequest, policy) -> HttpResponse:
    """Change what is registered, or record a review."""
    found = _found(request, policy)
    form = PolicyForm(request.POST or None, record=found)
    args = [request.school.slug, found.pk]
    return form_page(
        request,
        form,
        lambda: services.change_policy(
            policy=found, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
        back=_home(request, found),
        heading="Change or review the policy",
        submit="Save",
        said="It is saved.",
        crumbs=_crumbs(request, found),
        about="After a review: the day since which the new text holds, and the next review.",
        links=(("It no longer holds", reverse("policy_end", args=args)),),
    )


@school_view(Permission.PREPARE_REPORTS)
def policy_check(request: HttpRequest, policy) -> HttpResponse:
    """Check whether a policy includes everybody."""
    found = _found(request, policy)
    form = PolicyCheckForm(request.POST or None)
    return form_page(
        request,
        form,
        lambda: services.check_policy(policy=found, by=request.user, **form.cleaned_data),
        back=_home(request, found),
        heading="Inclusion check",
        submit="Record it",
        said="The check is recorded.",
        crumbs=_crumbs(request, found),
        about=found.name,
    )


@school_view(Permission.PREPARE_REPORTS)
def policy_end(request: HttpRequest, policy) -> HttpResponse:
    """Say that a policy no longer holds."""
    found = _found(request, policy)
    form = Form(request.POST if request.method == "POST" else None)
    return form_page(
        request,
        form,
        lambda: services.end_policy(policy=found, by=request.user),
        back=_all(request),
        heading="The policy no longer holds",
        submit="End it today",
        said="It is ended. It stays in the register below.",
        crumbs=_crumbs(request, found),
        about=found.name,
    )


def _found(request: HttpRequest, pk) -> Policy:
    found = policy_of(request.school, pk)
    if found is None:
        raise Http404
    return found


def _all(request: HttpRequest) -> str:
    return reverse("policies", args=[request.school.slug])


def _home(request: HttpRequest, policy: Policy) -> str:
    return reverse("policy", args=[request.school.slug, policy.pk])


def _crumbs(request: HttpRequest, policy: Policy | None = None) -> tuple:
    first = (_HEADING, _all(request))
    return (first, (policy.name, _home(request, policy))) if policy else (first,)

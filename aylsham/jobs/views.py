"""Background work: what I asked for, what goes on at a school, how far one piece is."""

from uuid import UUID

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import federation_view, school_view, staff_view
from aylsham.access.permissions import Permission
from aylsham.jobs import selectors
from aylsham.jobs.forms import WorkFilter
from aylsham.jobs.services import cancel_job, try_again
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.models import Job
from aylsham.notices import done
from aylsham.own_lists import WORK

ROWS = 50


@staff_view
def my_work(request: HttpRequest) -> HttpResponse:
    """What I asked for; with `?job=` how far that one is, which the page asks every 2 seconds."""
    if "job" in request.GET:
        work = selectors.job_progress(_job_in_reach(request, request.GET["job"]), request.access)
        name = "aylsham/jobs/job.html" + ("#panel" if request.htmx else "")
        return render(request, name, {"work": work})
    jobs = selectors.jobs_of_person(request.access).exclude(kind=selectors.MAIL)
    return _list(request, jobs, "aylsham/jobs/mine.html")


my_work.is_poll = True  # looking on is no activity of the person


@require_POST
@staff_view
def stop_work(request: HttpRequest) -> HttpResponse:
    """Stop a piece of work."""
    job = _job_in_reach(request, request.GET.get("job", ""))
    cancel_job(job, by=request.access.user)
    return redirect(f"{reverse('my_work')}?job={job.pk}")


@require_POST
@staff_view
def try_work_again(request: HttpRequest) -> HttpResponse:
    """Try work again that failed."""
    job = _job_in_reach(request, request.GET.get("job", ""))
    try_again(job)
    done(request, "It will be tried again.")
    return redirect(f"{reverse('my_work')}?job={job.pk}")


@school_view(Permission.VIEW_JOBS)
@has_file
def school_work(request: HttpRequest) -> HttpResponse:
    """What goes on at a school."""
    return _list(request, selectors.jobs_at([request.school]), "aylsham/jobs/work.html")


@federation_view(Permission.VIEW_JOBS)
@has_file
def federation_work(request: HttpRequest) -> HttpResponse:
    """What goes on at all schools of the person."""
    return _list(request, selectors.jobs_at(request.access.schools), "aylsham/jobs/work.html")


def _list(request: HttpRequest, jobs, template: str) -> HttpResponse:
    chosen = WorkFilter(request.GET)
    found = chosen.narrow(jobs).select_related("started_by").order_by("-created_at")
    if asks_for_file(request):
        return list_file(request, WORK, selectors.lines(found, request.access), chosen)
    page = Paginator(found, ROWS).get_page(request.GET.get("page"))
    lines = selectors.lines(page.object_list, request.access)
    return render(
        request,
        template,
        {
            "filter": chosen,
            "page": page,
            "lines": lines,
            "nothing_leaves": settings.MAIL_IS_STORED,
        },
    )


def _job_in_reach(request: HttpRequest, job_id: str) -> Job:
    try:
        return selectors.jobs_in_reach(request.access).get(pk=UUID(job_id))
    except (ValueError, Job.DoesNotExist):
        raise Http404 from None

"""A person's reminders and calendar addresses, and who covers a school's holidays."""

from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view, staff_view
from aylsham.access.permissions import Permission
from aylsham.models import CalendarFeed, ReminderPreference
from aylsham.notices import done
from aylsham.reminders.forms import CoverForm, FeedForm, PreferenceForm
from aylsham.reminders.selectors import cover_of, people_who_see_what_is_due
from aylsham.reminders.services import end_feed, make_feed, name_cover, save_preference


@staff_view
def reminders(request: HttpRequest) -> HttpResponse:
    """When my reminders come, to whom, and my calendar addresses."""
    access = request.access
    known = ReminderPreference.objects.filter(user=access.user).first()
    colleagues = people_who_see_what_is_due(access.schools, today=access.today)
    form = PreferenceForm(
        request.POST or None,
        colleagues=colleagues.exclude(pk=access.user.pk),
        initial={
            "hour": known.hour if known else 7,
            "passes_to": known and known.passes_to_id,
            "passes_until": known and known.passes_until,
        },
    )
    if form.is_valid():
        save_preference(by=access.user, **form.cleaned_data)
        done(request, "Your reminders were changed.")
        return redirect("reminders")
    return _page(request, form)


@require_POST
@staff_view
def make_calendar(request: HttpRequest) -> HttpResponse:
    """A new calendar address, shown this once."""
    access = request.access
    form = FeedForm(request.POST, schools=access.schools)
    if not access.schools or not form.is_valid():
        raise Http404
    school = form.cleaned_data["school"]
    federation = (school or access.schools[0]).federation
    _, secret = make_feed(by=access.user, federation=federation, school=school)
    address = settings.PUBLIC_URL + reverse("calendar_feed", args=[secret])
    return render(request, "aylsham/reminders/address.html", {"address": address})


@require_POST
@staff_view
def end_calendar(request: HttpRequest) -> HttpResponse:
    """One of my calendar addresses stops working."""
    try:
        feed = CalendarFeed.objects.get(pk=UUID(request.POST.get("feed", "")), user=request.user)
    except (ValueError, CalendarFeed.DoesNotExist):
        raise Http404 from None
    end_feed(feed, by=request.access.user)
    done(request, "That calendar address no longer works.")
    return redirect("reminders")


@school_view(Permission.MANAGE_CALENDAR)
def cover(request: HttpRequest) -> HttpResponse:
    """Who gets the school's statutory reminders in the holidays."""
    people = people_who_see_what_is_due([request.school], today=request.access.today)
    form = CoverForm(
        request.POST or None, people=people, initial={"user": cover_of(request.school)}
    )
    if form.is_valid():
        name_cover(school=request.school, user=form.cleaned_data["user"], by=request.access.user)
        done(request, "It was saved who covers the holidays.")
        return redirect("holiday_cover", school=request.school.slug)
    return render(request, "aylsham/reminders/cover.html", {"form": form})


def _page(request: HttpRequest, form: PreferenceForm) -> HttpResponse:
    feeds = CalendarFeed.objects.filter(user=request.access.user, revoked_at=None)
    return render(
        request,
        "aylsham/reminders/mine.html",
        {
            "form": form,
            "feeds": feeds.select_related("school"),
            "feed_form": FeedForm(schools=request.access.schools),
        },
    )

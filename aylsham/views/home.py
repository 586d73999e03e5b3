"""Pages of the ground floor."""

from django.shortcuts import redirect, render

from aylsham.access.decorators import staff_view


@staff_view
def home(request):
    """Sends a person to where their work is."""
    schools = request.access.all_schools
    if len(schools) == 1:
        return redirect("school_home", school=schools[0].slug)
    if schools:
        return redirect("federation_home")
    return render(request, "aylsham/no_school.html")

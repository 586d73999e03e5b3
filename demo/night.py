"""What last night's work left behind: counts of the schools, and the words that they use."""

from aylsham import clock
from aylsham.models import School
from aylsham.tenancy.row_security import school_transaction
from pupils.services.searching import keep_search_words
from reports.services.summaries import keep_summary


def leave_as_the_night_does(federation: str) -> None:
    """Every school of a federation: counted, and its words known to the search."""
    for school in School.objects.filter(federation__slug=federation):
        with school_transaction(school):
            keep_summary(school=school, today=clock.today())
            keep_search_words(school=school)

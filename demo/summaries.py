"""What last night's job counted of the demonstration's schools."""

from aylsham import clock
from aylsham.models import School
from aylsham.tenancy.row_security import school_transaction
from reports.services.summaries import keep_summary


def count_schools(federation: str) -> None:
    """Every school of a federation, as the night leaves it."""
    for school in School.objects.filter(federation__slug=federation):
        with school_transaction(school):
            keep_summary(school=school, today=clock.today())

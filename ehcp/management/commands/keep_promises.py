"""manage keep_promises [--school SLUG]"""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from aylsham.changes import TransitionNotAllowed
from aylsham.models import School
from aylsham.tenancy.row_security import school_transaction
from ehcp.models import EhcPlan
from ehcp.services.plan_promises import keep_promises_of


class Command(BaseCommand):
    help = (
        "Make the promises of every child those that the EHC plan in force says: once, after an "
        "upgrade from a version that did not keep them. Running it again changes nothing."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """All schools unless one is named."""
        parser.add_argument("--school", metavar="SLUG")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print one line a school."""
        schools = School.objects.order_by("slug")
        if options["school"]:
            schools = schools.filter(slug=options["school"])
        for school in schools:
            with school_transaction(school):
                done, left = _keep(school)
            self.stdout.write(f"{school.slug}: {done} plans kept, {left} closed records left.")


def _keep(school: School) -> tuple[int, int]:
    """How many plans were looked at, and how many stand on records that nobody may change."""
    plans = EhcPlan.objects.filter(school=school).maintained().order_by("pk")
    done = left = 0
    for pupil_id in plans.values_list("pupil_id", flat=True):
        try:
            with transaction.atomic():
                keep_promises_of(school, [pupil_id], by=None)
            done += 1
        except TransitionNotAllowed:
            left += 1
    return done, left

"""manage start_federation: the first federation, school and administrator of an installation."""

import getpass
import sys

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from aylsham import clock
from aylsham.access.roles import Role
from aylsham.codes import Phase
from aylsham.models import Federation, Membership, School, User
from aylsham.people.services import confirm_address


class Command(BaseCommand):
    help = (
        "Make a federation with one school (again for each further school) and the administrator "
        "who invites everybody else. The password is asked for, or read from standard input."
    )

    def add_arguments(self, parser) -> None:
        parser.add_argument("--federation", required=True, metavar="SLUG")
        parser.add_argument("--federation-name", default="", metavar="NAME")
        parser.add_argument("--school", required=True, metavar="SLUG")
        parser.add_argument("--name", required=True, help="the school's name")
        parser.add_argument("--phase", required=True, choices=Phase.values)
        parser.add_argument("--la", required=True, help="local authority code, three digits")
        parser.add_argument("--establishment", required=True, help="four digits")
        parser.add_argument("--urn", required=True, help="six digits")
        parser.add_argument("--years", nargs="+", required=True, help="year groups: N2 R 1 2 …")
        parser.add_argument("--administrator", metavar="E-MAIL", help="somebody new")
        parser.add_argument("--administrator-name", default="", metavar="NAME")

    @transaction.atomic
    def handle(self, *args, **options) -> None:
        federation, _ = Federation.objects.get_or_create(
            slug=options["federation"],
            defaults={"name": options["federation_name"] or options["name"]},
        )
        school = School(
            federation=federation,
            slug=options["school"],
            name=options["name"],
            phase=options["phase"],
            la_code=options["la"],
            establishment_number=options["establishment"],
            urn=options["urn"],
            year_groups=options["years"],
        )
        try:
            school.full_clean()
            school.save()
            if options["administrator"]:
                _make_administrator(federation, options)
        except ValidationError as refusal:
            raise CommandError(" ".join(refusal.messages)) from refusal
        self.stdout.write(f"{school.name} is there, at /{school.slug}/.")


def _make_administrator(federation: Federation, options) -> None:
    password = getpass.getpass() if sys.stdin.isatty() else sys.stdin.readline().strip()
    user = User(email=options["administrator"].lower(), name=options["administrator_name"])
    validate_password(password, user)
    user.set_password(password)
    user.full_clean()
    user.save()
    confirm_address(user)
    Membership.objects.create(
        user=user,
        federation=federation,
        role=Role.FEDERATION_ADMINISTRATOR,
        starts_on=clock.today(),
    )

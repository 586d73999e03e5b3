"""A federation with the schools of the samples, and the wall set for each test."""

import datetime as dt

import pytest

from aylsham.codes import Phase
from aylsham.models import Federation, School, User
from aylsham.tenancy.row_security import set_schools


@pytest.fixture
def federation(db):
    """The samples' federation."""
    return Federation.objects.create(name="Aylsham Learning Federation", slug="aylsham")


@pytest.fixture
def bure_valley(federation):
    """The junior school; its rows may be seen."""
    school = School.objects.create(
        federation=federation,
        name="Bure Valley School",
        slug="bure-valley",
        phase=Phase.JUNIOR,
        la_code="926",
        establishment_number="2999",
        urn="999001",
        year_groups=["3", "4", "5", "6"],
        live_from=dt.date(2026, 11, 2),
    )
    set_schools([school.pk])
    return school


@pytest.fixture
def john_of_gaunt(federation):
    """The infant and nursery school."""
    return School.objects.create(
        federation=federation,
        name="John of Gaunt Infant and Nursery School",
        slug="john-of-gaunt",
        phase=Phase.INFANT,
        la_code="926",
        establishment_number="2998",
        urn="999002",
        year_groups=["N1", "N2", "R", "1", "2"],
    )


@pytest.fixture
def somebody(db):
    """Who imports."""
    return User.objects.create_user("office@example.org", name="Olive Office")

"""Addresses that are written out instead of asked from the resolver."""

from uuid import UUID

from django.urls import reverse

from pupils.addresses import child_address


def test_it_is_the_address_that_the_resolver_gives():
    pupil = UUID("0199f3c2-0000-7000-8000-000000000001")
    assert child_address("bure-valley", pupil) == reverse("child", args=["bure-valley", pupil])

"""Code sets of the policies of a school."""

from django.db import models


class Inclusion(models.TextChoices):
    """What an inclusion check asks of a policy (Equality Act 2010 s.149: due regard)."""

    TAKE_PART = "take", "Children with SEND and disabled children can do what it asks"
    ADJUST = "adjust", "It says who makes reasonable adjustments, and how one asks for them"
    SANCTION = "harm", "No group of children is worse off by it than others"
    PLAIN = "plain", "Families can read it: plain words, and other formats on request"
    ASKED = "asked", "Families and children with SEND were asked about it"
    FITS = "fits", "It fits the SEND policy and the accessibility plan"

"""A child with two homes, and letters about it: made by calling the services."""

from uuid import uuid4

from pupils.selectors.letters.library import templates
from pupils.selectors.letters.page import page_of
from pupils.services.details import add_contact
from pupils.services.family import add_home
from pupils.services.letters.library import write_letterhead
from pupils.services.letters.sending import send_letter
from pupils.services.letters.writing import ForChild, begin_letters, family_recipients
from tests.factories import TODAY

MOTHERS, FATHERS = "14 Heron Lane\nAylsham", "3 Gull Close\nNorwich"


def two_homes(child, *, withheld: str = "nobody"):
    """A mother, and a father in another home; hers may be withheld."""
    why = {"withheld_why": "Police"} if withheld != "nobody" else {}
    hers = add_home(pupil=child, by=None, name="Mum's", address=MOTHERS, withheld=withheld, **why)
    his = add_home(pupil=child, by=None, name="Dad's", address=FATHERS)
    more = {"has_parental_responsibility": True, "by": None, "pupil": child}
    mother = add_contact(
        name="Sarah Reed", relationship="Mother", email="sarah@example.org", phone="01632 960111",
        home=hers, priority=1, **more,
    )  # fmt: skip
    father = add_contact(
        name="Tom Reed",
        relationship="Father",
        email="tom@example.org",
        home=his,
        priority=2,
        **more,
    )
    return mother, father


def head(school):
    """A school with a letterhead."""
    return write_letterhead(
        school=school,
        version="new",
        by=None,
        address="Hungate Street\nAylsham",
        phone="01263 555010",
    )


def letters_to_family(child, code: str, by, *, counted_from=None):
    """Letters from a template to everybody who may have one."""
    template = templates(child.school)[code]
    to = family_recipients(child, template, today=TODAY)
    return begin_letters(
        school=child.school,
        template=template,
        children=[ForChild(child, to, counted_from)],
        by=by,
        batch=uuid4(),
    ).letters


def sent(letter, by, how: str = "post", **more):
    """Send it as the sender's page has it."""
    seen = page_of(letter, letter.pupil.school).digest
    facts = {"how": how, "gone_on": TODAY, "seen": seen, "key": uuid4(), "by": by}
    return send_letter(letter=letter, **facts | more)

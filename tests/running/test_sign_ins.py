"""What ./run prints, what the README lists and what the demonstration makes are the same people."""

from pathlib import Path

from django.conf import settings

from demo.federation import FEDERATIONS
from demo.federation import PASSWORD as MADE_WITH
from running.sign_ins import PASSWORD, SIGN_INS, table

EMAILS = {email for _, email in SIGN_INS}


def test_everybody_who_is_printed_is_made():
    assert {person.email for each in FEDERATIONS for person in each.people} == EMAILS
    assert PASSWORD == MADE_WITH
    assert all(email in table() for email in EMAILS)


def test_the_readme_lists_them():
    readme = Path(settings.BASE_DIR, "README.md").read_text()
    listed = {line.split("`")[1] for line in readme.splitlines() if line.startswith("| `")}
    assert listed == EMAILS
    assert PASSWORD in readme

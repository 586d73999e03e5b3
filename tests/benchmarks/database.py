"""Databases for a benchmark: made and migrated as the owner, used as the app role, dropped."""

import contextlib
import os
from collections.abc import Iterator


@contextlib.contextmanager
def throw_away_database(name: str = "aylsham_benchmark") -> Iterator[str]:
    """Django, set up on an empty database; call before anything else of the project."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "aylsham.settings")
    os.environ.setdefault("AYLSHAM_ENVIRONMENT", "test")
    os.environ.setdefault("AYLSHAM_PROCESS", "command")
    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    from tests.conftest import connect_as

    with _made(name, os.environ.get("AYLSHAM_TEST_TEMPLATE", "template1")):
        connect_as(settings.DATABASE_OWNER_URL)
        use(name)
        call_command("migrate", verbosity=0)
        connect_as(settings.DATABASE_URL)
        yield name


@contextlib.contextmanager
def copy_of(template: str, name: str) -> Iterator[str]:
    """A further database that begins as `template`, and is the one in use."""
    use(template)
    with _made(name, template):
        use(name)
        yield name


def use(name: str) -> None:
    """Every new connection of this process goes to this database."""
    from django.db import connection

    connection.close()
    connection.settings_dict["NAME"] = name


def analyze() -> None:
    """Count what lies in the tables, as autovacuum does by itself: only their owner may."""
    import psycopg
    from django.conf import settings
    from django.db import connection

    name = connection.settings_dict["NAME"]
    owner = psycopg.conninfo.make_conninfo(settings.DATABASE_OWNER_URL, dbname=name)
    with psycopg.connect(owner, autocommit=True) as session:
        session.execute("ANALYZE")


@contextlib.contextmanager
def _made(name: str, template: str) -> Iterator[None]:
    import psycopg
    from django.conf import settings
    from django.db import connection

    owner = psycopg.conninfo.make_conninfo(settings.DATABASE_OWNER_URL, dbname="postgres")
    with psycopg.connect(owner, autocommit=True) as session:
        session.execute(f'DROP DATABASE IF EXISTS "{name}"')
        session.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    try:
        yield
    finally:
        connection.close()
        with psycopg.connect(owner, autocommit=True) as session:
            session.execute(f'DROP DATABASE "{name}"')

"""A database for a benchmark: made and migrated as the owner, used as the app role, dropped."""

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
    import psycopg
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection

    from tests.conftest import connect_as

    owner = psycopg.conninfo.make_conninfo(settings.DATABASE_OWNER_URL, dbname="postgres")
    with psycopg.connect(owner, autocommit=True) as session:
        session.execute(f'DROP DATABASE IF EXISTS "{name}"')
        session.execute(f'CREATE DATABASE "{name}"')
    try:
        connection.settings_dict["NAME"] = name
        connect_as(settings.DATABASE_OWNER_URL)
        call_command("migrate", verbosity=0)
        connect_as(settings.DATABASE_URL)
        yield name
    finally:
        connection.close()
        with psycopg.connect(owner, autocommit=True) as session:
            session.execute(f'DROP DATABASE "{name}"')

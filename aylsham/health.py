"""Two questions of a proxy or a monitor: is this process alive, and can it work?"""

from functools import cache

from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection, transaction
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe
from kombu.exceptions import OperationalError

from aylsham.access.decorators import PageRule
from aylsham.celery import app

#: What a broker that is gone raises, by transport.
BROKER_ERRORS = (OperationalError, OSError)


@require_safe
@login_not_required
@transaction.non_atomic_requests
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers; the database is not asked, so that its absence restarts nobody."""
    return HttpResponse("ok", content_type="text/plain")


@require_safe
@login_not_required
@transaction.non_atomic_requests
def readyz(request: HttpRequest) -> JsonResponse:
    """Database, tables and broker are as this code needs them: 200, or 503 and which is not."""
    found = {
        "database": _database_answers(),
        "migrations": _migrations_are_applied(),
        "broker": _broker_answers(),
    }
    ready = all(found.values())
    words = {name: "ok" if good else "failed" for name, good in found.items()}
    return JsonResponse(words, status=200 if ready else 503)


healthz.page_rule = readyz.page_rule = PageRule("public")


def _database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True


def _migrations_are_applied() -> bool:
    try:
        return (
            _migrations_of_the_code() <= MigrationRecorder(connection).applied_migrations().keys()
        )
    except DatabaseError:
        return False


@cache
def _migrations_of_the_code() -> frozenset[tuple[str, str]]:
    loader = MigrationLoader(None, ignore_no_migrations=True)
    return frozenset(loader.graph.leaf_nodes())


def _broker_answers() -> bool:
    try:
        with app.connection_for_write(connect_timeout=2) as broker:
            broker.ensure_connection(max_retries=1, timeout=2)
    except BROKER_ERRORS:
        return False
    return True

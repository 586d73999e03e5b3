"""One address for the database, in place of a setting for each part of it."""

from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

#: A worker that is frozen, or killed unseen behind a broken line, must not hold a child's row for
#: ever: an idle transaction ends, whoever waits for a lock hears of it, a dead line is noticed.
LIMITS = {
    "options": "-c idle_in_transaction_session_timeout=10min -c lock_timeout=2min",
    "keepalives_idle": "30",
    "keepalives_interval": "10",
    "keepalives_count": "3",
}


def database_from_url(url: str) -> dict[str, Any]:
    """Django's database settings for a postgresql:// address."""
    parts = urlsplit(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": parts.port or "",
        "ATOMIC_REQUESTS": True,
        "CONN_MAX_AGE": 0,
        # Plans of the busiest reads are kept by each connection: see aylsham/statements.py.
        "OPTIONS": {"prepare_threshold": 1} | LIMITS | dict(parse_qsl(parts.query)),
    }

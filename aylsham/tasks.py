"""Where Celery and the job registry look for the ground floor's work."""

from aylsham.jobs import tasks as _jobs  # noqa: F401

"""Where Celery and the job registry look for the ground floor's work."""

from aylsham.audit import tasks as _audit  # noqa: F401
from aylsham.exits import tasks as _exits  # noqa: F401
from aylsham.jobs import tasks as _jobs  # noqa: F401
from aylsham.mail import tasks as _mail  # noqa: F401
from aylsham.people import mail as _people  # noqa: F401

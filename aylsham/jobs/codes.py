"""What state background work is in, and which workers do it."""

from django.db import models


class JobState(models.TextChoices):
    WAITING = "waiting", "Waiting"
    RUNNING = "running", "Running"
    DONE = "done", "Done"
    FAILED = "failed", "Failed"
    CANCELLED = "cancelled", "Cancelled"


#: States in which something is still to come.
OPEN_STATES = (JobState.WAITING, JobState.RUNNING)


class JobQueue(models.TextChoices):
    DEFAULT = "default", "Short work"
    HEAVY = "heavy", "PDFs and solvers"

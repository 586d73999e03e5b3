"""The Celery application: a doorbell for the Job table."""

import os
from pathlib import Path

from celery import Celery
from kombu.transport import TRANSPORT_ALIASES

TRANSPORT_ALIASES["filesystem"] = "aylsham.jobs.folder:Transport"
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "aylsham.settings")

app = Celery("aylsham")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()

if app.conf.broker_url.startswith("filesystem:"):
    # The transport reads these folders and does not make them.
    for folder in app.conf.broker_transport_options.values():
        Path(folder).mkdir(parents=True, exist_ok=True)

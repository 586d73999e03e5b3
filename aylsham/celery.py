"""The Celery application: a doorbell for the Job table."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "aylsham.settings")

app = Celery("aylsham")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()

"""What beat starts, and when: seconds between two times, or the hour and minute of London."""

from typing import Any

from celery.schedules import crontab

SCHEDULE: dict[str, dict[str, Any]] = {
    "ring again for what was missed": {
        "task": "aylsham.jobs.tasks.ring_again",
        "schedule": 20.0,
        "options": {"expires": 20},
    },
    "look into the watched folders": {
        "task": "pupils.tasks.look_into_folders",
        "schedule": crontab(hour=3, minute=10),
    },
    "remind of requests that nobody answered": {
        "task": "pupils.tasks.start_request_reminders",
        "schedule": crontab(hour=8, minute=20),
    },
    "tell parents what has moved": {
        "task": "pupils.tasks.look_after_parents_pages",
        "schedule": crontab(hour=7, minute=50),
    },
    "empty the bins of documents": {
        "task": "pupils.tasks.tidy_all_documents",
        "schedule": crontab(hour=3, minute=40),
    },
    "make what the search looks in agree with what is written": {
        "task": "pupils.tasks.keep_all_search_words",
        "schedule": crontab(hour=3, minute=30),
    },
    "work out what provision cost": {
        "task": "provision.tasks.work_out_all_spending",
        "schedule": crontab(hour=2, minute=40),
    },
    "count schools to stand side by side": {
        "task": "reports.tasks.count_all_schools",
        "schedule": crontab(hour=2, minute=10),
    },
    "log what nobody gave": {
        "task": "staff.tasks.log_what_was_not_given",
        "schedule": crontab(hour=18, minute=30),
    },
    "watch over children in care": {
        "task": "lac.tasks.watch_all",
        "schedule": crontab(hour=4, minute=5),
    },
    "delete consultations that lay in the bin": {
        "task": "ehcp.tasks.forget_consultations",
        "schedule": crontab(hour=3, minute=50),
    },
    "start the reminders that are due": {
        "task": "reports.tasks.start_reminders",
        "schedule": 60.0,
        "options": {"expires": 60},
    },
    "forget old background work": {
        "task": "aylsham.jobs.tasks.forget_old",
        "schedule": crontab(hour=3, minute=10),
    },
    "delete files of whole schools that have expired": {
        "task": "aylsham.exits.tasks.forget_exports",
        "schedule": crontab(hour=3, minute=20),
    },
    "seal the audit log": {
        "task": "aylsham.audit.tasks.seal",
        "schedule": 20.0,
        "options": {"expires": 20},
    },
    "send the seals of the audit log away, once a day": {
        "task": "aylsham.audit.tasks.send_witness",
        "schedule": crontab(minute=15),
    },
}

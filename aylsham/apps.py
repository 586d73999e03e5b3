from django.apps import AppConfig
from django.conf import settings
from django.contrib.staticfiles.apps import StaticFilesConfig
from django.db.models.signals import post_migrate

from aylsham.dates import read_proclaimed_days, use_proclaimed_days


def _secure(sender, using="default", **kwargs):
    # Once, after the last app: policies of every table are made from the models.
    from aylsham.tenancy.row_security import secure_database

    secure_database()


class StaticFiles(StaticFilesConfig):
    """What browsers may fetch: not the fonts for paper alone, which take long to compress."""

    ignore_patterns = [*StaticFilesConfig.ignore_patterns, "paper"]


class AylshamConfig(AppConfig):
    name = "aylsham"

    def ready(self):
        import aylsham.celery  # noqa: F401  (a task without the app goes to the wrong broker)
        from aylsham import navigation
        from aylsham.access.permissions import Permission
        from aylsham.audit import signins
        from aylsham.jobs import menu

        navigation.register(
            navigation.NavEntry(
                "dates",
                "Date calculator",
                "dates",
                Permission.WORK_OUT_DATES,
                order=70,
                federation_url_name="federation_dates",
                place="menu",
                group=navigation.MenuGroup.SCHOOL,
            )
        )
        for entry in menu.ENTRIES:
            navigation.register(entry)
        navigation.register(
            navigation.NavEntry(
                "terms",
                "Terms and closed days",
                "terms",
                Permission.MANAGE_CALENDAR,
                order=80,
                federation_url_name="federation_terms",
                place="menu",
                group=navigation.MenuGroup.SCHOOL,
            )
        )
        proclaimed = read_proclaimed_days(settings.BANK_HOLIDAYS)
        use_proclaimed_days(lambda: proclaimed)
        signins.listen()
        post_migrate.connect(_secure, sender=self)

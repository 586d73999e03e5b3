from django.apps import AppConfig
from django.db.models.signals import post_migrate


def _secure(sender, using="default", **kwargs):
    # Once, after the last app: policies of every table are made from the models.
    from aylsham.tenancy.row_security import secure_database

    secure_database()


class AylshamConfig(AppConfig):
    name = "aylsham"

    def ready(self):
        import aylsham.celery  # noqa: F401  (a task without the app goes to the wrong broker)
        from aylsham import navigation  # noqa: F401

        post_migrate.connect(_secure, sender=self)

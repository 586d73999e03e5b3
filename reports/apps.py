from django.apps import AppConfig

from aylsham.timescales.registry import REGISTRY

from . import rules


class ReportsConfig(AppConfig):
    name = "reports"

    def ready(self) -> None:
        from aylsham.access.permissions import Permission
        from aylsham.navigation import NavEntry, register

        REGISTRY.register(rules.BOOK)
        register(
            NavEntry(
                "today",
                "Today",
                "school_home",
                Permission.OPEN_TODAY,
                order=10,
                federation_url_name="federation_home",
            )
        )

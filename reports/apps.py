from django.apps import AppConfig

from aylsham.timescales.registry import REGISTRY

from . import rules


class ReportsConfig(AppConfig):
    name = "reports"

    def ready(self) -> None:
        from reports import places

        REGISTRY.register(rules.BOOK)
        places.register_own()

from django.apps import AppConfig

from aylsham.timescales.registry import REGISTRY

from . import rules


class ReportsConfig(AppConfig):
    name = "reports"

    def ready(self) -> None:
        REGISTRY.register(rules.BOOK)

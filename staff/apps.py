from django.apps import AppConfig

from aylsham.timescales.registry import REGISTRY

from . import rules


class StaffConfig(AppConfig):
    name = "staff"

    def ready(self) -> None:
        REGISTRY.register(rules.BOOK)

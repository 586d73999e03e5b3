from django.apps import AppConfig

from aylsham.timescales.registry import REGISTRY

from . import rules


class LacConfig(AppConfig):
    name = "lac"

    def ready(self) -> None:
        REGISTRY.register(rules.BOOK)

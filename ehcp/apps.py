from django.apps import AppConfig

from aylsham.timescales.registry import REGISTRY

from . import rules


class EhcpConfig(AppConfig):
    name = "ehcp"

    def ready(self) -> None:
        REGISTRY.register(rules.BOOK)

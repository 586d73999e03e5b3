from django.apps import AppConfig

from aylsham.timescales.registry import REGISTRY

from . import rules


class EhcpConfig(AppConfig):
    name = "ehcp"

    def ready(self) -> None:
        from aylsham.deadlines.registry import register_provider

        from . import deadlines

        REGISTRY.register(rules.BOOK)
        register_provider("ehcp", deadlines.deadlines, kinds=deadlines.KINDS)

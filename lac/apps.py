from django.apps import AppConfig

from aylsham.timescales.registry import REGISTRY

from . import rules


class LacConfig(AppConfig):
    name = "lac"

    def ready(self) -> None:
        from lac import flags, importing, packing, tracking

        REGISTRY.register(rules.BOOK)
        flags.register_own()
        importing.register_own()
        tracking.register_own()
        packing.register_own()
        packing.leave_own_unhanded()

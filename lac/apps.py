from django.apps import AppConfig

from aylsham.timescales.registry import REGISTRY

from . import rules


class LacConfig(AppConfig):
    name = "lac"

    def ready(self) -> None:
        from lac import flags, importing, packing, premium, tracking

        REGISTRY.register(rules.BOOK)
        flags.register_own()
        importing.register_own()
        tracking.register_own()
        packing.register_own()
        premium.register_own()
        premium.register_packs()
        packing.leave_own_unhanded()

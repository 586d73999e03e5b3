from django.apps import AppConfig
from django.db.models.signals import post_migrate

from aylsham.timescales.registry import REGISTRY

from . import rules


def _make_triggers(sender, using="default", **kwargs):
    from pupils.searching.triggers import make_triggers

    make_triggers()


class PupilsConfig(AppConfig):
    name = "pupils"

    def ready(self) -> None:
        from pupils import (
            deadlines,
            flags,
            handed_kinds,
            holding,
            oversight,
            own_print_kinds,
            packs,
            places,
            tabs,
            tracking,
        )
        from pupils.agreeing import own as agreeing
        from pupils.asks import own as asks
        from pupils.searching import own as searching
        from pupils.selectors.parents import parts
        from pupils.services.importing import registering

        REGISTRY.register(rules.BOOK)
        flags.register_own()
        agreeing.register_own()
        asks.register_own()
        tabs.register_own()
        places.register_own()
        own_print_kinds.register_own()
        oversight.register_own()
        tracking.register_own()
        packs.register_own()
        deadlines.register_own()
        handed_kinds.register_own()
        holding.register_own()
        registering.register_own()
        parts.register_own()
        searching.register_own()
        # After every migrate, when the tables of all floors are there.
        post_migrate.connect(_make_triggers, sender=self)

from django.apps import AppConfig

from aylsham.timescales.registry import REGISTRY

from . import rules


class ReportsConfig(AppConfig):
    name = "reports"

    def ready(self) -> None:
        from aylsham.deadlines.registry import register_provider
        from reports import (
            access_deadlines,
            agreeing,
            deadlines,
            objective_asks,
            objective_deadlines,
            packing,
            places,
            strategy_deadlines,
            tracking,
        )
        from reports.selectors.bundles import leaving

        REGISTRY.register(rules.BOOK)
        register_provider("reports", deadlines.deadlines, kinds=deadlines.KINDS, tables=())
        due = access_deadlines
        register_provider("access_plan", due.deadlines, kinds=due.KINDS, tables=())
        review = strategy_deadlines
        register_provider("strategy", review.deadlines, kinds=review.KINDS, tables=())
        plans = objective_deadlines
        register_provider("objectives", plans.deadlines, kinds=plans.KINDS, tables=())
        objective_asks.register_own()
        places.register_own()
        tracking.register_own()
        packing.register_own()
        leaving.register_own()
        agreeing.register_own()

from django.apps import AppConfig

from aylsham.timescales.registry import REGISTRY

from . import rules


class EhcpConfig(AppConfig):
    name = "ehcp"

    def ready(self) -> None:
        from aylsham.access.permissions import Permission
        from aylsham.deadlines.registry import register_provider
        from aylsham.navigation import NavEntry, register
        from pupils.letter_facts import register_letter_facts
        from pupils.parent_parts import PagePart, register_part, register_stages
        from pupils.tabs import ChildTab, register_tab

        from . import (
            assessments,
            deadlines,
            letter_facts,
            packing,
            papers,
            reviewing,
            searching,
            tracking,
            wording_deadlines,
        )
        from .selectors import family
        from .services import review_letters
        from .services.importing import tracker

        REGISTRY.register(rules.BOOK)
        register_provider(
            "ehcp", deadlines.deadlines, kinds=deadlines.KINDS, tables=deadlines.TABLES
        )
        register_provider(
            wording_deadlines.NAME, wording_deadlines.deadlines, tables=wording_deadlines.TABLES
        )
        assessments.register_own()
        reviewing.register_own()
        review_letters.register_own()
        papers.register_own()
        tracker.register_own()
        tracking.register_own()
        searching.register_own()
        register_letter_facts(letter_facts.plan_facts)
        register_letter_facts(letter_facts.order_facts)
        packing.register_own()
        reviewing.register_packs()
        assessments.register_packs()
        papers.register_packs()
        packing.leave_own_unhanded()
        register_part(PagePart("plan", "The EHC plan", 30, family.plan_lines))
        register_stages("ehcp", family.plan_stages)
        register(
            NavEntry(
                "plans",
                "Plans & reviews",
                "plans",
                Permission.VIEW_PLANS,
                order=30,
                federation_url_name="federation_plans",
                claims=("plan-versions/", "reviews/", "assessments/", "consultations/"),
            )
        )
        register_tab(ChildTab("plan", "EHC plan", "child_plan", Permission.VIEW_PLANS, order=25))

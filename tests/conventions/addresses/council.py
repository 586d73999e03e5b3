"""Rows of what the council asks for: maps, INDES, letters, self-evaluation, papers."""

from tests.conventions.addresses.rows import row
from tests.factories import TODAY


@row("map_line")
def _map_line(world):
    from aylsham.identifiers import uuid7
    from provision.services.graduated import add_map_line

    key = uuid7()
    words = {"name": f"{world.marker} corner", "tier": "U"}
    add_map_line(school=world.school, year=2026, words=words, by=None, key=key)
    return f"own-{key}"


def _kept(world):
    from provision.models import KeptMap
    from provision.rules.graduated_map import kept_from, norfolk
    from provision.services.graduated import keep_map

    shapes = norfolk()
    lines = [("own:1", {"name": f"{world.marker} group", "tier": "Targeted", "pence": 100})]
    content = kept_from(shapes, shapes.map_on(TODAY), lines)
    known = KeptMap.objects.filter(school=world.school).first()
    return known or keep_map(
        school=world.school, year=2026, content=content, note=world.marker, by=None
    )


@row("kept_map")
def _kept_map(world):
    return _kept(world).pk


@row("moderation")
def _moderation(world):
    from provision.services.graduated import add_moderation

    facts = {"held_on": TODAY, "who": "Panel", "agreed": f"{world.marker} words"}
    return add_moderation(kept=_kept(world), by=None, **facts).pk


@row("indes_record")
def _indes_record(world):
    from aylsham.changes import version_of
    from provision.services.indes import ANSWER_FIELDS, AreaFacts, add_indes, answer_indes

    areas = [AreaFacts("Cognition and learning", level="3", evidence=f"{world.marker} words")]
    facts = {"framework": "2026-07", "completed_on": TODAY}
    record = add_indes(pupil=world.pupil, areas=areas, by=None, **facts)
    said = {"submitted_on": TODAY, "panel_on": TODAY, "outcome": "advice"}
    said |= {"outcome_note": f"{world.marker} words"}
    return answer_indes(
        record=record, version=version_of(record, ANSWER_FIELDS), by=None, **said
    ).pk


@row("funding_letter")
def _funding_letter(world):
    from provision.services.element_3 import add_letter

    facts = {"financial_year": 2026, "part": "formula", "total_pence": 100, "sure": "V"}
    return add_letter(
        school=world.school, lines=(), by=None, note=f"{world.marker} note", **facts
    ).pk


@row("funding_sum")
def _funding_sum(world):
    from provision.services.funding import add_funding_sum

    facts = {"financial_year": 2026, "stream": "notional", "pence": 100, "is_returned": False}
    source = f"{world.marker} budget share"
    return add_funding_sum(school=world.school, by=None, on=TODAY, source=source, **facts).pk


def _evaluated(world):
    from provision.models import Evaluation, EvaluationAction
    from provision.rules.graduated_map import norfolk
    from provision.services.evaluations import add_evaluation_action, begin_evaluation

    known = Evaluation.objects.filter(school=world.school).first()
    if known is None:
        shape = norfolk().ipsef_on(TODAY)
        known = begin_evaluation(school=world.school, year=2026, shape=shape, by=None)
        statement = known.statements.first()
        facts = {"what": f"{world.marker} action", "owner": None, "by_on": TODAY, "done_on": None}
        add_evaluation_action(statement=statement, by=None, **facts)
    return EvaluationAction.objects.select_related("statement__evaluation").get(
        school=world.school, statement__evaluation=known
    )


@row("evaluation")
def _evaluation(world):
    return _evaluated(world).statement.evaluation_id


@row("statement")
def _statement(world):
    return _evaluated(world).statement_id


@row("evaluation_action")
def _evaluation_action(world):
    return _evaluated(world).pk


@row("council_paper")
def _council_paper(world):
    from provision.models import CouncilPaper
    from provision.services.council_papers import ask_for_council_paper

    facts = {"kind": "map", "html": f"<p>{world.marker}</p>", "of_on": TODAY}
    ask_for_council_paper(school=world.school, by=world.membership.user, **facts)
    return CouncilPaper.objects.get(school=world.school).pk

"""manage plan_reviews INSTANCE.json [--out FILE] [--seconds N] [--check PLAN.json]"""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from ehcp.scheduling.instance import Instance, InstanceError
from ehcp.scheduling.verifying import broken_rules


class Command(BaseCommand):
    help = (
        "Plan a calendar of annual reviews from a JSON file, without the database. "
        "ehcp/scheduling/instance.py describes the file, solution.py the answer; "
        "the answer is checked by a verifier of its own before it is written."
    )

    def add_arguments(self, parser) -> None:
        parser.add_argument("instance", type=Path, metavar="INSTANCE.json")
        parser.add_argument("--out", type=Path, help="write the answer here, not to the screen")
        parser.add_argument("--seconds", type=float, default=60, help="how long it may take (60)")
        parser.add_argument("--check", type=Path, help="only check this answer")

    def handle(self, *args, **options) -> None:
        data = self._read(options["instance"])
        answer = self._read(options["check"]) if options["check"] else self._plan(data, options)
        broken = broken_rules(data, answer)
        for each in broken:
            self.stderr.write(f"{each.rule}: {', '.join(each.reviews)}: {each.words}")
        if broken:
            raise CommandError(f"{len(broken)} rules are broken.")
        if options["check"]:
            self.stdout.write("Every hard rule is kept.")
            return
        text = json.dumps(answer, indent=1, ensure_ascii=False)
        if options["out"]:
            options["out"].write_text(text + "\n")
            self.stdout.write(self._sentence(answer))
        else:
            self.stdout.write(text)

    def _plan(self, data: dict, options: dict) -> dict:
        from ehcp.scheduling.solving import make_calendar  # loads OR-tools
        from ehcp.scheduling.writing import as_data

        try:
            instance = Instance.from_data(data)
        except InstanceError as problem:
            raise CommandError(str(problem)) from problem
        return as_data(make_calendar(instance, seconds=options["seconds"]))

    def _read(self, path: Path) -> dict:
        try:
            return json.loads(path.read_text())
        except (OSError, ValueError) as problem:
            raise CommandError(f"{path} cannot be read: {problem}") from problem

    def _sentence(self, answer: dict) -> str:
        figures, greedy = answer["figures"], answer["greedy"]
        return (
            f"{figures['placed']} placed, {figures['unplaced']} not; cost {answer['objective']:,}, "
            f"at best {answer['bound']:,} (gap {answer['gap']:.1%}), {answer['seconds']} s. "
            f"By the earliest deadline: {greedy['placed']} placed, cost {greedy['objective']:,}."
        )

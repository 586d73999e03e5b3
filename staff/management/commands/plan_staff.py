"""manage plan_staff INSTANCE.json [--out FILE] [--seconds N] [--greedy] [--check | --absent …]"""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from staff.planning.instance import Instance, InstanceError
from staff.planning.verifying import broken_rules


class Command(BaseCommand):
    help = (
        "Plan a week of people's time from a JSON file, without the database. "
        "staff/planning/instance.py describes the file, solution.py the answer; "
        "the answer is checked by a verifier of its own before it is written."
    )

    def add_arguments(self, parser) -> None:
        parser.add_argument("instance", type=Path, metavar="INSTANCE.json")
        parser.add_argument("--out", type=Path, help="write the answer here, not to the screen")
        parser.add_argument("--seconds", type=float, default=60, help="how long it may take (60)")
        parser.add_argument("--workers", type=int, default=2, help="cores to use (2)")
        parser.add_argument("--greedy", action="store_true", help="plan as a busy person would")
        parser.add_argument(
            "--check", type=Path, metavar="PLAN.json", help="only check this plan, ours or by hand"
        )
        parser.add_argument(
            "--absent", metavar="ADULT", help="who is out: what falls, who steps in"
        )
        parser.add_argument("--plan", type=Path, help="with --absent: the plan of the week")
        parser.add_argument("--weekday", type=int, choices=range(5), help="with --absent: 0 to 4")
        parser.add_argument("--from", dest="starts", default="00:00", help="with --absent: 10:30")

    def handle(self, *args, **options) -> None:
        data = self._read(options["instance"])
        try:
            instance = Instance.from_data(data)
        except InstanceError as problem:
            raise CommandError(str(problem)) from problem
        if options["check"]:
            plan = self._read(options["check"])
            self._check(data, plan, is_by_hand="status" not in plan)
            self.stdout.write("Every hard rule is kept.")
        elif options["absent"]:
            self._write(self._replan(instance, options), options, "Planned anew.")
        elif options["greedy"]:
            self._greedy(data, instance, options)
        else:
            self._plan(data, instance, options)

    def _plan(self, data: dict, instance: Instance, options: dict) -> None:
        from staff.planning.greedy import plan_greedily
        from staff.planning.solving import make_plan  # loads OR-tools
        from staff.planning.times import Times
        from staff.planning.writing import plan_data

        plan = make_plan(instance, seconds=options["seconds"], workers=options["workers"])
        answer = plan_data(plan, plan_greedily(instance, Times(instance)))
        if plan.conflicts:
            for each in answer["conflicts"]:
                self.stderr.write(each["words"])
            raise CommandError("The locks exclude each other.")
        self._check(data, answer)
        self._write(answer, options, _sentence(answer))

    def _greedy(self, data: dict, instance: Instance, options: dict) -> None:
        from staff.planning.comparing import figures_of
        from staff.planning.greedy import plan_greedily
        from staff.planning.times import Times
        from staff.planning.writing import by_hand

        sessions = plan_greedily(instance, Times(instance))
        answer = by_hand(instance, sessions)
        self._check({**data, "locks": []}, answer, is_by_hand=True)
        figures = figures_of(instance, sessions)
        words = ", ".join(f"{key} {value}" for key, value in figures.items())
        self._write(answer, options, words)

    def _replan(self, instance: Instance, options: dict) -> dict:
        from staff.planning.absence import replan
        from staff.planning.reading import read_clock, read_sessions
        from staff.planning.writing import replan_data

        if not options["plan"] or options["weekday"] is None:
            raise CommandError("--absent needs --plan and --weekday.")
        if options["absent"] not in instance.adults:
            raise CommandError(f"No adult {options['absent']}.")
        rows = self._read(options["plan"]).get("sessions", [])
        try:
            sessions = read_sessions(rows, instance.demands)
            starts = read_clock(options["starts"])
        except ValueError as problem:
            raise CommandError(str(problem)) from problem
        return replan_data(
            replan(instance, sessions, options["absent"], options["weekday"], starts)
        )

    def _check(self, data: dict, plan: dict, *, is_by_hand: bool = False) -> None:
        broken = broken_rules(data, plan, is_by_hand=is_by_hand)
        for each in broken:
            self.stderr.write(f"{each.rule}: {', '.join(each.demands)}: {each.words}")
        if broken:
            raise CommandError(f"{len(broken)} rules are broken.")

    def _write(self, answer: dict, options: dict, sentence: str) -> None:
        text = json.dumps(answer, indent=1, ensure_ascii=False)
        if options["out"]:
            options["out"].write_text(text + "\n")
            self.stdout.write(sentence)
        else:
            self.stdout.write(text)

    def _read(self, path: Path) -> dict:
        try:
            return json.loads(path.read_text())
        except (OSError, ValueError) as problem:
            raise CommandError(f"{path} cannot be read: {problem}") from problem


def _sentence(answer: dict) -> str:
    figures, greedy = answer["figures"], answer["greedy"]
    return (
        f"{figures['sessions']} sessions, {figures['uncovered_sessions']} not covered, "
        f"{figures['unmet_legal_minutes']} legal minutes missing; "
        f"wishes missed {answer['cost']:,}, at best {answer['bound']:,} "
        f"(gap {answer['gap']:.1%}), {answer['seconds']} s. "
        f"As a busy person would: {greedy['unmet_legal_minutes']} legal minutes missing, "
        f"{greedy['adults_per_child']} adults for each child against {figures['adults_per_child']}."
    )

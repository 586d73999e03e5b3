"""How long sealing takes: `python -m tests.benchmarks.audit_sealing [events] [schools]`.

Works in a database of its own, made and dropped as the owner. The first figure is one pass over
events of many schools that nobody has sealed yet; the second verifies all of them.
"""

import statistics
import sys
import tempfile
import time

from tests.benchmarks.database import throw_away_database


def main(events: int = 100_000, schools: int = 100) -> float:
    """Print the times of three passes; the seconds of the middle one."""
    with throw_away_database():
        from aylsham.audit.seals import seal_events, wait_for_open_transactions
        from aylsham.audit.verify import verify_school
        from aylsham.audit.witness import read_witness
        from aylsham.tenancy.row_security import school_transaction
        from tests.factories import FederationFactory, SchoolFactory

        federation = FederationFactory()
        made = [SchoolFactory(federation=federation) for _ in range(schools)]
        times = []
        for _ in range(3):
            _fill(made, events)
            wait_for_open_transactions(timeout=300)
            begun = time.perf_counter()
            sealed = seal_events()
            times.append(time.perf_counter() - begun)
            assert sum(s.count for s in sealed) == events, "an open transaction was in the way"
        print(
            f"seal {events} events of {schools} schools:"
            f" {statistics.median(times):.2f} s, best {min(times):.2f} s"
        )
        begun = time.perf_counter()
        assert seal_events() == []
        print(f"a pass with nothing new: {1000 * (time.perf_counter() - begun):.1f} ms")
        witness = read_witness()
        begun = time.perf_counter()
        for school in made:
            with school_transaction(school):
                lines = (line for line in witness if line.school_id == school.pk)
                assert verify_school(school, lines).is_intact
        print(f"verify {3 * events} events: {time.perf_counter() - begun:.2f} s")
        return statistics.median(times)


def _fill(schools, events: int) -> None:
    """Events that look like a day's reads, schools in turn."""
    from django.db import connection, transaction

    from aylsham.tenancy.row_security import set_schools

    with transaction.atomic(), connection.cursor() as cursor:
        set_schools(s.pk for s in schools)
        cursor.execute(
            "INSERT INTO aylsham_auditevent (school_id, actor_id, actor_name, actor_roles, action,"
            " subject_type, subject_id, pupil_ids, detail, request_id)"
            " SELECT (%s::uuid[])[1 + n %% %s], gen_random_uuid(), 'Ann Fenn', 'class_teacher',"
            " 'view_pupil', 'pupils.pupil', gen_random_uuid(), ARRAY[gen_random_uuid()],"
            """ '{"page": "pupil"}', gen_random_uuid() FROM generate_series(1, %s) AS n""",
            [[s.pk for s in schools], len(schools), events],
        )


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        import os

        os.environ["AUDIT_WITNESS_DIR"] = folder
        main(*(int(a) for a in sys.argv[1:]))

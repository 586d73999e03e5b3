"""The session log at its size: `./run bench --session-log 5000`, in thousands of sessions.

The three tables of the log, filled for a trust of a hundred schools, once as they stand and once
parted by school year; then what people do most, what a year end does, and how large it all is.
Policies and foreign keys are left out of both: they cost the same in each.
"""

import datetime as dt
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

import psycopg

from tests.benchmarks.database import throw_away_database

SCHOOLS = 100
CHILDREN, PROVISIONS = 90, 60  # of a school: on plans, and given to them
FIRST_YEAR, YEARS = 2024, 3
TABLES = {
    "session": ("provision_session", '"school_id", "provision_id", "on", "slot", "is_make_up"'),
    "log": ("provision_sessionlog", '"school_id", "session_id", "number"'),
    "mark": ("provision_sessionmark", '"school_id", "log_id", "pupil_id"'),
}
#: A day, and a further index of each table.
INDEXES = {"session": '"school_id", "on"', "mark": '"school_id", "pupil_id"'}

FILL = """
CREATE TEMPORARY TABLE given AS
SELECT n,
       (md5('school ' || n %% {schools}))::uuid AS school,
       (md5('provision ' || n %% {schools} || ' ' || n / {schools} %% {provisions}))::uuid AS provision,
       (md5('child ' || n %% {schools} || ' ' || n / {schools} %% {children}))::uuid AS child,
       day, {key} AS id
FROM (
    SELECT n, date '{first}' + (n::bigint * {days} / {count})::integer AS day
    FROM generate_series(0, {count} - 1) AS n
) AS numbered
"""
#: A version 7 key of the day, so that keys lie in the order in which they were made.
KEY = """(lpad(to_hex(extract(epoch FROM day)::bigint * 1000 + n %% 86400000), 12, '0')
       || '7' || substr(md5(n::text), 1, 3) || '8' || substr(md5(n::text), 4, 15))::uuid"""


@dataclass(frozen=True)
class Shape:
    """One way to lay the tables out: its schema and whether each year has a part of its own."""

    schema: str
    is_parted: bool

    @property
    def year(self) -> str:
        """A condition on the school year, where the tables know it."""
        return " AND {0}.year = %(year)s" if self.is_parted else ""


def main(thousands: int) -> None:
    """Print what each shape costs, side by side."""
    with throw_away_database() as name:
        from django.conf import settings

        address = psycopg.conninfo.make_conninfo(settings.DATABASE_OWNER_URL, dbname=name)
        with psycopg.connect(address, autocommit=True) as own:
            _draw(own, thousands * 1000)
            for shape in (Shape("as_it_stands", False), Shape("by_school_year", True)):
                _report(own, shape)


def _draw(own, count: int) -> None:
    days = 365 * YEARS
    words = {"schools": SCHOOLS, "provisions": PROVISIONS, "children": CHILDREN, "days": days}
    sql = FILL.format(**words, count=count, first=f"{FIRST_YEAR}-09-01", key=KEY)
    own.execute(sql.replace("%%", "%"))
    own.execute("ANALYZE given")
    print(f"{count:,} sessions with a log and a mark each, {SCHOOLS} schools, {YEARS} years")


def _report(own, shape: Shape) -> None:
    print(f"\n{shape.schema}")
    started = time.monotonic()
    _make(own, shape)
    _fill(own, shape)
    print(f"  filled in {time.monotonic() - started:.0f} s")
    for words, sql in _sizes(shape).items():
        print(f"  {words:36}{own.execute(sql).fetchone()[0] / 2**20:10,.0f} MB")
    for words, ask in _questions(own, shape).items():
        print(f"  {words:36}{_median(ask):10.2f} ms")
    started = time.monotonic()
    _end_first_year(own, shape)
    print(f"  {'the oldest year goes':36}{(time.monotonic() - started) * 1000:10.0f} ms")


def _make(own, shape: Shape) -> None:
    own.execute(f"CREATE SCHEMA {shape.schema}")
    own.execute(f"SET search_path = {shape.schema}, public")
    for table, (model, unique) in TABLES.items():
        if not shape.is_parted:
            own.execute(f"CREATE TABLE {table} (LIKE public.{model} INCLUDING DEFAULTS)")
            own.execute(f"ALTER TABLE {table} ADD PRIMARY KEY (id)")
        else:
            own.execute(
                f"CREATE TABLE {table} (LIKE public.{model} INCLUDING DEFAULTS, "
                "year smallint NOT NULL, PRIMARY KEY (year, id)) PARTITION BY LIST (year)"
            )
            for year in range(FIRST_YEAR, FIRST_YEAR + YEARS):
                own.execute(
                    f"CREATE TABLE {table}_{year} PARTITION OF {table} FOR VALUES IN ({year})"
                )
        year = '"year", ' if shape.is_parted else ""
        own.execute(f"CREATE UNIQUE INDEX ON {table} ({year}{unique})")
        if table in INDEXES:
            own.execute(f"CREATE INDEX ON {table} ({INDEXES[table]})")


def _fill(own, shape: Shape) -> None:
    year = ", year" if shape.is_parted else ""
    value = ", extract(year FROM day - interval '8 months')::smallint" if shape.is_parted else ""
    own.execute(
        f'INSERT INTO session (id, school_id, provision_id, "on", slot, is_make_up{year}) '
        f"SELECT id, school, provision, day, 1 + n / {SCHOOLS} % 30000, false{value} FROM given"
    )
    own.execute(
        f"INSERT INTO log (id, school_id, session_id, number, seen, logged_at{year}) "
        f"SELECT id, school, id, 1, 0, day{value} FROM given"
    )
    own.execute(
        "INSERT INTO mark (id, school_id, log_id, pupil_id, came, minutes, reason, measure, word"
        f"{year}) SELECT id, school, id, child, 'had', 20, '', '', ''{value} FROM given"
    )
    own.execute("ANALYZE session, log, mark")


def _sizes(shape: Shape) -> dict[str, str]:
    whole = "SELECT sum({f}(c.oid)) FROM pg_class c WHERE c.relkind = 'r' AND {w}"
    schema = f"c.relnamespace = '{shape.schema}'::regnamespace"
    newest = f"{schema} AND c.relname LIKE '%\\_{FIRST_YEAR + YEARS - 1}'"
    sizes = {
        "rows": whole.format(f="pg_table_size", w=schema),
        "indexes": whole.format(f="pg_indexes_size", w=schema),
    }
    if shape.is_parted:
        sizes["indexes of the newest year"] = whole.format(f="pg_indexes_size", w=newest)
    return sizes


JOINED = """
FROM session s
JOIN log l ON l.school_id = s.school_id AND l.session_id = s.id{log_year}
JOIN mark m ON m.school_id = l.school_id AND m.log_id = l.id{mark_year}
WHERE s.school_id = %(school)s
"""


def _questions(own, shape: Shape) -> dict[str, Callable[[], object]]:
    in_year = {"log_year": " AND l.year = s.year", "mark_year": " AND m.year = l.year"}
    joined = JOINED.format(**(in_year if shape.is_parted else dict.fromkeys(in_year, "")))
    newest = FIRST_YEAR + YEARS - 1
    values = {
        "year": newest, "from": dt.date(newest, 9, 1), "day": dt.date(newest, 11, 23),
        "school": own.execute("SELECT school FROM given WHERE n = 7").fetchone()[0],
        "child": own.execute("SELECT child FROM given WHERE n = 7").fetchone()[0],
    }  # fmt: skip
    here = shape.year.format("s")
    since = f'{joined}{here} AND s."on" >= %(from)s'

    def ask(sql: str) -> Callable[[], object]:
        return lambda: own.execute(sql, values, prepare=True).fetchall()

    return {
        "sessions of a day": ask(
            f'SELECT s.*, l.number, m.came, m.minutes {joined}{here} AND s."on" = %(day)s'
        ),
        "a child's school year": ask(
            f"SELECT m.came, m.minutes, m.reason {since} AND m.pupil_id = %(child)s"
        ),
        "a school's school year, by provision": ask(
            "SELECT s.provision_id, m.reason, sum(m.minutes), count(*) "
            f"{since} GROUP BY s.provision_id, m.reason"
        ),
        "log a session": lambda: _log(own, shape, values),
    }


def _log(own, shape: Shape, values: dict) -> None:
    """Three rows and a commit, as when a session is logged."""
    year, value = (", year", f", {values['year']}") if shape.is_parted else ("", "")
    with own.transaction():
        own.execute(
            f'INSERT INTO session (id, school_id, provision_id, "on", slot, is_make_up{year}) '
            "VALUES (gen_random_uuid(), %(school)s, gen_random_uuid(), %(day)s, 1, false"
            f"{value})",
            values,
        )
        own.execute(
            f"INSERT INTO log (id, school_id, session_id, number, seen, logged_at{year}) "
            f"VALUES (gen_random_uuid(), %(school)s, gen_random_uuid(), 1, 0, now(){value})",
            values,
        )
        own.execute(
            "INSERT INTO mark (id, school_id, log_id, pupil_id, came, minutes, reason, measure, "
            f"word{year}) VALUES (gen_random_uuid(), %(school)s, gen_random_uuid(), %(child)s, "
            f"'had', 20, '', '', ''{value})",
            values,
        )


def _median(ask: Callable[[], object], times: int = 40) -> float:
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        ask()
        taken.append((time.perf_counter() - started) * 1000)
    return statistics.median(taken)


def _end_first_year(own, shape: Shape) -> None:
    """What retention does with a year of a trust, the space given back included."""
    for table in reversed(TABLES):
        if shape.is_parted:
            own.execute(f"DROP TABLE {table}_{FIRST_YEAR}")
        else:
            last = f"{FIRST_YEAR + 1}-09-01"
            own.execute(
                f"DELETE FROM {table} WHERE id IN (SELECT id FROM given WHERE day < '{last}')"
            )
            own.execute(f"VACUUM {table}")

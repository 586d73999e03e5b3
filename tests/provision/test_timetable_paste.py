"""A pasted timetable as a person types it: when, who, whom; and every word that is not understood."""

import datetime as dt

import pytest

from provision.rules.timetable.known import Known
from provision.rules.timetable.lines import read_line
from provision.rules.timetable.people import People, Person
from provision.rules.timetable.reading import (
    MOST_GROUPS,
    NO_GROUP,
    NOBODY,
    TOO_MANY,
    read_timetable,
)
from provision.rules.timetable.rows import LONGEST_LINE
from provision.rules.timetable.times import take_when

CHILDREN = People(
    [
        Person("zoe", ("Zoë",), "Burton", ("Oak", "Year 4")),
        Person("lewis", ("Lewis",), "Pike", ("Oak", "Year 3")),
        Person("mills", ("Ava",), "Mills", ("Elm", "Year 1")),
        Person("moss", ("Ava",), "Moss", ("Oak", "Year 4")),
        Person("sam", ("Samuel", "Sam"), "O'Brien", ("Elm", "Year 2")),
        Person("kasia", ("Kasia",), "Nowak", ("Elm", "Year 2")),
        Person("mary", ("Mary Ann",), "Lee-Jones", ("Elm", "Year 2")),
    ]
)
ADULTS = People(
    [Person("wrona", ("Kasia",), "Wrona"), Person("brook", ("Helen",), "Brook")], by_initials=True
)
KNOWN = Known(
    CHILDREN,
    ADULTS,
    ("Speech sounds (NHS plan)", "Lego therapy", "ELSA", "Precision teaching", "Sounds and words"),
    ("Daily reader", "friday club"),
)


def at(hour: int, minute: int = 0) -> dt.time:
    return dt.time(hour, minute)


@pytest.mark.parametrize(
    ("words", "days", "time", "minutes", "sessions"),
    [
        ("Mon Wed Fri 9.15-9.45", (0, 2, 4), at(9, 15), 30, 3),
        ("Tues/Thurs 1.15pm 30 min", (1, 3), at(13, 15), 30, 2),
        ("daily 20 mins", (0, 1, 2, 3, 4), None, 20, 5),
        ("every morning for 10 minutes", (0, 1, 2, 3, 4), None, 10, 5),
        ("3 x 20", (), None, 20, 3),
        ("5 x 15 min a week", (), None, 15, 5),
        ("30 min x 3", (), None, 30, 3),
        ("3x weekly 10m", (), None, 10, 3),
        ("twice a week for half an hour", (), None, 30, 2),
        ("once a week, 1 hr 15", (), None, 75, 1),
        ("weekly 1.5 hours", (), None, 90, 1),
        ("Mondays, weekly, at 2pm", (0,), at(14), None, 1),
        ("Mon-Thurs 11.45 to 12.15pm", (0, 1, 2, 3), at(11, 45), 30, 4),
        ("M/W/F 9:00", (0, 2, 4), at(9), None, 3),
        ("M-F 12.30–1pm", (0, 1, 2, 3, 4), at(12, 30), 30, 5),
        ("Monday & Weds, Friday", (0, 2, 4), None, None, 3),
        ("Thurs 0915-0945", (3,), at(9, 15), 30, 1),
        ("9-9.30 Tues", (1,), at(9), 30, 1),
        ("Wed 13:30 ¾ hour", (2,), at(13, 30), 45, 1),
        ("Mon 3 times a week 15 minutes", (0,), None, 15, 3),
    ],
)
def test_when_it_is_given(words, days, time, minutes, sessions):
    when, _ = take_when(words)
    assert (when.days, when.time, when.minutes, when.sessions) == (days, time, minutes, sessions)
    assert when.odd in ([], ["morning"])


@pytest.mark.parametrize(
    ("words", "days", "time"),
    [
        ("M W F", (0, 2, 4), None),
        ("MTWTF", (0, 1, 2, 3, 4), None),
        ("T, Th", (1, 3), None),
        ("9", (), at(9)),
        ("9-10", (), at(9)),
    ],
)
def test_letters_and_bare_hours_count_only_in_a_column(words, days, time):
    when, _ = take_when(words, is_column=True)
    assert (when.days, when.time) == (days, time)
    assert not take_when(words)[0].says_something


@pytest.mark.parametrize(
    "words",
    ["Year 3-4 maths", "£14.12", "1:1 reading", "group of 4", "25.70", "Wednesbury", "x" * 20_000],
)
def test_what_is_no_time_is_left_alone(words):
    when, rest = take_when(words)
    assert not when.says_something and rest == words


@pytest.mark.parametrize(
    ("words", "odd"),
    [
        ("9.45-9.15", ["9.45-9.15"]),
        ("fortnightly on Tuesdays pm", ["fortnightly", "pm"]),
        ("Mon 9.15, Wed 10.00", ["10.00"]),
        ("Tues pm at 2.15", []),
        ("2 hours a week", ["2 hours a week"]),
        ("Saturdays", ["Saturdays"]),
    ],
)
def test_times_that_no_field_keeps_are_quoted(words, odd):
    assert take_when(words)[0].odd == odd


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("Zoë B", ["zoe"]),
        ("zoe burton", ["zoe"]),
        ("Burton, Zoë", ["zoe"]),
        ("Z Burton", ["zoe"]),
        ("Zoe", ["zoe"]),
        ("Sam O", ["sam"]),
        ("Samuel O’Brien", ["sam"]),
        ("Mary Ann L", ["mary"]),
        ("Ava", ["mills", "moss"]),
        ("Ava M", ["mills", "moss"]),
        ("Ava Mi", ["mills"]),
        ("Ava M (Oak)", ["moss"]),
        ("Ava M (Y1)", ["mills"]),
        ("Lewis B", []),
        ("Zo B", []),
        ("Lewis P, Zoë B", []),
        ("", []),
        ("-", []),
    ],
)
def test_a_child_is_everybody_whom_the_words_fit(words, keys):
    assert [person.key for person in CHILDREN.fits(words)] == keys


@pytest.mark.parametrize(
    ("words", "key"),
    [("Kasia W", "wrona"), ("Mrs Wrona", "wrona"), ("KW", "wrona"), ("H Brook", "brook")],
)
def test_an_adult_goes_by_title_and_by_initials_too(words, key):
    assert [person.key for person in ADULTS.fits(words)] == [key]


def test_names_like_a_slip_are_offered_and_never_taken():
    assert not CHILDREN.fits("Louis P")
    assert [person.key for person in CHILDREN.near("Louis P")] == ["lewis"]
    assert CHILDREN.near("") == ()


@pytest.mark.parametrize(
    ("words", "name", "staff", "role", "children", "place"),
    [
        (
            "Mon Wed Fri 9.15-9.45 Speech sounds – Kasia W – Zoë B, Lewis P, Ava M (library)",
            "Speech sounds", "Kasia W", "", ["Zoë B", "Lewis P", "Ava M"], "library",
        ),
        (
            "Speech sounds: Zoë B & Lewis P with Mrs Wrona, Tues 10.30, 20 mins, Rainbow room",
            "Speech sounds", "Mrs Wrona", "", ["Zoë B", "Lewis P"], "Rainbow room",
        ),
        ("Precision teaching daily 10 min Sam O, Mary Ann L",
         "Precision teaching", "", "", ["Sam O", "Mary Ann L"], ""),
        ("ELSA - HB - Sam O'Brien - 1.15-1.45 Thursdays", "ELSA", "HB", "", ["Sam O'Brien"], ""),
        ("Phonics catch up, Zoe B, Lewis P, Xander Q 3 x 20 (TA)",
         "Phonics catch up", "", "lsa", ["Zoe B", "Lewis P", "Xander Q"], ""),
        ("Zoë B Lewis P Sam O - Lego therapy Weds 2pm 45 min in the library",
         "Lego therapy", "", "", ["Zoë B", "Lewis P", "Sam O"], "library"),
        ("Ava M (Oak) & Ava M (Y1) Phonics Mon 9.00-9.20",
         "Phonics", "", "", ["Ava M (Oak)", "Ava M (Y1)"], ""),
        ("Physio – Kasia W – Lewis P daily 15 mins", "Physio", "Kasia W", "", ["Lewis P"], ""),
        ("Kasia W (LSA): Reading, Tues/Thurs, 1:1, Lewis",
         "Reading", "Kasia W", "lsa", ["Lewis"], ""),
        ("Sounds and words Mon 10.15 Zoë B and Lewis P",
         "Sounds and words", "", "", ["Zoë B", "Lewis P"], ""),
        ("Lego therapy group Fri 1.30pm Miss Smith, Zoë B",
         "Lego therapy group", "Miss Smith", "", ["Zoë B"], ""),
        ("Nurture — daily — Rainbow room — Lewis Pike; Zoë Burton",
         "Nurture", "", "", ["Lewis Pike", "Zoë Burton"], "Rainbow room"),
        ("2) Staff: Helen Brook; Children: Zoë B; Where: hall; Group: Talk; Days: Mon",
         "Talk", "Helen Brook", "", ["Zoë B"], "hall"),
    ],
)  # fmt: skip
def test_a_line_in_any_order(words, name, staff, role, children, place):
    entry = read_line(words, KNOWN)
    assert (entry.name, entry.staff, entry.role) == (name, staff, role)
    assert (entry.children, entry.place, entry.left) == (children, place, [])


def groups(text: str) -> list[tuple]:
    """Name, days, time and minutes, and the children of each group that was read."""
    return [
        (g.name, g.days, g.time, g.minutes, [c.key or c.words for c in g.children])
        for g in read_timetable(text, KNOWN).groups
    ]


SPEECH = ("Speech sounds", (0, 2), at(9, 15), 30, ["zoe", "lewis"])


@pytest.mark.parametrize(
    "text",
    [
        "Group\tDay\tTime\tMinutes\tPupils\nSpeech sounds\tMon, Wed\t9.15\t30\tZoë B, Lewis P",
        "Pupils\tTime\tGroup\tDays\nZoë B\nLewis P\t9.15-9.45\tSpeech sounds\tMW".replace(
            "Zoë B\nLewis P", '"Zoë B\nLewis P"'
        ),
        (
            "Child\tIntervention\tDays\tStart\tEnd\n"
            "Zoë B\tSpeech sounds\tMW\t9.15\t9.45\nLewis P\tSpeech sounds\tMW\t9.15\t9.45"
        ),
        "Group\tDays\tTime\tChildren\nSpeech sounds\tM/W\t9.15-9.45\tZoë B\n\t\t\tLewis P",
        (
            "\tMonday\tTuesday\tWednesday\n9.15-9.45\tSpeech sounds: Zoë B, Lewis P\t\t"
            "Speech sounds: Zoë B, Lewis P"
        ),
        (
            "\t9.15 - 9.45\t10.00\nMon\tSpeech sounds: Zoë B, Lewis P\t\nTue\t\t\n"
            "Wed\tSpeech sounds: Zoë B, Lewis P\t"
        ),
        "Group\tChildren\tTime\tMon\tTue\tWed\tThu\nSpeech sounds\tZoë B, Lewis P\t9.15-9.45\t✓\t\tx\t",
        "Speech sounds\tMon Wed\t9.15-9.45\tZoë B; Lewis P",
        (
            "Monday\n9.15-9.45 Speech sounds – Zoë B, Lewis P\nWednesday:\n"
            "9.15-9.45 Speech sounds – Zoë B, Lewis P"
        ),
        "Mon Wed 9.15-9.45 Speech sounds\nZoë B, Lewis P",
        "| Group | When | Children |\n|---|---|---|\n| Speech sounds | Mon Wed 9.15-9.45 | Zoë B, Lewis P |",
        "﻿Speech sounds\xa0– Mon Wed – 9.15-9.45 – Zoë B, Lewis P\r\n\r\n",
    ],
    ids=[
        "columns",
        "cell of lines",
        "row a child",
        "children below",
        "week",
        "turned",
        "ticks",
        "no heading",
        "days above",
        "names below",
        "pipes",
        "marks",
    ],
)
def test_the_same_group_however_it_is_laid_out(text):
    found = read_timetable(text, KNOWN)
    assert groups(text) == [SPEECH]
    assert found.unread == () and found.groups[0].left == ()
    assert found.groups[0].item == "Speech sounds (NHS plan)"


def test_a_week_by_adult_and_what_stands_in_it_without_children():
    text = (
        "\tMon\tTues\tWed\nKasia Wrona\t9.15-9.45 Speech sounds: Zoë B\tbreak\t"
        "9.15-9.45 Speech sounds: Zoë B\nHelen Brook\t\tPrecision teaching 10.30 Sam O\tPPA"
    )
    found = read_timetable(text, KNOWN)
    assert [(g.name, g.staff.key, g.days) for g in found.groups] == [
        ("Speech sounds", "wrona", (0, 2)),
        ("Precision teaching", "brook", (1,)),
    ]
    assert [(u.line, u.words, u.why) for u in found.unread] == [
        (2, "break", NOBODY), (3, "PPA", NOBODY),
    ]  # fmt: skip


def test_an_adult_alone_on_a_line_gives_what_follows():
    text = (
        "Kasia Wrona:\nMon 9.15 30 min Phonics - Zoë B\n\nHelen Brook\nTue 10.00 Phonics - Lewis P"
    )
    found = read_timetable(text, KNOWN).groups
    assert [(g.staff.key, g.days) for g in found] == [("wrona", (0,)), ("brook", (1,))]


def test_a_second_time_on_another_day_is_said():
    text = "Mon 9.15-9.45 Phonics – Zoë B\nWed 10.00-10.30 Phonics – Zoë B"
    (found,) = read_timetable(text, KNOWN).groups
    assert (found.days, found.time, found.sessions) == ((0, 2), at(9, 15), 2)
    assert found.left == ("Wed 10:00",)


def test_what_fits_several_or_nobody_is_left_to_a_person():
    (found,) = read_timetable("Mon 9.15 Phonics – Miss Smith – Ava M, Xander Q", KNOWN).groups
    assert [(c.words, c.keys) for c in found.children] == [
        ("Ava M", ("mills", "moss")), ("Xander Q", ()),
    ]  # fmt: skip
    assert (found.staff.words, found.staff.keys) == ("Miss Smith", ())


def test_a_first_name_that_an_adult_and_a_child_share_is_doubtful():
    (found,) = read_timetable("Mon 9.15 Phonics – Kasia – Zoë B", KNOWN).groups
    assert found.staff.words == "Kasia" and found.is_staff_doubtful


def test_the_same_child_twice_is_one():
    (found,) = read_timetable("Mon Phonics – Zoë B, Zoe Burton, Lewis P", KNOWN).groups
    assert [c.key for c in found.children] == ["zoe", "lewis"]


def test_lines_without_a_group_are_quoted_by_their_number():
    text = "LSA timetable, autumn 2\n\nMon 9.15 ELSA – Zoë B\nHave a good week"
    found = read_timetable(text, KNOWN)
    assert [(u.line, u.words, u.why) for u in found.unread] == [
        (1, "LSA timetable, autumn 2", NO_GROUP), (4, "Have a good week", NO_GROUP),
    ]  # fmt: skip


def test_a_column_that_nobody_knows_is_said_or_read_by_what_is_in_it():
    text = (
        "Club\tWho\tDay\tGroup\tNotes\nZoë B\tKW\tMon\tTalk\tstar chart\nLewis P\tKW\tTue\tTalk\t"
    )
    found = read_timetable(text.replace("Who", "Grown-up"), KNOWN)
    assert [[c.key for c in g.children] for g in found.groups] == [["zoe"], ["lewis"]]
    assert [g.staff.key for g in found.groups] == ["wrona", "wrona"]
    assert [u.words for u in found.unread] == ["Notes"]


@pytest.mark.parametrize("text", ["", "\n\n", "\t\t\n", '"', '"a\tb', "|", "🐬\0\ue000", "-\t-"])
def test_nothing_gives_nothing(text):
    assert read_timetable(text, KNOWN).groups == ()


def test_more_than_a_page_holds_is_said():
    text = "\n".join(f"Mon 9.{n // 60:02} Group{chr(65 + n % 26)}{n} – Zoë B" for n in range(70))
    found = read_timetable(text, KNOWN)
    assert len(found.groups) == MOST_GROUPS
    assert {u.why for u in found.unread} == {TOO_MANY} and len(found.unread) == 10
    long = read_timetable("Mon " + "Zoë B, " * 10_000, KNOWN)
    assert sum(len(g.words) for g in long.groups) <= LONGEST_LINE
    assert long.unread[-1].why == TOO_MANY


@pytest.mark.parametrize(
    ("line", "name", "sessions"),
    [
        ("Daily reader 5 x 10 Lewis P", "Daily reader", 5),
        ("daily: daily reader 10 min, Zoë B", "daily reader", 5),
        ("Friday Club Fri 14:00 30 min Zoë B, Lewis P", "Friday Club", 1),
        ("Lego therapy daily 20 min Zoë B", "Lego therapy", 5),
    ],
)
def test_a_known_name_that_sounds_like_a_time_is_a_name(line, name, sessions):
    [group] = read_timetable(line, KNOWN).groups
    assert group.name == name and group.sessions == sessions

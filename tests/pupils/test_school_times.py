"""When a child on a part-time timetable is in school: what people write, and what cannot be."""

import pytest

from pupils.rules.school_times import kept, of_record, read_times, written


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Mon 9:00 to 12:00", "Mon 9:00 to 12:00"),
        ("monday: 9-12", "Mon 9:00 to 12:00"),
        ("Mon to Wed 8.45–11.30", "Mon 8:45 to 11:30\nTue 8:45 to 11:30\nWed 8:45 to 11:30"),
        ("Tue, Thu 1pm to 3.15 pm", "Tue 13:00 to 15:15\nThu 13:00 to 15:15"),
        ("Fri 9:00 to 1:30", "Fri 9:00 to 13:30"),
        ("Wed 9:00 to 10:00, 13:00 to 15:00", "Wed 9:00 to 10:00, 13:00 to 15:00"),
        ("Wed 9 to 10\n\nMon and Tue 9 to 10", "Mon 9:00 to 10:00\nTue 9:00 to 10:00\nWed 9:00 to 10:00"),
        ("Mon 9:00 to 10:00\nMon 10:00 to 11:00", "Mon 9:00 to 10:00, 10:00 to 11:00"),
        ("", ""),
    ],
)  # fmt: skip
def test_what_is_read(text, lines):
    found = read_times(text)
    assert written(found) == lines
    assert read_times(written(found)) == found == of_record(kept(found))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("mornings", "write the day"),
        ("9:00 to 12:00", "write the day"),
        ("Sat 9:00 to 12:00", "write the days"),
        ("Mon 9:00", "write the times"),
        ("Mon 9:70 to 12:00", "write the times"),
        ("Mon 25:00 to 26:00", "write the times"),
        ("Mon 12:00 to 9:00", "not after"),
        ("Mon 9:00 to 9:00", "not after"),
        ("Mon 9:00 to 11:00\nMon 10:59 to 12:00", "overlap"),
    ],
)
def test_what_cannot_be(text, why):
    with pytest.raises(ValueError, match=why):
        read_times(text)

"""The unique pupil number: thirteen characters, of which the first checks the rest (no Django)."""

from dataclasses import dataclass

from stdnum.gb import upn as stdnum_upn

#: Letters of a UPN in their order of value; I, O and S are left out.
LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"

_ENGLAND = """
    201-213 301-320 330-336 340-344 350-359 370-373 380-384 390-394 420 800-803 805-808
    810-813 815 816 820-823 825 826 830 831 835-841 845 846 850-852 855-857 860 861 865-896
    908 909 916 919 921 925 926 928 929 931 933 935-938 940-943
"""
#: Children who come from Wales, or from a Ministry of Defence school, bring a UPN of there.
_ELSEWHERE = "660-681 702"


def _codes(ranges: str) -> frozenset[str]:
    spans = (item.split("-") for item in ranges.split())
    return frozenset(str(n) for span in spans for n in range(int(span[0]), int(span[-1]) + 1))


#: Authorities that have ever issued UPNs; python-stdnum's list ends in 2011.
LA_CODES = _codes(_ENGLAND + _ELSEWHERE)


@dataclass(frozen=True)
class Explanation:
    """Why a UPN is right or wrong, with the sum that anybody can repeat."""

    upn: str
    problem: str = ""
    total: int | None = None
    remainder: int | None = None
    expected_letter: str = ""

    @property
    def valid(self) -> bool:
        """Whether nothing is wrong with it."""
        return not self.problem

    @property
    def is_temporary(self) -> bool:
        """Whether it is a temporary number, which ends in a letter."""
        return is_temporary(self.upn)


def explain(text: str) -> Explanation:
    """Check a UPN and say in plain words what is wrong with it, if anything."""
    upn = clean(text)
    if problem := _shape_problem(upn):
        return Explanation(upn, problem)
    total = sum(weight * _value(char) for weight, char in enumerate(upn[1:], start=2))
    expected = LETTERS[total % 23]
    problem = ""
    if upn[1:4] not in LA_CODES:
        problem = f"{upn[1:4]} is not the number of a local authority."
    elif upn[0] != expected:
        problem = f"The first letter should be {expected}, not {upn[0]}: a character is mistyped."
    return Explanation(upn, problem, total, total % 23, expected)


def clean(text: str) -> str:
    """The UPN in capitals without spaces or dashes."""
    return stdnum_upn.compact(str(text)).replace("-", "")


def is_valid(text: str) -> bool:
    """Whether it is a UPN, permanent or temporary."""
    return explain(text).valid


def is_temporary(text: str) -> bool:
    """Whether a UPN is temporary: its last character is a letter."""
    return clean(text)[-1:].isalpha()


def check_letter(rest: str) -> str:
    """The first letter that belongs to the other twelve characters."""
    return stdnum_upn.calc_check_digit(rest)


def _value(char: str) -> int:
    return int(char) if char.isdigit() else LETTERS.index(char)


def _shape_problem(upn: str) -> str:
    if not upn:
        return "The UPN is empty."
    if len(upn) != 13:
        return f"A UPN has 13 characters; this has {len(upn)}."
    if not upn.isascii() or upn[0] not in LETTERS:
        return f"A UPN starts with a capital letter other than I, O and S, not with {upn[0]}."
    if not upn[1:12].isdigit():
        return "The second to the twelfth character of a UPN are digits."
    if not (upn[12].isdigit() or upn[12] in LETTERS):
        return f"A UPN ends in a digit, or in a letter other than I, O and S, not in {upn[12]}."
    return ""

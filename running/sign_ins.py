"""Who can sign in to the demonstration; the README has the same table."""

PASSWORD = "aylsham-demo"  # noqa: S105 (of invented people, printed on purpose)

#: Role as a person says it, e-mail address.
SIGN_INS = (
    ("SENDCo", "sendco@demo.example"),
    ("Assistant SENDCo", "assistant@demo.example"),
    ("Class teacher", "teacher@demo.example"),
    ("Learning support assistant", "lsa@demo.example"),
    ("Phase leader", "phaselead@demo.example"),
    ("SEND lead of the federation", "lead@demo.example"),
    ("Subject leader", "subject@demo.example"),
    ("Head teacher", "head@demo.example"),
    ("Safeguarding lead", "safeguarding@demo.example"),
    ("Governor", "governor@demo.example"),
    ("Federation administrator", "admin@demo.example"),
    ("Phase leader who rates levels", "infants@demo.example"),
    ("SENDCo of another federation", "sendco@other.example"),
)


def table() -> str:
    """The sign-ins as lines to print."""
    lines = [f"  {email:<24} {role}" for role, email in SIGN_INS]
    return "\n".join([f"Sign in with the password {PASSWORD} as", *lines])

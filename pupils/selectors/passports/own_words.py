"""What a child chose and said on the page "About me", and the voice clip, as far as one may read."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Subquery
from django.db.models.functions import JSONObject

from aylsham.access.current import Access
from aylsham.access.sensitivity import readable
from aylsham.codes import Sensitivity
from aylsham.models import School
from pupils.codes import VOICE_CLIP, AboutMe
from pupils.family_codes import GivenHow
from pupils.models import Passport, Pupil, Voice, VoiceClip
from pupils.selectors.identity import Child
from pupils.symbols import Symbol, pictures_of

#: So many sittings back an answer is looked for.
MOST_SITTINGS = 10


@dataclass(frozen=True)
class OwnAnswer:
    """What the child answered to one question last: pictures and exact words."""

    code: str
    label: str
    pictures: tuple[Symbol, ...]
    words: str
    on: dt.date
    written_by: str
    sensitivity: int


@dataclass(frozen=True)
class Clip:
    """The recording of the child's voice that the passport plays."""

    id: UUID
    seconds: float
    #: Every word of it; empty until somebody has written them down.
    words: str
    written_by: str
    written_on: dt.date | None
    recorded_by: str
    recorded_on: dt.date
    sensitivity: int

    @property
    def length(self) -> str:
        """`12 seconds`."""
        whole = max(1, round(self.seconds))
        return f"{whole} second{'' if whole == 1 else 's'}"

    @property
    def is_sensitive(self) -> bool:
        """Not for everybody who works with the child."""
        return self.sensitivity != Sensitivity.EVERYONE


@dataclass(frozen=True)
class OwnWords:
    """A child's own words: the latest answer to each question, and the clip."""

    answers: tuple[OwnAnswer, ...] = ()
    clip: Clip | None = None

    @property
    def is_empty(self) -> bool:
        """Nothing was asked or recorded yet, or nothing that the asker may read."""
        return not self.answers and self.clip is None

    @property
    def on_paper(self) -> "OwnWords":
        """What a print for everybody says: without what few may read or hear."""
        answers = (a for a in self.answers if a.sensitivity == Sensitivity.EVERYONE)
        clip = None if self.clip and self.clip.is_sensitive else self.clip
        return OwnWords(tuple(answers), clip)

    @property
    def texts(self) -> list[str]:
        """All of its words."""
        return [*(a.words for a in self.answers), self.clip.words if self.clip else ""]

    @property
    def sitting(self) -> OwnAnswer | None:
        """An answer that speaks for all of them when one person wrote all down on one day."""
        said = {(each.on, each.written_by) for each in self.answers}
        return self.answers[0] if len(self.answers) > 1 and len(said) == 1 else None

    def answer(self, code: str) -> OwnAnswer | None:
        """The answer to one question."""
        return next((each for each in self.answers if each.code == code), None)


def own_words_of(access: Access, child: Child) -> OwnWords:
    """A child's own words; one statement."""
    rows = Passport.objects.filter(school=child.school, pupil=child.pupil)
    passport = with_own_words(rows, access, child.school).first()
    return own_words_in(passport) if passport else OwnWords()


def with_own_words(passports, access: Access, school: School):
    """Passports with what their child said and recorded, cut to what the asker may read."""
    levels = readable(access.permissions_at(school))
    child = {"school_id": OuterRef("school_id")}
    said = Voice.objects.filter(
        pupil_id=OuterRef("pupil_id"), given_how=GivenHow.PICTURES, sensitivity__in=levels, **child
    ).order_by("-given_on", "-pk")
    answers = JSONObject(on="given_on", by="helper", answers="answers", sensitivity="sensitivity")
    return passports.annotate(
        clip=newest_clip(levels),
        said=ArraySubquery(said.values(data=answers)[:MOST_SITTINGS]),
    )


def newest_clip(levels: Collection[int]) -> Subquery:
    """For passports: the clip that the child's passport plays to readers of these levels."""
    clips = _clips(levels).filter(
        school_id=OuterRef("school_id"), document__pupil_id=OuterRef("pupil_id")
    )
    clip = JSONObject(
        id="pk",
        seconds="seconds",
        words="words",
        written_by="written_by__name",
        written_on="written_on",
        recorded_by="document__filed_by__name",
        recorded_on="document__of_on",
        sensitivity="document__sensitivity",
    )
    return Subquery(clips.values(data=clip)[:1])


def own_words_in(passport: Passport) -> OwnWords:
    """From a passport `with_own_words`."""
    latest: dict[str, OwnAnswer] = {}
    for sitting in passport.said:
        for each in sitting["answers"]:
            latest.setdefault(each.get("code", ""), _answer(each, sitting))
    in_order = (latest[code] for code in AboutMe.values if code in latest)
    return OwnWords(tuple(in_order), clip_in(passport))


def clip_in(passport: Passport) -> Clip | None:
    """From a passport with its `newest_clip`."""
    return _clip(passport.clip) if passport.clip else None


def clip_of(access: Access, pupil: Pupil, pk: UUID) -> VoiceClip | None:
    """A clip on the record that the asker may hear, with its document; one statement."""
    levels = readable(access.permissions_at(pupil.school))
    clip = _clips(levels).filter(school_id=pupil.school_id, document__pupil=pupil, pk=pk)
    found = clip.select_related("document").first()
    if found:
        found.school = found.document.school = pupil.school
        found.document.pupil = pupil
    return found


def _clips(levels: Collection[int]):
    on_record = {"document__binned_at": None, "document__sealed_at": None}
    clips = VoiceClip.objects.filter(document__kind=VOICE_CLIP, **on_record)
    return clips.filter(document__sensitivity__in=levels).order_by("-document__filed_at")


def _answer(each: dict, sitting: dict) -> OwnAnswer:
    return OwnAnswer(
        code=each["code"],
        label=each["question"],
        pictures=tuple(pictures_of(each.get("pictures", ()))),
        words=each["answer"],
        on=dt.date.fromisoformat(sitting["on"]),
        written_by=sitting["by"],
        sensitivity=sitting["sensitivity"],
    )


def _clip(row: dict) -> Clip:
    day = row["written_on"]
    return Clip(
        id=UUID(row["id"]),
        seconds=float(row["seconds"]),
        words=row["words"],
        written_by=row["written_by"] or "",
        written_on=dt.date.fromisoformat(day) if day else None,
        recorded_by=row["recorded_by"] or "",
        recorded_on=dt.date.fromisoformat(row["recorded_on"]),
        sensitivity=row["sensitivity"],
    )

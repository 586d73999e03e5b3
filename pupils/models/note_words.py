"""What people wrote about children, kept once more for the search alone."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.models import SchoolOwned, school_key


class NoteWords(SchoolOwned):
    """The words of one record, written by a trigger of its table; who may read is asked there."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="+")
    #: A key of the kinds of note that are registered.
    kind = models.CharField(max_length=14)
    subject_id = models.UUIDField()
    text = models.TextField()
    search = models.GeneratedField(
        expression=SearchVector("text", config="english"),
        output_field=SearchVectorField(),
        db_persist=True,
        editable=False,
    )

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="pupils_notewords_pupil_same_school"),
            models.UniqueConstraint(
                fields=["school", "kind", "subject_id"], name="pupils_notewords_subject_uniq"
            ),
        ]
        indexes = [
            GinIndex(
                fields=["school", "search"],
                opclasses=["uuid_ops", "tsvector_ops"],
                name="pupils_notewords_search",
            ),
            models.Index(fields=["school", "pupil"], name="pupils_notewords_pupil"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class SchoolWord(SchoolOwned):
    """A word that a school's notes and documents use: what a slip of the pen may have meant."""

    word = models.CharField(max_length=40)
    #: In how many notes and documents it stands.
    uses = models.PositiveIntegerField()

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.UniqueConstraint(fields=["school", "word"], name="pupils_schoolword_uniq"),
        ]
        indexes = [
            GinIndex(
                fields=["school", "word"],
                opclasses=["uuid_ops", "gin_trgm_ops"],
                name="pupils_schoolword_near",
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)

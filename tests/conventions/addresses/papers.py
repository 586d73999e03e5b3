"""Rows of the papers of annual reviews."""

from tests.conventions.addresses.rows import row


def _paper(world):
    """The school's report for the planned meeting, begun, with words in each part."""
    from ehcp.models import ReviewPaper, ReviewPaperPart
    from ehcp.selectors.papers.page import part_of, review_for
    from ehcp.services.papers.writing import start_paper, write_part
    from tests.access import access_of

    known = ReviewPaper.objects.filter(school=world.school, review=world.review).first()
    if known:
        return known
    access = access_of(world.membership.user, world.school)
    review = review_for(access, world.review.pk)
    paper = start_paper(review=review, kind="advice", access=access)
    for part in ReviewPaperPart.objects.filter(school=world.school, paper=paper):
        found = part_of(access, part.pk)
        write_part(
            part=found.row, marks=None, by=access.user, left_out=[], is_done=False,
            text=f"{world.marker} words of the school.",
        )  # fmt: skip
    return paper


@row("paper_kind")
def _paper_kind(world):
    return _paper(world).kind


@row("review_part")
def _review_part(world):
    return _paper(world).parts.get(school=world.school, key="progress").pk

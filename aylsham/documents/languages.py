"""Parts of a paper in another language say so in the tags of the PDF: no Django.

WeasyPrint writes the language of the whole document only. PDF/UA asks for every part that differs
from it (ISO 14289-1, 7.2), so that a screen reader changes its voice.
"""

from typing import Any

#: How a part says its language in HTML, after the root.
_MARK = ' lang="'


def tag_languages(html: str) -> None:
    """Let what is set after this carry the language of each element that names one."""
    if html.count(_MARK) < 2:
        return
    import pydyf
    from weasyprint.pdf import tags

    build: Any = tags._build_box_tree

    def with_language(box, *rest):
        """The box's own structure elements, each with the language that its HTML names."""
        element = getattr(box, "element", None)
        language = None if element is None else element.attrib.get("lang")
        for structure in build(box, *rest):
            if language and element.tag not in ("html", "body"):
                structure["Lang"] = pydyf.String(language)
            yield structure

    tags._build_box_tree = with_language

"""Not written yet."""

from vnbilat_lib.doc import Doc


def tag_meetings(doc: Doc) -> Doc:
    return doc

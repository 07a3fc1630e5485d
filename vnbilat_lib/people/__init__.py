"""Not written yet."""

from vnbilat_lib.doc import Doc


def tag_people(doc: Doc) -> Doc:
    return doc

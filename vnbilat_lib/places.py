"""Not written yet."""

from vnbilat_lib.doc import Doc


def tag_places(doc: Doc) -> Doc:
    return doc

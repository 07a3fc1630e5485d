"""Not written yet."""

from vnbilat_lib.doc import Doc


def tag_dating(doc: Doc) -> Doc:
    return doc

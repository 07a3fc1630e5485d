"""Not written yet."""

from vnbilat_lib.doc import Doc


def tag_amounts(doc: Doc) -> Doc:
    return doc

"""Not written yet."""

from vnbilat_lib.doc import Doc


def tag_furniture(doc: Doc) -> Doc:
    return doc

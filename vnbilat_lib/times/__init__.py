"""Not written yet."""

from vnbilat_lib.doc import Doc


def tag_times(doc: Doc) -> Doc:
    return doc


def resolve_times(doc: Doc) -> Doc:
    return doc

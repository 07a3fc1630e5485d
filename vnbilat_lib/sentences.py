"""Not written yet."""

from vnbilat_lib.doc import Doc


def tag_sentences(doc: Doc) -> Doc:
    return doc

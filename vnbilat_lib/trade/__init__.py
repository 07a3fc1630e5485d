"""Not written yet."""

from vnbilat_lib.doc import Doc


def tag_trade_figures(doc: Doc) -> Doc:
    return doc

"""Breaks a good PDF in many ways, to prove that the checks can fail.

    broken.py GOOD.pdf FOLDER

Writes FOLDER/FAULT.pdf for each fault and prints "FAULT CHECKER" lines: the checker (verapdf, structure, qpdf or words)
that must refuse it. GOOD.pdf needs a heading, a list, a link and a table. Needs pikepdf.
"""

import sys
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name


def elements(pdf, kind):
    """The structure elements of a kind, in no promised order."""
    for object_ in pdf.objects:
        if isinstance(object_, Dictionary) and str(object_.get("/S")) == kind and "/P" in object_:
            yield object_


def first(pdf, kind):
    return next(elements(pdf, kind))


def no_language(pdf):
    del pdf.Root.Lang


def no_tags(pdf):
    del pdf.Root.StructTreeRoot


def no_claim(pdf):
    del pdf.Root.Metadata


def title_hidden(pdf):
    del pdf.Root.ViewerPreferences


def link_not_described(pdf):
    for page in pdf.pages:
        for annotation in page.obj.get("/Annots", []):
            del annotation["/Contents"]


def header_cell_without_scope(pdf):
    del first(pdf, "/TH")["/A"]


def item_outside_list(pdf):
    first(pdf, "/L").S = Name.Div


def heading_skipped(pdf):
    first(pdf, "/H2").S = Name.H4


def table_row_short(pdf):
    row = first(pdf, "/TR")
    row.K = Array(list(row.K)[:-1])


def letters_unknown(pdf):
    for object_ in pdf.objects:
        if isinstance(object_, Dictionary) and str(object_.get("/Type")) == "/Font" and "/ToUnicode" in object_:
            del object_["/ToUnicode"]


def font_not_embedded(pdf):
    for object_ in pdf.objects:
        if isinstance(object_, Dictionary) and str(object_.get("/Type")) == "/FontDescriptor":
            for name in ("/FontFile", "/FontFile2", "/FontFile3"):
                if name in object_:
                    del object_[name]


def rewrite(pdf, change):
    page = pdf.pages[0]
    content = pikepdf.unparse_content_stream(change(list(pikepdf.parse_content_stream(page))))
    page.obj.Contents = pdf.make_stream(content)


def drawn_outside_tags(pdf):
    def change(instructions):
        """Takes the marks off the first tagged piece."""
        for at, one in enumerate(instructions):
            if str(one.operator) == "BDC" and "/MCID" in one.operands[1]:
                depth = 0
                for end in range(at, len(instructions)):
                    depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(str(instructions[end].operator), 0)
                    if depth == 0:
                        return instructions[:at] + instructions[at + 1 : end] + instructions[end + 1 :]
        raise ValueError("nothing is tagged")

    rewrite(pdf, change)


def tag_used_twice(pdf):
    def change(instructions):
        for one in instructions:
            if str(one.operator) == "BDC" and int(one.operands[1].get("/MCID", -1)) == 1:
                one.operands[1].MCID = 0
                return instructions
        raise ValueError("no second tag")

    rewrite(pdf, change)


def text_lost(pdf):
    """Drops what the first tagged piece shows: every tag stays right, the words do not."""

    def change(instructions):
        shows = ("Tj", "TJ")
        inside = False
        for at, one in enumerate(instructions):
            if str(one.operator) == "BDC" and "/MCID" in one.operands[1]:
                inside = True
            if inside and str(one.operator) in shows:
                return instructions[:at] + instructions[at + 1 :]
        raise ValueError("no text")

    rewrite(pdf, change)


def order_changed(pdf):
    document = list(pdf.Root.StructTreeRoot.K)[0] if isinstance(pdf.Root.StructTreeRoot.K, Array) else None
    document = document if document is not None else pdf.Root.StructTreeRoot.K
    pieces = list(document.K)
    document.K = Array(pieces[:1] + pieces[2:] + pieces[1:2])


def script_inside(pdf):
    pdf.Root.OpenAction = pdf.make_indirect(Dictionary(S=Name.JavaScript, JS=pikepdf.String("app.alert(1)")))


def bytes_cut(source, target):
    data = source.read_bytes()
    target.write_bytes(data[: len(data) * 2 // 3])


FAULTS = {
    no_language: "verapdf structure",
    no_tags: "verapdf structure",
    no_claim: "verapdf structure",
    title_hidden: "verapdf structure",
    link_not_described: "verapdf structure",
    header_cell_without_scope: "structure",
    item_outside_list: "verapdf structure",
    heading_skipped: "verapdf structure",
    table_row_short: "verapdf structure",
    letters_unknown: "verapdf structure",
    font_not_embedded: "verapdf structure",
    drawn_outside_tags: "verapdf structure",
    tag_used_twice: "structure",
    text_lost: "words",
    order_changed: "words",
    script_inside: "verapdf structure",
}


def main():
    source, folder = Path(sys.argv[1]), Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    for fault, checkers in FAULTS.items():
        name = fault.__name__.replace("_", "-")
        with pikepdf.open(source) as pdf:
            fault(pdf)
            pdf.save(folder / f"{name}.pdf", deterministic_id=True)
        for checker in checkers.split():
            print(name, checker)
    bytes_cut(source, folder / "bytes-cut.pdf")
    print("bytes-cut qpdf")


if __name__ == "__main__":
    main()

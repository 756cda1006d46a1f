"""A second reader of the tags of a PDF, independent of ours and of veraPDF.

    structure.py REPORT FILE.pdf...

Writes to REPORT, for each file, "PASS FILE" or "FAIL FILE: what is wrong" (a line for each fault, ten at most).
Checks by ISO 14289-1 (PDF/UA-1) and ISO 32000-1, 14.6 to 14.9: what is drawn is either tagged or an artifact, every
tagged piece is in the tree once, and the tree is one that a screen reader can walk. Needs pikepdf.
"""

import sys

import pikepdf
from pikepdf import Array, Dictionary, Object

GROUPING = {"/Document", "/Part", "/Sect", "/Div", "/BlockQuote", "/Aside", "/Art", "/NonStruct"}
BLOCKS = {"/P", "/Caption", "/Note", "/Code", "/Title"} | {f"/H{level}" for level in range(1, 7)}
LISTS = {"/L", "/LI", "/Lbl", "/LBody"}
TABLES = {"/Table", "/THead", "/TBody", "/TFoot", "/TR", "/TH", "/TD"}
INLINE = {"/Span", "/Link", "/Quote", "/Reference", "/Formula", "/Figure", "/Em", "/Strong"}
CHILDREN = {
    "/L": {"/LI", "/Caption", "/L"},
    "/LI": {"/Lbl", "/LBody"},
    "/Table": {"/TR", "/THead", "/TBody", "/TFoot", "/Caption"},
    "/THead": {"/TR"},
    "/TBody": {"/TR"},
    "/TFoot": {"/TR"},
    "/TR": {"/TH", "/TD"},
}
PAINTS = {"Tj", "TJ", "'", '"', "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "EI", "INLINE IMAGE"}


class Faults(list):
    """What is wrong with one file."""

    def need(self, right, message):
        if not right:
            self.append(message)
        return bool(right)


def key(object_):
    return object_.objgen


def kids(element):
    kid = element.get("/K")
    if kid is None:
        return []
    return list(kid) if isinstance(kid, Array) else [kid]


def is_element(kid):
    return isinstance(kid, (Dictionary, Object)) and not isinstance(kid, int) and "/S" in kid


def catalog(pdf, faults):
    root = pdf.Root
    faults.need(root.get("/MarkInfo", {}).get("/Marked") is True, "the catalog does not say that the file is tagged")
    faults.need(len(str(root.get("/Lang", ""))) >= 2, "the catalog names no language")
    shown = root.get("/ViewerPreferences", {}).get("/DisplayDocTitle")
    faults.need(shown is True, "the title is not shown in the window")
    metadata = root.get("/Metadata")
    xmp = bytes(metadata.read_bytes()) if metadata is not None else b""
    faults.need(b"pdfuaid" in xmp, "the metadata do not claim PDF/UA")
    faults.need(b"<dc:title>" in xmp, "the metadata hold no title")
    for name in ("/OpenAction", "/AA", "/AcroForm"):
        faults.need(name not in root, f"the catalog has {name}")
    for name in ("/JavaScript", "/EmbeddedFiles"):
        faults.need(name not in root.get("/Names", {}), f"the file has {name}")
    faults.need(root.get("/Outlines") is not None, "there are no bookmarks")


def drawn(page, number, faults):
    """The MCIDs of a page in the order in which they are drawn."""
    found = []
    stack = []
    for instruction in pikepdf.parse_content_stream(page):
        operator = str(instruction.operator)
        if operator in ("BMC", "BDC"):
            tag = str(instruction.operands[0])
            mcid = None
            if operator == "BDC" and isinstance(instruction.operands[1], Dictionary):
                mcid = instruction.operands[1].get("/MCID")
            if mcid is not None:
                mcid = int(mcid)
                faults.need(mcid not in found, f"page {number}: MCID {mcid} is used twice")
                faults.need(not any(known for _, known in stack), f"page {number}: MCID {mcid} inside a tagged piece")
                faults.need(
                    not any(tag == "/Artifact" for tag, _ in stack), f"page {number}: MCID {mcid} in an artifact"
                )
                found.append(mcid)
            stack.append((tag, mcid is not None))
        elif operator == "EMC":
            if faults.need(stack, f"page {number}: EMC without a beginning"):
                stack.pop()
        elif operator in PAINTS:
            held = any(tag == "/Artifact" or known for tag, known in stack)
            if not faults.need(held, f"page {number}: {operator} draws outside tags and artifacts"):
                break
    faults.need(not stack, f"page {number}: marked content is left open")
    return found


def numbers(tree, into):
    """The entries of a number tree."""
    for kid in tree.get("/Kids", []):
        numbers(kid, into)
    entries = list(tree.get("/Nums", []))
    for at in range(0, len(entries) - 1, 2):
        into[int(entries[at])] = entries[at + 1]
    return into


class Tree:
    """The walk through the structure tree."""

    def __init__(self, pdf, faults):
        self.faults = faults
        self.root = pdf.Root.StructTreeRoot
        self.roles = {str(name): str(role) for name, role in self.root.get("/RoleMap", {}).items()}
        self.pieces = {}
        self.annotations = {}
        self.heading = 0

    def kind(self, element):
        name = str(element.S)
        return self.roles.get(name, name)

    def walk(self, start):
        """Visits every element without recursion: trees may be deep."""
        waiting = [(start, None, start.get("/Pg"))]
        order = []
        while waiting:
            element, parent, page = waiting.pop()
            order.append((element, parent))
            page = element.get("/Pg", page)
            self.check(element, parent)
            nested = []
            for kid in kids(element):
                if isinstance(kid, int):
                    self.piece(element, page, int(kid))
                elif is_element(kid):
                    nested.append((kid, element, page))
                elif str(kid.get("/Type")) == "/MCR":
                    self.piece(element, kid.get("/Pg", page), int(kid.MCID))
                elif str(kid.get("/Type")) == "/OBJR":
                    self.annotations[key(kid.Obj)] = element
                else:
                    self.faults.append(f"{element.S} holds something unknown")
            waiting.extend(reversed(nested))
        return order

    def piece(self, element, page, mcid):
        if not self.faults.need(page is not None, f"{element.S}: MCID {mcid} is on no page"):
            return
        place = (key(page), mcid)
        self.faults.need(place not in self.pieces, f"{element.S}: MCID {mcid} is in the tree twice")
        self.pieces[place] = element

    def check(self, element, parent):
        faults, kind = self.faults, self.kind(element)
        known = GROUPING | BLOCKS | LISTS | TABLES | INLINE
        faults.need(kind in known, f"unknown element {kind}")
        if parent is not None:
            faults.need(key(element.P) == key(parent), f"{kind} names another parent than it has")
            allowed = CHILDREN.get(self.kind(parent))
            faults.need(allowed is None or kind in allowed, f"{kind} in {self.kind(parent)}")
            holder = {"/LI": {"/L"}, "/LBody": {"/LI"}, "/TR": {"/Table", "/THead", "/TBody", "/TFoot"},
                      "/TH": {"/TR"}, "/TD": {"/TR"}}.get(kind)
            faults.need(holder is None or self.kind(parent) in holder, f"{kind} in {self.kind(parent)}")
        if kind.startswith("/H") and kind[2:].isdigit():
            level = int(kind[2:])
            faults.need(level <= self.heading + 1, f"heading {level} follows heading {self.heading}")
            self.heading = level
        elif kind == "/Figure":
            faults.need(str(element.get("/Alt", "")).strip(), "a figure without alternative text")
            faults.need(self.attribute(element, "/BBox") is not None, "a figure without a bounding box")
        elif kind == "/TH":
            scope = self.attribute(element, "/Scope")
            faults.need(str(scope) in ("/Row", "/Column", "/Both"), "a header cell without scope")
        elif kind == "/Table":
            self.table(element)
        elif kind == "/L":
            faults.need(kids(element), "an empty list")

    @staticmethod
    def attribute(element, name):
        held = element.get("/A")
        for one in held if isinstance(held, Array) else [held]:
            if isinstance(one, Dictionary) and name in one:
                return one.get(name)
        return None

    def table(self, element):
        widths = set()
        rows = [kid for kid in kids(element) if is_element(kid)]
        rows = [row for group in rows for row in ([group] if self.kind(group) == "/TR" else kids(group))]
        for row in rows:
            if is_element(row) and self.kind(row) == "/TR":
                cells = [cell for cell in kids(row) if is_element(cell)]
                widths.add(sum(int(self.attribute(cell, "/ColSpan") or 1) for cell in cells))
        self.faults.need(len(widths) == 1, f"a table with rows of {sorted(widths)} cells")


def fonts(pdf, faults):
    for object_ in pdf.objects:
        if not isinstance(object_, Dictionary) or str(object_.get("/Type")) != "/Font":
            continue
        name = str(object_.get("/BaseFont", "?"))
        if str(object_.get("/Subtype")) in ("/Type0", "/TrueType", "/Type1"):
            faults.need("/ToUnicode" in object_, f"font {name} does not say its letters")
        for one in object_.get("/DescendantFonts", []) or ([] if "/DescendantFonts" in object_ else [object_]):
            descriptor = one.get("/FontDescriptor")
            held = descriptor is not None and any(f"/FontFile{end}" in descriptor for end in ("", "2", "3"))
            if "/DescendantFonts" in object_ or str(object_.get("/Subtype")) in ("/TrueType", "/Type1"):
                faults.need(held, f"font {name} is not embedded")
            if held:
                plain = name.lstrip("/")
                subset = len(plain) > 7 and plain[6] == "+" and plain[:6].isupper() and plain[:6].isalpha()
                faults.need(subset, f"font {name} is not a subset")


def check(path):
    faults = Faults()
    with pikepdf.open(path) as pdf:
        catalog(pdf, faults)
        fonts(pdf, faults)
        if not faults.need("/StructTreeRoot" in pdf.Root, "there are no tags"):
            return faults
        tree = Tree(pdf, faults)
        top = kids(tree.root)
        faults.need(len(top) == 1 and tree.kind(top[0]) == "/Document", "the tree is not one Document")
        for element in top:
            tree.walk(element)
        parents = numbers(tree.root.get("/ParentTree", Dictionary()), {})
        links(pdf, tree, parents, faults)
        seen = set()
        for number, page in enumerate(pdf.pages, 1):
            faults.need(str(page.obj.get("/Tabs")) == "/S", f"page {number}: tabs do not follow the tags")
            entry = parents.get(int(page.obj.get("/StructParents", -1)), [])
            for mcid in drawn(page, number, faults):
                place = (key(page.obj), mcid)
                seen.add(place)
                element = tree.pieces.get(place)
                if faults.need(element is not None, f"page {number}: MCID {mcid} is not in the tree"):
                    named = entry[mcid] if mcid < len(entry) else None
                    right = named is not None and key(named) == key(element)
                    faults.need(right, f"page {number}: the parent tree is wrong about MCID {mcid}")
        for place in tree.pieces.keys() - seen:
            faults.append(f"the tree names MCID {place[1]}, which is not drawn")
    return faults


def links(pdf, tree, parents, faults):
    for number, page in enumerate(pdf.pages, 1):
        for annotation in page.obj.get("/Annots", []):
            if str(annotation.get("/Subtype")) != "/Link":
                faults.append(f"page {number}: an annotation that is no link")
                continue
            element = tree.annotations.get(key(annotation))
            if not faults.need(element is not None, f"page {number}: a link that is not in the tree"):
                continue
            faults.need(tree.kind(element) == "/Link", f"page {number}: a link in {element.S}")
            faults.need(str(annotation.get("/Contents", "")).strip(), f"page {number}: a link without a description")
            named = parents.get(int(annotation.get("/StructParent", -1)))
            right = isinstance(named, Dictionary) and key(named) == key(element)
            faults.need(right, f"page {number}: the parent tree is wrong about a link")
            action = annotation.get("/A", {})
            faults.need(str(action.get("/S", "/GoTo")) in ("/URI", "/GoTo"), f"page {number}: a link that acts")


def main():
    report, *files = sys.argv[1:]
    wrong = 0
    with open(report, "w", encoding="utf-8") as out:
        for file in files:
            try:
                faults = check(file)
            except (pikepdf.PdfError, AttributeError, KeyError, TypeError, ValueError) as error:
                faults = [f"cannot be read: {type(error).__name__}: {error}"]
            if not faults:
                print(f"PASS {file}", file=out)
            for fault in list(dict.fromkeys(faults))[:10]:
                print(f"FAIL {file}: {fault}", file=out)
            wrong += bool(faults)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

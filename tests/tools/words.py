"""Compares the words of a PDF with those of the web page of the same handout.

    words.py REPORT FILE.pdf...

FILE.html must stand beside each FILE.pdf. The PDF is read along its tags by poppler (pdfinfo -struct-text), the page by
Python's HTML parser. Writes to REPORT "PASS FILE" or "FAIL FILE: the first difference".
"""

import re
import subprocess
import sys
import unicodedata
from html.parser import HTMLParser
from pathlib import Path

UNSEEN = {"head", "script", "style", "template", "title"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
BLOCKS = {"p", "div", "li", "ul", "ol", "td", "th", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "br", "dt", "dd",
          "section", "header", "footer", "main", "blockquote", "pre", "figure", "figcaption", "caption", "hr", "nav"}


# Around the words that stand in the place of a picture ("Picture: ..."): a PDF that shows the picture does without them.
OPEN, CLOSE = "\ue000", "\ue001"


def alternative(data):
    first = data.split(maxsplit=1)[:1]
    return f" {OPEN} {data} {CLOSE} " if first and first[0].endswith(":") else data


class Page(HTMLParser):
    """The words that a reader of the page's main part sees, without what only leads around it."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open = []
        self.text = []

    def handle_starttag(self, tag, attrs):
        if tag in BLOCKS:
            self.text.append("\n")
        if tag not in VOID:
            self.open.append((tag, dict(attrs)))

    def handle_startendtag(self, tag, attrs):
        if tag in BLOCKS:
            self.text.append("\n")

    def handle_endtag(self, tag):
        if tag in BLOCKS:
            self.text.append("\n")
        while self.open:
            if self.open.pop()[0] == tag:
                break

    def handle_data(self, data):
        tags = [tag for tag, _ in self.open]
        if "main" in tags and not UNSEEN & set(tags):
            is_picture = any(attributes.get("class") == "picture" for _, attributes in self.open)
            self.text.append(alternative(data) if is_picture else data)


def words(text):
    """Words, in one Unicode form: what only parts lines or joins letters is no word."""
    text = unicodedata.normalize("NFC", text).replace("\u00ad", "").replace("\u200b", "")
    return text.split()


def page_words(path):
    page = Page()
    page.feed(path.read_text(encoding="utf-8"))
    return words("".join(page.text))


def pdf_words(path):
    """The text of every element but the marks of list items, which the page leaves to its reader."""
    shown = subprocess.run(
        ["pdfinfo", "-struct-text", str(path)], check=True, capture_output=True, encoding="utf-8"
    ).stdout
    text = []
    mark = None
    for line in shown.splitlines():
        indent = len(line) - len(line.lstrip())
        held = re.fullmatch(r'\s*"(.*)"', line)
        if mark is not None and indent <= mark:
            mark = None
        if held is None:
            name = line.split()[0] if line.split() else ""
            if name == "Lbl":
                mark = indent
            if not line.lstrip().startswith("/") and name not in ("Span", "Link", "Lbl", "Em", "Strong", "Object"):
                text.append("\n")
        elif mark is None or not re.fullmatch(r"[•◦▪–-]|\d+[.)]", held.group(1)):
            # Terms, numbers of links and boxes to tick are words of the page, too; bullets and "1." are not.
            text.append(held.group(1))
            if mark is not None:
                text.append("\n")
    return words("".join(text))


def drawn(word):
    """The word in the letters that it is drawn with: a no-break hyphen is a hyphen, and a micro sign a mu."""
    return unicodedata.normalize("NFKC", word).replace("\u2010", "-")


def same(left, right, shown):
    """Whether two words are the same. This command of poppler reads some letters that are spelt out beside their glyphs
    wrongly; its pdftotext does not, and must then have found the page's word (`shown`)."""
    if left == right:
        return True
    is_doubtful = "\ufffd" in left or drawn(left) == drawn(right)
    return is_doubtful and right in shown


def shown_words(path):
    shown = subprocess.run(["pdftotext", str(path), "-"], check=True, capture_output=True, encoding="utf-8").stdout
    return set(words(shown))


def without_shown(one, other):
    """The page's words without those in the place of pictures that the PDF shows."""
    kept = []
    at = 0
    while at < len(other):
        if other[at] == OPEN:
            end = other.index(CLOSE, at)
            words_of = other[at + 1 : end]
            if one[len(kept) : len(kept) + len(words_of)] == words_of:
                kept.extend(words_of)
            at = end + 1
        else:
            kept.append(other[at])
            at += 1
    return kept


def difference(one, other, shown):
    other = without_shown(one, other)
    for at, (left, right) in enumerate(zip(one, other)):
        if not same(left, right, shown):
            return f"word {at + 1} is {left!r} in the PDF and {right!r} in the page, after {' '.join(one[max(0, at - 5) : at])!r}"
    if len(one) != len(other):
        rest = (one if len(one) > len(other) else other)[min(len(one), len(other)) :]
        return f"{len(one)} words in the PDF and {len(other)} in the page; left over: {' '.join(rest[:8])!r}"
    return None


def main():
    report, *files = sys.argv[1:]
    wrong = 0
    with open(report, "w", encoding="utf-8") as out:
        for file in files:
            path = Path(file)
            try:
                page = page_words(path.with_suffix(".html"))
                found = difference(pdf_words(path), page, shown_words(path))
            except subprocess.CalledProcessError as error:
                found = f"poppler cannot read it (status {error.returncode})"
            print(f"FAIL {file}: {found}" if found else f"PASS {file}", file=out)
            wrong += found is not None
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

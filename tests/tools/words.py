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
            self.text.append(data)


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
        elif mark is None:
            text.append(held.group(1))
    return words("".join(text))


def difference(one, other):
    for at, (left, right) in enumerate(zip(one, other)):
        if left != right:
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
            found = difference(pdf_words(path), page_words(path.with_suffix(".html")))
            print(f"FAIL {file}: {found}" if found else f"PASS {file}", file=out)
            wrong += found is not None
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

"""HTML mail to lines of text: what a person would have read, without what they could not see.

Mail HTML is malformed, deep and huge more often than not. lxml reads nearly all of it, and the
walk here keeps no recursion, so that depth costs memory and never a crash; what lies deeper than
libxml2 goes is read by a plainer way (tags cut out), because losing words is worse than losing
layout. html2text and inscriptis were left aside: both make Markdown or columns out of layout
tables, and neither tells which lines a mail program marked as quoted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from theirside.intake.mail.markup import Role, is_hidden, is_ruled, role

if TYPE_CHECKING:
    from lxml.etree import _Element

_LONGEST = 3_000_000
"""Characters of HTML that are read; what mails hold beyond that is data, not words."""

_DROPPED = frozenset(
    ["script", "style", "head", "title", "template", "noscript", "object", "svg", "select", "xml"]
)
_SPACED = frozenset(
    ["p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "pre", "blockquote", "hr"]
)
_LINED = ["address", "article", "aside", "body", "caption", "center", "dd", "details", "div", "dt"]
_LINED += ["fieldset", "figcaption", "figure", "footer", "form", "header", "html", "legend", "li"]
_LINED += ["main", "nav", "section", "summary", "tbody", "tfoot", "thead", "tr"]
_BLOCKS = _SPACED | frozenset(_LINED)
_NO_MARGIN = re.compile(r"margin(?:-top)?\s*:\s*0(?![\d.])", re.IGNORECASE)
_CELLS = frozenset(["td", "th"])
_INVISIBLE = re.compile("[\u00ad\u034f\u061c\u200b\u200e\u200f\u2060-\u2064\ufeff]")
_LONELY_JOINERS = re.compile(r"(?<!\S)[\u200c\u200d]+|[\u200c\u200d]+(?=\s|$)")
_SPACES = re.compile(r"[ \t\r\n\f\v\u00a0\u2002-\u200a\u202f\u3000]+")
_TAG = re.compile(r"(<[^<>]*>)")
_TAG_NAME = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)|<!")


@dataclass(frozen=True, slots=True)
class Mark:
    """Lines ``[first, last)`` of a page, and what the mail program says they are."""

    role: Role
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Page:
    """An HTML body as lines of text, with what its markup says of them."""

    text: str
    marks: tuple[Mark, ...] = ()
    ruled: frozenset[int] = frozenset()
    """Numbers of the lines above which a horizontal line is drawn."""


def to_text(html: str) -> str:
    """Return the visible text of ``html`` in lines; an empty text for an empty document."""
    return to_page(html).text


def to_page(html: str) -> Page:
    """Return the visible text of ``html`` together with the quotes and signatures it marks."""
    from lxml import etree
    from lxml import html as lxml_html

    source = html[:_LONGEST].replace("\x00", "")
    if not source.strip():
        return Page("")
    parser = lxml_html.HTMLParser(
        huge_tree=True, remove_comments=True, remove_pis=True, encoding="utf-8"
    )
    try:
        root = lxml_html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return Page(_without_tags(source))
    if any("depth" in entry.message for entry in parser.error_log):
        return Page(_without_tags(source))
    return _Writer().write(root)


def _without_tags(source: str) -> str:
    """Cut the tags out of HTML that is nested too deep to be read as a tree."""
    from html import unescape

    words: list[str] = []
    within = ""
    for piece in _TAG.split(source):
        tag = _TAG_NAME.match(piece)
        if tag is None:
            words.append("" if within else _SPACES.sub(" ", piece))
            continue
        closing, name = tag.group(1), (tag.group(2) or "").lower()
        if name in _DROPPED and not within and not closing:
            within = name
        elif closing and name == within:
            within = ""
        elif name in _BLOCKS or name == "br":
            words.append("\n")
    lines = (_clean(line).strip() for line in unescape("".join(words)).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _clean(text: str) -> str:
    return _SPACES.sub(" ", _LONELY_JOINERS.sub("", _INVISIBLE.sub("", text)))


def _is_spaced(tag: str, element: _Element) -> bool:
    """Tell whether blank space stands around a block; Outlook's paragraphs are mere lines."""
    if tag == "p":
        tight = "mso" in element.get("class", "").lower()
        return not tight and not _NO_MARGIN.search(element.get("style", ""))
    return tag in _SPACED


@dataclass(slots=True)
class _Writer:
    """Writes a document's elements down as lines, in one walk."""

    lines: list[str] = field(default_factory=list)
    line: list[str] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    ruled: set[int] = field(default_factory=set)
    counters: list[int] = field(default_factory=list)
    said: bool = False
    gap: bool = False
    pre: int = 0
    quoted: int = 0

    def write(self, root: _Element) -> Page:
        """Return the page that ``root`` makes."""
        stack: list[tuple[_Element, Mark | None, bool]] = [(root, None, False)]
        while stack:
            element, mark, leaving = stack.pop()
            tag = element.tag if isinstance(element.tag, str) else ""
            if leaving:
                self._leave(tag, element, mark)
                self._say(element.tail)
            elif not tag or tag in _DROPPED or is_hidden(element.attrib):  # type: ignore[arg-type]
                self._say(element.tail)
            else:
                stack.append((element, self._enter(tag, element), True))
                self._say(element.text)
                stack.extend((child, None, False) for child in reversed(element))
        self._break()
        return Page("\n".join(self.lines), tuple(self.marks), frozenset(self.ruled))

    def _enter(self, tag: str, element: _Element) -> Mark | None:
        if tag in _BLOCKS:
            self._break()
            self.gap = self.gap or _is_spaced(tag, element)
        elif tag == "br":
            self._break(forced=True)
        elif tag in _CELLS and self.said:
            self.line.append(" | ")
        elif tag == "img":
            self._picture(element)
        if is_ruled(tag, element.attrib):  # type: ignore[arg-type]
            self.ruled.add(self._next_line())
        if tag == "pre":
            self.pre += 1
        elif tag in {"ul", "ol"}:
            self.counters.append(0 if tag == "ul" else 1)
        elif tag == "li":
            self._bullet()
        found = None if self.quoted else self._role(tag, element)
        self.quoted += found is Role.QUOTE
        return Mark(found, self._next_line(), 0) if found else None

    def _role(self, tag: str, element: _Element) -> Role | None:
        found = role(tag, element.attrib)  # type: ignore[arg-type]
        if found is Role.QUOTE and tag == "div" and "gmail_quote" in element.get("class", ""):
            # Gmail's outer box also holds what was written between the quotes: its parts decide.
            return None if element.find(".//blockquote") is not None else found
        return found

    def _leave(self, tag: str, element: _Element, mark: Mark | None) -> None:
        if tag in _BLOCKS:
            self._break()
            self.gap = self.gap or _is_spaced(tag, element)
        if tag == "pre":
            self.pre -= 1
        elif tag in {"ul", "ol"} and self.counters:
            self.counters.pop()
        if mark is None:
            return
        self.quoted -= mark.role is Role.QUOTE
        last = len(self.lines) + (1 + (self.gap and bool(self.lines)) if self.said else 0)
        if last > mark.first or mark.role is Role.REST:
            self.marks.append(Mark(mark.role, mark.first, last))

    def _bullet(self) -> None:
        number = self.counters[-1] if self.counters else 0
        if number:
            self.counters[-1] += 1
        self.line.append(f"{number}. " if number else "- ")

    def _picture(self, element: _Element) -> None:
        alt = element.get("alt", "")
        if alt and len(alt) <= 4 and not any(char.isascii() or char.isalnum() for char in alt):
            self.line.append(alt)  # an emoji that the program drew as a picture
            self.said = True

    def _say(self, text: str | None) -> None:
        if not text:
            return
        first, *others = text.split("\n") if self.pre else [text]
        self._piece(first)
        for other in others:
            self._break(forced=True)
            self._piece(other)

    def _piece(self, text: str) -> None:
        self.line.append(text)
        self.said = self.said or bool(text.strip())

    def _break(self, *, forced: bool = False) -> None:
        """End the current line; an empty one leaves a gap only where one was asked for."""
        raw = "".join(self.line)
        self.line.clear()
        self.said = False
        text = _INVISIBLE.sub("", raw).rstrip() if self.pre else _clean(raw).strip()
        if text and text != "-":
            if self.gap and self.lines:
                self.lines.append("")
            self.lines.append(text)
            self.gap = False
        elif forced or "\u00a0" in raw:
            self.gap = True

    def _next_line(self) -> int:
        """The number of the line that the next word will be on."""
        return len(self.lines) + (not self.said and self.gap and bool(self.lines))

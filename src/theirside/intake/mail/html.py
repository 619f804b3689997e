"""HTML mail to lines of text: what a person would have read, without what they could not see.

Mail HTML is malformed, deep and huge more often than not; lxml reads all of it, and the walk here
keeps its own stack, so that depth costs memory and never a crash.
"""

from __future__ import annotations

import re

_DROPPED = frozenset({"script", "style", "head", "title", "template", "noscript", "object"})
_BLOCKS = frozenset(
    "address article aside blockquote body center dd div dl dt fieldset figure footer form h1 h2 "
    "h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody tfoot thead tr ul".split()
)


def to_text(html: str) -> str:
    """Return the visible text of ``html`` in lines; an empty text for an empty document."""
    from lxml import etree
    from lxml import html as lxml_html

    if not html.strip():
        return ""
    parser = lxml_html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = lxml_html.document_fromstring(html.replace("\x00", "").encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ""
    out: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if tag == "br" or tag in _BLOCKS:
                out.append("\n")
            if tag not in _DROPPED:
                out.append(re.sub(r"\s+", " ", element.text or ""))
        else:
            if tag in _BLOCKS:
                out.append("\n")
            out.append(re.sub(r"\s+", " ", element.tail or ""))
    lines = [line.strip() for line in "".join(out).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()

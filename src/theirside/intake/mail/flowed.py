"""format=flowed undone (RFC 3676): lines that a mail program wrapped become paragraphs again."""

from __future__ import annotations


def unflow(text: str, *, delete_space: bool = False) -> str:
    """Join the soft-broken lines of ``text`` (line ends are ``\\n``).

    ``delete_space`` is the DelSp parameter: the space that marks a soft break is not text.
    """
    out: list[str] = []
    open_depth = -1  # the quote depth of a paragraph that goes on, else -1
    for line in text.split("\n"):
        depth = len(line) - len(line.lstrip(">"))
        content = line[depth:].removeprefix(" ")
        signature = content == "-- "
        if depth == open_depth and not signature:
            out[-1] += content
        else:
            out.append(f"{'>' * depth} {content}" if depth else content)
        flows = content.endswith(" ") and not signature
        open_depth = depth if flows else -1
        if flows and delete_space:
            out[-1] = out[-1][:-1]
    return "\n".join(out)

"""A sentence as patterns read it: short forms written out, straight quotes, no ums, no stutter.

Only for matching; what is shown and quoted is always the text itself. Patterns therefore need only
"we are not", and find "we're not", "We aren’t" and "we, uh, we are not" too.
"""

from __future__ import annotations

import re

_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"', "…": "..."})
_UM = re.compile(r",? ?\b(?:u+h+m*|u+m+|e+r+m+|mm+|hm+)\b[,.]*(?= |$)", re.IGNORECASE)
_FILLER = re.compile(r",? \b(?:you know|i mean|like|sort of|kind of),(?= )", re.IGNORECASE)
_TWICE = re.compile(r"\b(\w+(?:'\w+)?)(?:,? \1\b)+", re.IGNORECASE)
_MARKUP = re.compile(r"[*_]{1,2}(?=\w)|(?<=\w)[*_]{1,2}(?!\w)")
SHORT = re.compile(
    r"\b(?:(?P<whole>won't|can't|cannot|shan't|ain't|let's|dont|doesnt|didnt|cant|wont|isnt|wasnt|"
    r"im|ive|gonna|wanna|gotta)(?![\w'])|(?P<stem>\w+?)(?P<tail>n't|'re|'m|'ll|'ve|'d)(?![\w'])|"
    r"(?P<is>it|that|he|she|there|what|who|here|how|where|this|everything|nothing)'s(?![\w']))",
    re.IGNORECASE,
)
_WHOLE = {
    "won't": "will not",
    "wont": "will not",
    "can't": "can not",
    "cant": "can not",
    "cannot": "can not",
    "shan't": "shall not",
    "ain't": "is not",
    "let's": "let us",
    "dont": "do not",
    "doesnt": "does not",
    "didnt": "did not",
    "isnt": "is not",
    "wasnt": "was not",
    "im": "I am",
    "ive": "I have",
    "gonna": "going to",
    "wanna": "want to",
    "gotta": "got to",
}
_TAIL = {"n't": "not", "'re": "are", "'m": "am", "'ll": "will", "'ve": "have", "'d": "would"}


def plain(text: str) -> str:
    """Return the sentence with fillers, stutters, short forms and typography smoothed away."""
    smooth = " ".join(text.translate(_STRAIGHT).split())
    if "*" in smooth or "_" in smooth:
        smooth = _MARKUP.sub("", smooth)
    smooth = _UM.sub("", smooth)
    if "," in smooth:
        smooth = _FILLER.sub("", smooth)
    return SHORT.sub(written_out, _TWICE.sub(r"\1", smooth)).strip()


def written_out(match: re.Match[str]) -> str:
    """Return what a short form found by ``SHORT`` stands for."""
    if match["whole"]:
        return _WHOLE[match["whole"].casefold()]
    if match["is"]:
        return f"{match['is']} is"
    return f"{match['stem']} {_TAIL[match['tail'].casefold()]}"

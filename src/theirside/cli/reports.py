"""Findings in the forms of other programs: GitHub's workflow commands, and SARIF 2.1.0.

Praise is left out of both, and of ``--json``: nothing is to be done about it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote as url_quote

from theirside.care.review import Finding
from theirside.care.review.finding import Level
from theirside.care.review.rule import Rule, rules

Found = Sequence[tuple[str, str, Sequence[Finding]]]
"""Each file's name, its text with ``\\n`` line ends, and what was found in it."""
_GITHUB = {Level.WARNING: "warning", Level.ADVICE: "notice"}
_SARIF = {Level.WARNING: "warning", Level.ADVICE: "note"}


def to_do(findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings without the praise."""
    return [each for each in findings if each.level is not Level.PRAISE]


def github(found: Found) -> Iterator[str]:
    """Yield one workflow command a finding: GitHub shows it beside the line."""
    for file, text, findings in found:
        for each in to_do(findings):
            line, column = _place(text, each.end)
            properties = {
                "file": file,
                "line": each.line,
                "endLine": line,
                "col": each.column,
                "endColumn": column,
                "title": each.rule,
            }
            told = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
            message = _data(f"{each.message}\n{each.why}\nBetter: {each.better}")
            yield f"::{_GITHUB[each.level]} {told}::{message}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def sarif(found: Found, version: str) -> dict[str, Any]:
    """Return a SARIF log with one run; columns count characters."""
    used = sorted({each.rule for _, _, findings in found for each in to_do(findings)})
    results = [
        _result(file, text, each, used.index(each.rule))
        for file, text, findings in found
        for each in to_do(findings)
    ]
    driver = {
        "name": "theirside",
        "version": version,
        "rules": [_described(rules()[each]) for each in used],
    }
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "results": results,
            }
        ],
    }


def _described(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "name": rule.name,
        "shortDescription": {"text": rule.name},
        "fullDescription": {"text": rule.why},
        "help": {"text": rule.better},
        "defaultConfiguration": {"level": _SARIF[rule.level]},
    }


def _result(file: str, text: str, finding: Finding, index: int) -> dict[str, Any]:
    line, column = _place(text, finding.end)
    region = {
        "startLine": finding.line,
        "startColumn": finding.column,
        "endLine": line,
        "endColumn": column,
        "charOffset": finding.start,
        "charLength": finding.end - finding.start,
    }
    place = {"uri": "stdin" if file == "-" else url_quote(file)}
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _SARIF[finding.level],
        "message": {"text": f"{finding.message}. {finding.why} Better: {finding.better}"},
        "locations": [{"physicalLocation": {"artifactLocation": place, "region": region}}],
    }
    if finding.fix is not None:
        change = {"deletedRegion": region, "insertedContent": {"text": finding.fix}}
        result["fixes"] = [
            {
                "description": {"text": f"“{finding.fix}” means the same"},
                "artifactChanges": [{"artifactLocation": place, "replacements": [change]}],
            }
        ]
    return result


def _place(text: str, at: int) -> tuple[int, int]:
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)

"""A page in the terminal: words first, notes dimmed beneath."""

from __future__ import annotations

from theirside.cli.printing import heading, paragraph
from theirside.page import Line, Page, Section, Voice, lines, notes, said

__all__ = ["Line", "Page", "Section", "Voice", "lines", "notes", "print_page", "said"]


def print_page(page: Page) -> None:
    """Print a page in the terminal: words first, notes dimmed beneath."""
    paragraph(page.title, style="head", hang=2)
    for under in page.under:
        paragraph(under, style="dim", hang=2)
    for section in page.shown:
        heading(section.title)
        if not section.lines:
            paragraph(f"  {section.empty}", style="dim", hang=2)
        for line in section.lines:
            _print_line(line)


def _print_line(line: Line) -> None:
    label = f"{line.label}: " if line.label else ""
    paragraph(f"{line.mark or ' '} {label}{line.text}", hang=3)
    if line.beneath:
        paragraph(line.beneath, indent=4, hang=2)
    for note in line.notes:
        paragraph(note, style="dim", indent=4, hang=2)

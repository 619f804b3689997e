"""The check-back: what was understood, played back to the customer, and their answer read.

``compose`` chooses five to twelve statements that may be shown and puts them into plain words;
``as_html``, ``as_markdown`` and ``as_mail`` write the page; ``replies`` and ``answer_file`` read
what comes back; ``accuracy`` counts how much of our picture they confirmed. See docs/checkback.md.
"""

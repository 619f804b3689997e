"""Mail: letters from mailboxes of every kind, threaded into conversations.

The formats (``mbox``, ``eml``, ``maildir``, ``outlook_msg``) say where letters lie; here they are
read. A mail's new text is one turn; what it quotes, its signature and mails within it are kept
apart and stay reachable.
"""

from theirside.intake.mail.gather import Threads, gather

__all__ = ["Threads", "gather"]

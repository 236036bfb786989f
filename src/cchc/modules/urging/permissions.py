"""What can be allowed in the urging module."""

from enum import StrEnum


class Permission(StrEnum):
    """Permissions on urging. One's own notices and digests need none: they are one's own."""

    VIEW = "urging.notice.view"
    """See who was told what, when, and whether they acknowledged it."""
    MUTE = "urging.notice.mute"
    """Stop the urging of a part, an agency or a person until a day."""
    MANAGE_LADDERS = "urging.ladder.manage"
    """Say who is told when."""

    # --- letters
    WRITE_LETTERS = "urging.letter.write"
    """Choose what is late and make letters, monthly notices and lists of it."""
    ANSWER = "urging.letter.answer"
    """Answer a letter for one's agency."""

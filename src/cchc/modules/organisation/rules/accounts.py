"""When an account may be opened or changed."""

from __future__ import annotations

from enum import StrEnum

from cchc.modules.organisation.rules.names import is_username


class PersonWhyNot(StrEnum):
    """Why an account cannot be opened or changed so."""

    NAME_MISSING = "NAME_MISSING"
    USERNAME_UNFIT = "USERNAME_UNFIT"
    USERNAME_TAKEN = "USERNAME_TAKEN"
    EMAIL_TAKEN = "EMAIL_TAKEN"
    ONESELF = "ONESELF"
    NOT_ACTIVE = "NOT_ACTIVE"
    ALREADY_ACTIVE = "ALREADY_ACTIVE"


class PersonRefused(Exception):
    """The account cannot be opened or changed so; `labels` has the sentence for `why`."""

    def __init__(self, why: PersonWhyNot) -> None:
        super().__init__(str(why))
        self.why = why


def check_person(
    *, full_name: str, username: str, is_username_taken: bool, is_email_taken: bool
) -> None:
    """Refuse a person without a name, or whose user name or e-mail is unfit or somebody else's."""
    if not full_name:
        raise PersonRefused(PersonWhyNot.NAME_MISSING)
    if not is_username(username):
        raise PersonRefused(PersonWhyNot.USERNAME_UNFIT)
    if is_username_taken:
        raise PersonRefused(PersonWhyNot.USERNAME_TAKEN)
    if is_email_taken:
        raise PersonRefused(PersonWhyNot.EMAIL_TAKEN)


def check_deactivation(*, person_id: int, actor_id: int | None, is_active: bool) -> None:
    """Refuse to lock one's own account, or one that is locked already."""
    if person_id == actor_id:
        raise PersonRefused(PersonWhyNot.ONESELF)
    if not is_active:
        raise PersonRefused(PersonWhyNot.NOT_ACTIVE)


def check_reactivation(*, is_active: bool) -> None:
    """Refuse to open an account that is open."""
    if is_active:
        raise PersonRefused(PersonWhyNot.ALREADY_ACTIVE)

"""Doors of outgoing papers and registers; the paper is not sent to the stranger's agency."""

from __future__ import annotations

from datetime import date
from typing import Any

from cchc.modules.documents.models import Letter, Register
from cchc.modules.documents.operations.drafting import LetterText, draft_letter
from cchc.modules.documents.operations.issuing import issue_letter
from cchc.modules.documents.operations.submitting import submit_letter
from cchc.modules.documents.queries.signers import signing_choices
from cchc.modules.documents.rules.kinds import LetterKind
from cchc.modules.organisation.rules.kinds import PostKind
from cchc.officialdocs.writing import Block, BlockKind
from tests.access.doors import Arguments, Door
from tests.worlds import World

DRAFTS = {"stranger": 404, "reader": 404}
OF_AN_ISSUED = {"stranger": 404}
OF_A_REGISTER = {"stranger": 404, "reader": 403}


def a_draft(world: World) -> Letter:
    world.post(world.operator, world.home_affairs, PostKind.DEPUTY_HEAD, is_main=False)
    world.person("Vũ Thị Minh", "minhvt", at=world.home_affairs, post=PostKind.HEAD)
    signer = signing_choices(world.home_affairs.pk, world.today)[0].code
    return draft_letter(
        agency_id=world.home_affairs.pk,
        kind=LetterKind.LETTER,
        text=LetterText(
            subject="Đôn đốc thực hiện nhiệm vụ",
            addressees=("Sở Tư pháp",),
            blocks=(Block(BlockKind.PARAGRAPH, "Đề nghị hoàn thành."),),
            signer=signer,
        ),
        actor=world.actor(world.operator),
        now=world.now,
    )


def draft(world: World) -> Arguments:
    return {"letter_id": a_draft(world).pk}


def submitted(world: World) -> Arguments:
    letter = a_draft(world)
    submit_letter(letter_id=letter.pk, actor=world.actor(world.operator), now=world.now)
    return {"letter_id": letter.pk}


def issued(world: World) -> Arguments:
    letter = a_draft(world)
    actor = world.actor(world.operator)
    issue_letter(letter_id=letter.pk, issued_on=date(2019, 10, 1), actor=actor, now=world.now)
    return {"letter_id": letter.pk}


def register(world: World) -> Arguments:
    issued(world)
    return {"register_id": Register.objects.get().pk}


def _draft_door(url: str, **changes: Any) -> Door:
    return Door(f"documents:{url}", arguments=draft, **{**DRAFTS, **changes})


DOORS = [
    Door("documents:letters"),
    Door("documents:letters_export", nobody="sign-in"),
    Door("documents:letter_new", reader=403),
    Door("documents:registers"),
    Door("documents:register", arguments=register, stranger=404),
    Door("documents:register_export", arguments=register, stranger=404),
    Door("documents:register_symbol", arguments=register, **OF_A_REGISTER),
    Door("documents:register_skip", arguments=register, **OF_A_REGISTER),
    Door("documents:letter", arguments=issued, **OF_AN_ISSUED),
    Door("documents:letter_docx", arguments=issued, **OF_AN_ISSUED),
    Door("documents:letter_pdf", arguments=issued, **OF_AN_ISSUED),
    _draft_door("letter_edit"),
    _draft_door("letter_word"),
    _draft_door("letter_attach"),
    _draft_door("letter_submit", post={}, worker=302),
    _draft_door("letter_issue"),
    _draft_door("letter_abandon", post={}, worker=302),
    Door("documents:letter_return", arguments=submitted, **DRAFTS),
    Door("documents:letter_send", arguments=issued, post={}, stranger=404, reader=403, worker=302),
    Door("documents:letter_withdraw", arguments=issued, **OF_A_REGISTER),
]

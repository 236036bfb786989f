"""Sealing the trail: a change of what was written, or its removal, shows afterwards.

Entries are written freely, side by side, in the transactions of their operations: a chain from each
entry to the one before would make every writer of the province wait for every other. Instead, one
job every few minutes takes whatever has been committed and is not sealed yet, in the order of its
numbers, and closes it under a seal:

    digest of an entry = SHA-256 of its fields in canonical JSON
    digest of a seal   = SHA-256 of the digest of the seal before and "<id>:<digest>" of each entry

An entry whose transaction commits late, with a number lower than what is sealed already, simply
comes under the next seal; nothing is skipped. Triggers refuse to change or delete any of it.
Whoever goes around the triggers must rewrite every seal since, and cannot rewrite the digests that
went out to the log of the server at each sealing: `verify_trail` compares with those (`anchors`).
What lies open is the last few minutes, and what a forger adds as new.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, timedelta
from enum import StrEnum
from hashlib import sha256

import structlog
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, transaction
from django.db.models import Exists, Max, OuterRef, Q, QuerySet
from django.db.models.functions import Now

from cchc.platform.audit.models import Entry, Seal, SealedEntry

MOST_UNDER_ONE_SEAL = 5_000
SETTLED_AFTER = timedelta(days=1)
"""No transaction stays open so long: entries below an older seal are all sealed or do not exist."""
_LOCK = 0x5EA1
log = structlog.get_logger(__name__)


class FlawKind(StrEnum):
    """What is wrong with a stretch of the trail."""

    ALTERED = "ALTERED"
    REMOVED = "REMOVED"
    BROKEN_SEAL = "BROKEN_SEAL"
    BROKEN_CHAIN = "BROKEN_CHAIN"
    LOST_SEAL = "LOST_SEAL"
    NEVER_SEALED = "NEVER_SEALED"


@dataclass(frozen=True, slots=True)
class Flaw:
    """A place where the trail is not what was sealed."""

    kind: FlawKind
    seal_id: int | None = None
    entry_id: int | None = None


def seal_trail() -> int:
    """Close everything that is committed and not sealed yet; answers how many entries."""
    sealed_count = 0
    while count := _seal_next():
        sealed_count += count
        if count < MOST_UNDER_ONE_SEAL:
            break
    return sealed_count


def verify_trail(*, since_seal: int = 0, anchors: Iterable[tuple[int, str]] = ()) -> Iterator[Flaw]:
    """Every flaw of the trail from a seal on; `anchors` are seals known from logs and backups."""
    for seal_id, digest in anchors:
        if not Seal.objects.filter(pk=seal_id, digest=digest).exists():
            yield Flaw(FlawKind.LOST_SEAL, seal_id)
    before = Seal.objects.filter(pk__lt=since_seal).order_by("-pk").first()
    previous = before.digest if before else ""
    for seal in Seal.objects.filter(pk__gte=since_seal).order_by("pk").iterator():
        if seal.previous_digest != previous:
            yield Flaw(FlawKind.BROKEN_CHAIN, seal.pk)
        yield from _flaws_under(seal)
        previous = seal.digest
    for entry_id in _forgotten():
        yield Flaw(FlawKind.NEVER_SEALED, entry_id=entry_id)


def last_seal() -> tuple[int, str] | None:
    """The number and the digest of the latest seal: the anchor that a backup takes along."""
    return Seal.objects.order_by("-pk").values_list("pk", "digest").first()


def digest_of(entry: Entry) -> str:
    """What an entry says, as a digest."""
    said = {
        "id": entry.pk,
        "at": entry.at.astimezone(UTC).isoformat(),
        "recorded_at": entry.recorded_at.astimezone(UTC).isoformat(),
        "actor_id": entry.actor_id,
        "actor_name": entry.actor_name,
        "event": entry.event,
        "about": entry.about,
        "data": entry.data,
    }
    written = json.dumps(said, sort_keys=True, ensure_ascii=False, cls=DjangoJSONEncoder)
    return sha256(written.encode()).hexdigest()


@transaction.atomic
def _seal_next() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
    entries = list(_unsealed().order_by("pk")[:MOST_UNDER_ONE_SEAL])
    if not entries:
        return 0
    previous = last_seal()
    previous_digest = previous[1] if previous else ""
    digests = {entry.pk: digest_of(entry) for entry in entries}
    seal = Seal.objects.create(
        entry_count=len(entries),
        last_entry_id=entries[-1].pk,
        previous_digest=previous_digest,
        digest=_digest_over(previous_digest, digests.items()),
    )
    SealedEntry.objects.bulk_create(
        SealedEntry(entry_id=entry_id, seal=seal, digest=digest)
        for entry_id, digest in digests.items()
    )
    log.info("audit.sealed", seal_id=seal.pk, digest=seal.digest, entry_count=len(entries))
    return len(entries)


def _unsealed() -> QuerySet[Entry]:
    settled = Seal.objects.filter(sealed_at__lt=Now() - SETTLED_AFTER)
    above = settled.aggregate(last=Max("last_entry_id"))["last"] or 0
    return Entry.objects.filter(_is_open(), pk__gt=above)


def _forgotten() -> Iterator[int]:
    """Entries old enough to be sealed that are not."""
    late = Entry.objects.filter(_is_open(), recorded_at__lt=Now() - SETTLED_AFTER)
    yield from late.order_by("pk").values_list("pk", flat=True).iterator()


def _is_open() -> Q:
    return Q(~Exists(SealedEntry.objects.filter(pk=OuterRef("pk"))))


def _digest_over(previous: str, digests: Iterable[tuple[int, str]]) -> str:
    lines = [previous, *(f"{entry_id}:{digest}" for entry_id, digest in digests)]
    return sha256("\n".join(lines).encode()).hexdigest()


def _flaws_under(seal: Seal) -> Iterator[Flaw]:
    sealed = dict(seal.sealed_entries.order_by("entry_id").values_list("entry_id", "digest"))
    if _digest_over(seal.previous_digest, sealed.items()) != seal.digest:
        yield Flaw(FlawKind.BROKEN_SEAL, seal.pk)
    entries = Entry.objects.in_bulk(list(sealed))
    for entry_id, digest in sealed.items():
        entry = entries.get(entry_id)
        if entry is None:
            yield Flaw(FlawKind.REMOVED, seal.pk, entry_id)
        elif digest_of(entry) != digest:
            yield Flaw(FlawKind.ALTERED, seal.pk, entry_id)

"""Taking a file out again as if it had never been handed in: for what may not be kept at all."""

from __future__ import annotations

from django.db import connection, transaction

from cchc.platform.storage.contents import place_of
from cchc.platform.storage.models import StoredFile
from cchc.platform.storage.storing import lock_key


@transaction.atomic
def forget(file: StoredFile) -> None:
    """Delete the row now, and the content once the transaction is through.

    The content stays where another row names it. Whoever refers to the row lets go of it first.
    """
    sha256 = file.sha256
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", lock_key(sha256))
    StoredFile.objects.filter(pk=file.pk).delete()
    if not StoredFile.objects.filter(sha256=sha256).exists():
        transaction.on_commit(lambda: place_of(sha256).unlink(missing_ok=True))

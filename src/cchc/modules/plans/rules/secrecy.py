"""State secrets have no place here: what is said to whoever sends one in, and nothing is kept.

Law on the protection of state secrets (2018): documents marked Mật, Tối mật, Tuyệt mật are kept and
sent on by other ways than this platform.
"""

from __future__ import annotations

from cchc.officialdocs.errors import SecretDocument

SECRECY = "secrecy"
"""The stable code of the refusal."""
UNNAMED = "Tài liệu không lưu"
"""What a list calls a draft of which nothing is kept, not even the name of the file."""


def refuse_secret(degree: str | None) -> None:
    """Raise SecretDocument where the paper bears a degree of secrecy."""
    if degree:
        raise SecretDocument(SECRECY, _words(degree))


def _words(degree: str) -> str:
    return (
        f"Văn bản có dấu độ mật “{degree}”. Hệ thống không được nhập văn bản mật nên đã từ chối và "
        "không lưu tệp, nội dung hay tên tệp. Giao việc của văn bản này theo đường văn bản mật; "
        "nếu dấu mật bị đọc nhầm, hãy nhập tay phần nội dung không mật."
    )

"""Where the sign-in library asks us: who may sign in, in what words, and what the trail learns."""

from __future__ import annotations

import base64
from typing import Any, cast

import requests
from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from cryptography.fernet import Fernet, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cchc.modules.organisation.models import Person
from cchc.modules.organisation.operations.signing_in import (
    choose_password,
    note_failed_sign_in,
    note_sign_in,
)
from cchc.modules.organisation.queries.actors import guarded_roles, presence_of
from cchc.modules.organisation.queries.single_sign_on import person_behind
from cchc.platform import clock

WRONG = gettext_lazy("Tên đăng nhập hoặc mật khẩu không đúng.")


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Passwords and sessions: sign-up is closed, everything is said in Vietnamese and kept."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": gettext_lazy("Tài khoản này đang bị khóa."),
        "email_password_mismatch": WRONG,
        "username_password_mismatch": WRONG,
        "invalid_login": WRONG,
        "enter_current_password": gettext_lazy("Mật khẩu hiện tại không đúng."),
        "incorrect_password": gettext_lazy("Mật khẩu không đúng."),
        "incorrect_code": gettext_lazy("Mã không đúng hoặc đã hết hiệu lực."),
        "invalid_password_reset": gettext_lazy("Đường dẫn đặt lại mật khẩu không còn hiệu lực."),
        "too_many_login_attempts": gettext_lazy(
            "Đã nhập sai quá nhiều lần. Hãy đợi 5 phút rồi thử lại."
        ),
        "rate_limited": gettext_lazy("Thao tác quá nhanh. Hãy đợi một lát rồi thử lại."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts are opened by whoever manages people, never by their owners."""
        return False

    def post_login(self, request: HttpRequest, user: Person, **kwargs: Any) -> HttpResponse:
        """Tell the trail that the person signed in."""
        method = _("đăng nhập một lần") if _came_by_sso(kwargs) else _("mật khẩu")
        ip = self.get_client_ip(request)
        note_sign_in(person=user, method=method, ip=ip, now=clock.now())
        return cast("HttpResponse", super().post_login(request, user, **kwargs))

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Tell the trail of a wrong password for an account that exists."""
        login = str(credentials.get("username") or credentials.get("email") or "")
        note_failed_sign_in(login=login, ip=self.get_client_ip(request), now=clock.now())

    def set_password(self, user: Person, password: str) -> None:
        """The owner chose a password, here or by the link in an e-mail."""
        choose_password(person=user, password=password, now=clock.now())

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """On to the second factor when the account owes one, else back to its own page."""
        owes_more = presence_of(request).must_add_second_factor
        return reverse("mfa_activate_totp" if owes_more else "organisation:account")

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        *args: Any,
        **kwargs: Any,
    ) -> None:
        """Only messages that we have words for; a sign-in needs none."""
        said = {
            "account/messages/password_changed.txt": _(
                "Đã đổi mật khẩu. Các phiên khác đã kết thúc."
            ),
            "mfa/messages/totp_activated.txt": _("Đã bật xác thực hai lớp."),
            "mfa/messages/totp_deactivated.txt": _("Đã tắt xác thực hai lớp."),
            "mfa/messages/recovery_codes_generated.txt": _("Đã tạo bộ mã khôi phục mới."),
        }.get(message_template or "")
        if said:
            messages.add_message(request, level, said)


class SingleSignOnAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """The province's OpenID Connect: opens existing accounts, never creates one."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Nobody gets an account by signing in elsewhere."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Link the first sign-in by the verified e-mail, or refuse with words that help."""
        if sociallogin.is_existing:
            return
        verified = [a.email for a in sociallogin.email_addresses if a.verified]
        person = person_behind(verified)
        if person is None:
            messages.error(request, _refusal(verified))
            raise ImmediateHttpResponse(redirect("account_login"))
        sociallogin.connect(request, person)

    def on_authentication_error(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """The provider refused, or its answer was not to be trusted."""
        messages.error(request, _("Hệ thống đăng nhập một lần không xác nhận được. Hãy thử lại."))
        raise ImmediateHttpResponse(redirect("account_login"))

    def get_requests_session(self) -> requests.Session:
        """A provider that does not answer costs ten seconds, not a web process."""
        return _ImpatientSession()


class _ImpatientSession(requests.Session):
    def request(self, *args: Any, **kwargs: Any) -> requests.Response:
        kwargs.setdefault("timeout", 10)
        return super().request(*args, **kwargs)


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Authenticators: their secrets are encrypted with a key made from the installation's own."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "cannot_delete_authenticator": gettext_lazy(
            "Vai trò của anh, chị bắt buộc xác thực hai lớp nên không tắt được."
        ),
        "cannot_generate_recovery_codes": gettext_lazy("Hãy bật xác thực hai lớp trước."),
        "incorrect_code": gettext_lazy("Mã không đúng. Hãy nhập mã đang hiện trong ứng dụng."),
    }

    def get_totp_label(self, user: Person) -> str:
        """How the authenticator app lists the account."""
        return user.username

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Nobody takes the second factor off while one of their roles needs it."""
        return not guarded_roles(authenticator.user_id, clock.today())

    def encrypt(self, text: str) -> str:
        """The secret as it is stored."""
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The secret as the code is computed from it."""
        return _cipher().decrypt(encrypted_text.encode()).decode()


def _came_by_sso(kwargs: dict[str, Any]) -> bool:
    return "sociallogin" in (kwargs.get("signal_kwargs") or {})


def _refusal(verified: list[str]) -> str:
    if not verified:
        return _(
            "Hệ thống đăng nhập một lần không cho biết thư điện tử đã xác minh của anh, chị. "
            "Hãy đăng nhập bằng mật khẩu hoặc báo quản trị hệ thống."
        )
    return _(
        "Chưa có tài khoản nào dùng thư điện tử %(email)s. Hãy báo công chức đầu mối của cơ quan "
        "mở tài khoản hoặc sửa lại thư điện tử."
    ) % {"email": verified[0]}


def _cipher() -> MultiFernet:
    """The present key first; keys of `SECRET_KEY_FALLBACKS` still read what they wrote."""
    return MultiFernet(
        [Fernet(_key(s)) for s in [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]]
    )


def _key(secret: str | bytes) -> bytes:
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"cchc second factor")
    return base64.urlsafe_b64encode(derived.derive(force_bytes(secret)))

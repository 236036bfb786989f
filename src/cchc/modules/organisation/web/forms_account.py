"""Forms of signing in and of the account, in the words of the office."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from django import forms
from django.utils.translation import gettext_lazy as _

from cchc.modules.organisation.queries.account_page import AccountPage

PASSWORD_HELP = _("Ít nhất 10 ký tự, không quá phổ biến, không giống tên của mình.")


def _word(form: forms.Form, name: str, label: Any, *, help_text: Any = "", **attrs: Any) -> None:
    """Give a field of the library our words, and take its placeholder away."""
    field = form.fields[name]
    field.label, field.help_text = label, help_text
    field.widget.attrs.pop("placeholder", None)
    field.widget.attrs.update(attrs)


class SignInForm(account.LoginForm):  # type: ignore[misc]
    """User name or e-mail, and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _word(
            self,
            "login",
            _("Tên đăng nhập hoặc thư điện tử"),
            autocomplete="username",
            autocapitalize="none",
            autofocus=True,
        )
        _word(self, "password", _("Mật khẩu"))


class ChangePasswordForm(account.ChangePasswordForm):  # type: ignore[misc]
    """The present password, and the new one twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _word(self, "oldpassword", _("Mật khẩu hiện tại"))
        _word(self, "password1", _("Mật khẩu mới"), help_text=PASSWORD_HELP)
        _word(self, "password2", _("Nhập lại mật khẩu mới"))


class SetPasswordForm(account.SetPasswordForm):  # type: ignore[misc]
    """A first password for an account that had none."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _word(self, "password1", _("Mật khẩu mới"), help_text=PASSWORD_HELP)
        _word(self, "password2", _("Nhập lại mật khẩu mới"))


class ResetPasswordForm(account.ResetPasswordForm):  # type: ignore[misc]
    """The e-mail to which the link goes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _word(self, "email", _("Thư điện tử công vụ"), autofocus=True)


class NewPasswordForm(account.ResetPasswordKeyForm):  # type: ignore[misc]
    """The new password twice, reached by the link in the e-mail."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _word(self, "password1", _("Mật khẩu mới"), help_text=PASSWORD_HELP, autofocus=True)
        _word(self, "password2", _("Nhập lại mật khẩu mới"))


class ReauthenticateForm(account.ReauthenticateForm):  # type: ignore[misc]
    """The password once more, before something sensitive."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _word(self, "password", _("Mật khẩu"), autofocus=True)


class CodeForm(mfa.AuthenticateForm):  # type: ignore[misc]
    """The code of the authenticator app, or one of the recovery codes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _word(self, "code", _("Mã xác thực"), inputmode="numeric", autofocus=True)


class CodeAgainForm(mfa.ReauthenticateForm):  # type: ignore[misc]
    """The same code once more, before something sensitive."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _word(self, "code", _("Mã xác thực"), inputmode="numeric", autofocus=True)


class ActivateForm(totp.ActivateTOTPForm):  # type: ignore[misc]
    """The first code, which proves that the app holds the secret."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _word(self, "code", _("Mã 6 chữ số trong ứng dụng"), inputmode="numeric")


class OwnContactForm(forms.Form):
    """How a person is called and reached."""

    form_of_address = forms.ChoiceField(
        label=_("Cách xưng hô"),
        required=False,
        choices=[
            ("", _("Không chọn")),
            ("anh", _("anh")),
            ("chị", _("chị")),
            ("đồng chí", _("đồng chí")),
        ],
    )
    phone = forms.CharField(label=_("Điện thoại"), max_length=20, required=False)

    @staticmethod
    def initial_of(page: AccountPage) -> dict[str, str]:
        """What the form shows before anything is typed."""
        return {"form_of_address": page.form_of_address, "phone": page.phone}

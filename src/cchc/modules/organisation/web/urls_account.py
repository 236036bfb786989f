"""Addresses of signing in: the views of the sign-in library under Vietnamese addresses."""

from __future__ import annotations

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.socialaccount import views as social
from allauth.socialaccount.providers.openid_connect import views as sso
from django.urls import path, re_path

from cchc.modules.organisation.web.views import sessions, signing_in

RESET_KEY = r"^quen-mat-khau/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$"

urlpatterns = [
    path("dang-nhap/", signing_in.sign_in, name="account_login"),
    path("dang-xuat/", account.logout, name="account_logout"),
    path("dang-ky/", signing_in.sign_up_closed, name="account_signup"),
    path("bi-khoa/", account.account_inactive, name="account_inactive"),
    path("xac-nhan/", account.reauthenticate, name="account_reauthenticate"),
    path("doi-mat-khau/", account.password_change, name="account_change_password"),
    path("dat-mat-khau/", account.password_set, name="account_set_password"),
    path("quen-mat-khau/", account.password_reset, name="account_reset_password"),
    path("quen-mat-khau/da-gui/", account.password_reset_done, name="account_reset_password_done"),
    path(
        "quen-mat-khau/xong/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    re_path(RESET_KEY, account.password_reset_from_key, name="account_reset_password_from_key"),
    path("hai-lop/", mfa.index, name="mfa_index"),
    path("hai-lop/ma/", mfa.authenticate, name="mfa_authenticate"),
    path("hai-lop/xac-nhan/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("hai-lop/bat/", totp.activate_totp, name="mfa_activate_totp"),
    path("hai-lop/tat/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("hai-lop/ma-khoi-phuc/", recovery.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "hai-lop/ma-khoi-phuc/tao/",
        recovery.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path(
        "hai-lop/ma-khoi-phuc/tai/",
        recovery.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
    path("phien/", sessions.sessions, name="usersessions_list"),
    path("mot-lan/huy/", social.login_cancelled, name="socialaccount_login_cancelled"),
    path("mot-lan/loi/", social.login_error, name="socialaccount_login_error"),
    path("mot-lan/dang-ky/", signing_in.sign_up_closed, name="socialaccount_signup"),
    path("mot-lan/<slug:provider_id>/", sso.login, name="openid_connect_login"),
    path("mot-lan/<slug:provider_id>/ket-qua/", sso.callback, name="openid_connect_callback"),
]

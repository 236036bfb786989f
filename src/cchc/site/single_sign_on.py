"""The province's single sign-on (OpenID Connect), when the configuration names one."""

from __future__ import annotations

from typing import Any

from cchc.site.configuration import Configuration

PROVIDER = "tinh"
"""How the provider is called in addresses: the callback is `/tai-khoan/mot-lan/tinh/ket-qua/`."""


def single_sign_on(configuration: Configuration) -> list[dict[str, Any]]:
    """The providers for the sign-in library: one, or none when nothing is configured."""
    if not configuration.oidc_url:
        return []
    return [
        {
            "provider_id": PROVIDER,
            "name": configuration.oidc_name,
            "client_id": configuration.oidc_client_id,
            "secret": configuration.oidc_secret,
            "settings": {"server_url": configuration.oidc_url, "oauth_pkce_enabled": True},
        }
    ]

"""Doors of signing in and of one's own account."""

from tests.access.doors import Door
from tests.worlds import World

RESET = {"uidb36": "x", "key": "y"}
HERE = {"stranger": 302, "reader": 302, "worker": 302}
"""Who is signed in is led on from pages of signing in."""
AGAIN = HERE
"""Sensitive pages ask for the password once more first."""


def own_post(world: World) -> dict[str, str]:
    return {"agency": str(world.operator.posts.get().pk)}


DOORS = [
    Door("account_login", nobody=200, **HERE),
    Door("account_logout", nobody=302),
    Door("account_signup", nobody=403, stranger=403, reader=403, worker=403),
    Door("account_inactive", nobody=200),
    Door("account_reauthenticate"),
    Door("account_change_password"),
    Door("account_set_password", **HERE),
    Door("account_reset_password", nobody=200),
    Door("account_reset_password_done", nobody=200),
    Door("account_reset_password_from_key", nobody=200, arguments=lambda world: RESET),
    Door("account_reset_password_from_key_done", nobody=200),
    Door("mfa_index"),
    Door("mfa_authenticate", nobody=302, **HERE),
    Door("mfa_reauthenticate", **HERE),
    Door("mfa_activate_totp", **AGAIN),
    Door("mfa_deactivate_totp", stranger=404, reader=404, worker=404),
    Door("mfa_view_recovery_codes", stranger=404, reader=404, worker=404),
    Door("mfa_generate_recovery_codes", **AGAIN),
    Door("mfa_download_recovery_codes", stranger=404, reader=404, worker=404),
    Door("usersessions_list"),
    Door("socialaccount_login_cancelled", nobody=200),
    Door("socialaccount_login_error", nobody=401, stranger=401, reader=401, worker=401),
    Door("socialaccount_signup", nobody=403, stranger=403, reader=403, worker=403),
    Door(
        "openid_connect_login",
        arguments=lambda world: {"provider_id": "tinh"},
        nobody=404,
        stranger=404,
        reader=404,
        worker=404,
    ),
    Door(
        "openid_connect_callback",
        arguments=lambda world: {"provider_id": "tinh"},
        nobody=404,
        stranger=404,
        reader=404,
        worker=404,
    ),
    Door("organisation:account"),
    Door("organisation:switch_post", post=own_post, **HERE),
    Door("organisation:end_own_sessions", post={}, **HERE),
    Door("organisation:quick_sign_in", post={}, nobody=404, stranger=404, reader=404, worker=404),
    Door("organisation:delegations"),
]

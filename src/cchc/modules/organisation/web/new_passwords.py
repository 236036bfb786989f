"""Where a temporary password waits until the page of its person shows it, once."""

NEW_PASSWORD = "organisation.new_password"  # noqa: S105 - the name of a place in the session

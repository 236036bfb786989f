"""Doors of the shell, of health, files and notifications."""

from tests.access.doors import Door

EVERYBODY = {"nobody": 200}
TO_A_PLACE = {"stranger": 302, "reader": 302, "worker": 302}
NOT_THERE = {"nobody": 404, "stranger": 404, "reader": 404, "worker": 404}

DOORS = [
    Door("health", **EVERYBODY),
    Door("ready", **EVERYBODY),
    Door("home"),
    Door("own_page"),
    Door("search"),
    Door("search_suggestions"),
    Door("choose_theme", post={"theme": "dark"}, nobody=302, **TO_A_PLACE),
    Door("choose_language", post={"language": "en"}, nobody=302, **TO_A_PLACE),
    Door("choose_period", post={"period": "2019"}, nobody=302, **TO_A_PLACE),
    Door("ui_samples", **NOT_THERE),
    Door("ui_sample", arguments=lambda world: {"part": "bieu-mau"}, **NOT_THERE),
    Door("storage:download", arguments=lambda world: {"file_id": 0}, **NOT_THERE),
    Door("notifications"),
    Door(
        "notification",
        arguments=lambda world: {"notification_id": 0},
        stranger=404,
        reader=404,
        worker=404,
    ),
    Door("notifications_read", post={}, **TO_A_PLACE),
]

"""The figures module as a Django application."""

from django.apps import AppConfig


class FiguresConfig(AppConfig):
    """The shared language of measurement: what is counted, for which agency and period, from which rows."""

    name = "cchc.modules.figures"
    label = "figures"

"""Addresses for machines that watch the site."""

from django.urls import path

from cchc.platform.web import health

urlpatterns = [
    path("-/health", health.health, name="health"),
    path("-/ready", health.ready, name="ready"),
]

"""The address of a stored file."""

from django.urls import path

from cchc.platform.storage.downloading import download

app_name = "storage"
urlpatterns = [path("tep/<int:file_id>/", download, name="download")]

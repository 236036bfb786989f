"""The addresses of the whole site: each module brings its own."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("tai-khoan/", include("allauth.urls")),
    path("", include("cchc.ui.urls")),
]

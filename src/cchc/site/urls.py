"""The addresses of the whole site: each module brings its own."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("cchc.platform.web.urls")),
    path("", include("cchc.platform.storage.urls")),
    path("tai-khoan/", include("cchc.modules.organisation.web.urls_account")),
    path("", include("cchc.modules.organisation.web.urls")),
    path("", include("cchc.modules.dashboards.web.urls")),
    path("", include("cchc.modules.worklist.web.urls")),
    path("", include("cchc.modules.documents.web.urls")),
    path("", include("cchc.modules.plans.web.urls")),
    path("", include("cchc.modules.urging.web.urls")),
    path("", include("cchc.modules.meetings.web.urls")),
    path("", include("cchc.modules.figures.web.urls")),
    path("", include("cchc.ui.urls")),
]

handler400 = "cchc.platform.web.errors.bad_request"
handler403 = "cchc.platform.web.errors.permission_denied"
handler404 = "cchc.platform.web.errors.page_not_found"
handler429 = "cchc.platform.web.errors.too_many_requests"
handler500 = "cchc.platform.web.errors.server_error"

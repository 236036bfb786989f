"""Addresses of people, rights, the trail, and one's own account."""

from __future__ import annotations

from django.urls import path

from cchc.modules.organisation.web.views import (
    account,
    clock,
    delegations,
    people,
    people_forms,
    people_import,
    portfolios,
    posts,
    roles,
    sessions,
    signing_in,
    trail,
)

urlpatterns = [
    path("tai-khoan/", account.account, name="account"),
    path("tai-khoan/lam-viec-tai/", account.switch_post, name="switch_post"),
    path("tai-khoan/phien/ket-thuc/", sessions.end, name="end_own_sessions"),
    path("tai-khoan/dang-nhap-nhanh/", signing_in.quick_sign_in, name="quick_sign_in"),
    path("tai-khoan/uy-quyen/", delegations.delegations, name="delegations"),
    path("tai-khoan/uy-quyen/<int:assignment_id>/giao/", delegations.give, name="delegate"),
    path(
        "tai-khoan/uy-quyen/<int:assignment_id>/thu-hoi/",
        delegations.take_back,
        name="take_back_delegation",
    ),
    path("tai-khoan/dong-ho/", clock.clock_page, name="clock"),
    path("tai-khoan/dong-ho/gio-that/", clock.free, name="free_clock"),
    path("nguoi-dung/", people.people, name="people"),
    path("nguoi-dung/them/", people_forms.create, name="create_person"),
    path("nguoi-dung/nhap/", people_import.import_page, name="import_people"),
    path("nguoi-dung/nhap/mau/", people_import.template, name="import_people_template"),
    path("nguoi-dung/<int:person_id>/", people.person, name="person"),
    path("nguoi-dung/<int:person_id>/sua/", people_forms.change, name="change_person"),
    path("nguoi-dung/<int:person_id>/khoa/", people_forms.lock, name="deactivate_person"),
    path("nguoi-dung/<int:person_id>/mo-lai/", people_forms.reopen, name="reactivate_person"),
    path("nguoi-dung/<int:person_id>/mat-khau/", people_forms.password, name="reset_password"),
    path("nguoi-dung/<int:person_id>/phien/", sessions.end_of_person, name="end_sessions"),
    path("nguoi-dung/<int:person_id>/vi-tri/", posts.hold, name="hold_post"),
    path("vi-tri/<int:post_id>/thoi-giu/", posts.leave, name="leave_post"),
    path("nguoi-dung/<int:person_id>/vai-tro/", roles.assign, name="assign_role"),
    path("vai-tro/", roles.matrix, name="role_matrix"),
    path("vai-tro/<int:assignment_id>/thu-hoi/", roles.revoke, name="revoke_role"),
    path("phan-cong-phu-trach/", portfolios.portfolios, name="portfolios"),
    path("phan-cong-phu-trach/xuat-excel/", portfolios.portfolios_export, name="portfolios_export"),
    path("phan-cong-phu-trach/them/", portfolios.charge, name="charge"),
    path("phan-cong-phu-trach/<int:portfolio_id>/thoi/", portfolios.end_charge, name="end_charge"),
    path("nhat-ky/", trail.trail, name="trail"),
    path("nhat-ky/kiem-tra/", trail.verify, name="verify_trail"),
]

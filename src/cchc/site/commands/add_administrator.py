"""`cchc add-administrator`: the first account of an installation, or one when locked out."""

from __future__ import annotations

import argparse

from cchc.site.console import Exit, Failure, add_json, either, say, say_json
from cchc.site.starting import require_migrated, start_django


def add(parser: argparse.ArgumentParser) -> None:
    """Who it is."""
    parser.add_argument(
        "--name",
        required=True,
        metavar=either("HỌ TÊN", "NAME"),
        help=either("họ và tên", "full name, family name first"),
    )
    parser.add_argument(
        "--login",
        default="",
        metavar=either("TÊN ĐĂNG NHẬP", "LOGIN"),
        help=either("tên đăng nhập (mặc định đặt theo họ tên)", "user name (made from the name)"),
    )
    parser.add_argument("--email", default="", help=either("thư điện tử", "e-mail"))
    add_json(parser)


def run(options: argparse.Namespace) -> Exit:
    """Open the account and print its temporary password, once."""
    start_django()
    require_migrated()
    from cchc.modules.organisation.public import (
        Details,
        GiftRefused,
        PersonRefused,
        add_administrator,
        fresh_password,
        person_refusal,
    )
    from cchc.platform import clock
    from cchc.site.acting import command_line_actor

    password = fresh_password()
    try:
        person = add_administrator(
            details=Details(full_name=options.name, username=options.login, email=options.email),
            password=password,
            reason=either("mở bằng dòng lệnh", "opened on the command line"),
            actor=command_line_actor(),
            now=clock.now(),
        )
    except (PersonRefused, GiftRefused) as refused:
        raise Failure(str(person_refusal(refused))) from None
    if options.json:
        say_json({"login": person.username, "password": password})
        return Exit.DONE
    say(f"{either('Tên đăng nhập', 'Login')}: {person.username}")
    say(f"{either('Mật khẩu tạm', 'Temporary password')}: {password}")
    say(
        either(
            "Lần đăng nhập đầu tiên phải đổi mật khẩu và bật mã xác thực hai lớp.",
            "The first sign-in asks for a new password and a second factor.",
        )
    )
    return Exit.DONE

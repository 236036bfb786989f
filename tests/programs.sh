#!/bin/sh
# The tests drive a real browser, read real scans, open letters in a real word processor. Where this
# may install Debian's packages it does; where it may not, it says what to do and stops: nothing is
# skipped silently.
set -eu

missing() {
    command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || printf ' chromium'
    command -v tesseract >/dev/null 2>&1 || printf ' tesseract-ocr'
    tesseract --list-langs 2>/dev/null | grep -qx vie || printf ' tesseract-ocr-vie'
    command -v soffice >/dev/null 2>&1 || printf ' libreoffice-writer-nogui'
}

packages=$(missing)
[ -n "$packages" ] || exit 0

if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
    echo "Cài các gói của hệ thống / installing:$packages"
    apt-get -qq update
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends $packages >/dev/null
    packages=$(missing)
    [ -n "$packages" ] || exit 0
fi
cat >&2 <<END
Thiếu chương trình của hệ thống nên chưa thể kiểm thử. Hãy nhờ quản trị chạy rồi thử lại:
Programs of the system are missing, so the tests cannot run. Ask an administrator for:

    apt-get update && apt-get install -y$packages
END
exit 1

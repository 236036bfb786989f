#!/bin/sh
# Restore the newest backup into a database of its own, compare every count and hash, drop it again.
# The account of the database needs the right to create databases: ALTER ROLE cchc CREATEDB;
set -eu

source=${CCHC_BACKUP_DIR:-/var/backups/cchc}
cchc=$(cd "$(dirname "$0")/.." && pwd)/.venv/bin/cchc
newest=$(find "$source" -maxdepth 1 -type d -name 'cchc-*' | sort | tail -n 1)
[ -n "$newest" ] || { echo "Chưa có bản sao lưu nào trong $source" >&2; exit 1; }

server=${DATABASE_URL%%\?*}
options=${DATABASE_URL#"$server"}
trial=cchc_restore_check
folder=$(mktemp -d)
clean() {
    psql --quiet "$DATABASE_URL" -c "drop database if exists $trial" || true
    rm -rf "$folder"
}
trap clean EXIT

psql --quiet "$DATABASE_URL" -c "drop database if exists $trial"
psql --quiet "$DATABASE_URL" -c "create database $trial template template0 encoding 'UTF8'"
DATABASE_URL="${server%/*}/$trial$options" CCHC_FILES_DIR="$folder" "$cchc" restore "$newest"

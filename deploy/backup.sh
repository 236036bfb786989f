#!/bin/sh
# Back up the database and the files, check that the copy is whole, keep the newest ones.
# A copy beside the original is half a backup: send the folder to another machine as well.
set -eu

target=${CCHC_BACKUP_DIR:-/var/backups/cchc}
keep=${CCHC_BACKUP_KEEP:-14}
cchc=$(dirname "$0")/../.venv/bin/cchc

"$cchc" backup --to "$target" --keep "$keep"
newest=$(find "$target" -maxdepth 1 -type d -name 'cchc-*' | sort | tail -n 1)
"$cchc" restore --verify-only "$newest"

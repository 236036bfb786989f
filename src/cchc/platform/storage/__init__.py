"""Files: type sniffed, hashed, versioned, and read only by those who may.

Other rooms call `storing.store`, `contents.open_file` and `path_of`, `reading.allow_reading`, and
`queries`; `owner` says whose a file is, in the form "plans.proof:12".
"""

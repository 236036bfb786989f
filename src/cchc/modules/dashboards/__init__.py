"""Boards over everything: the home page that every person meets in the morning.

Three words: *today* (hôm nay) is what waits for me and what changed; a *figure* opens to its rows;
an agency is *watched* when it has late work. This module reads the others' front doors and owns no
tables.
"""

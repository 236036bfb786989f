"""The shared language of measurement: what is counted, for whom and when, and from which rows.

Five words: a *figure* (số liệu) has a code, a name and a unit; a *source* is the part of a module
that counts it; a *cut* says for which agency, period, area or document it is asked; its *value* is
what was counted; its *rows* are what it was counted from.
"""

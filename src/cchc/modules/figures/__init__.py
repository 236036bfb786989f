"""The shared language of measurement: what is counted, for which agency and period, from which rows.

Five words: a *figure* (số liệu) has a code, a name and a unit; a *source* is the module that counts it; a
*cut* says for which agency, period, area or kind it is asked; its *value* is what was counted; its *rows* are what it was
counted from.
"""

"""Urging (đôn đốc): reminders by steps, digests, urging letters, and what they brought about.

Five words: a *ladder* (thang đôn đốc) says who is told when; a *step* (bậc) is one telling; a
*digest* (bản tin đôn đốc) gathers a person's day; a *wave* (đợt đôn đốc) is one letter to many
agencies; its *effect* is what was done after it.
"""

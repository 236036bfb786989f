"""What waits for whom: one inbox, fed by every module that has work for people.

Five words: an *item* (việc chờ) is one thing a person should do now; a *source* is the module that
knows of it; its *kind* says what is asked; its *urgency* orders the list; an *action* is the button
that leads there. Nothing is stored here: every source answers from its own tables.
"""

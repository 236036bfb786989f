"""Agencies over time, posts, people, accounts, roles and delegation.

Five words: an *agency* (cơ quan, đơn vị) lives from one date to another and has successors; a
*group* (nhóm cơ quan) expands to its members on a date; a *person* signs in; a *post* (vị trí) ties
a person to an agency; a *role assignment* (phân quyền) says what a person may do where, and until
when.
"""

"""Letters and other papers that agencies issue: drafts, registers with numbers, Word and PDF.

Five words: a *letter* (văn bản đi) is a paper an agency issues; its *draft* (dự thảo) can be edited
until it is issued; a *register* (sổ đăng ký văn bản) gives numbers, one row a number; the *symbol*
(ký hiệu) says kind and issuer; the *recipients* (nơi nhận) are who gets it.
"""

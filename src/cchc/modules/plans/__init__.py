"""From paper to proof: plans, their tasks, and what every agency does about them.

Five words: a *plan* (kế hoạch) is the document that gives work; a *task* (nhiệm vụ) is one row of
it; an *assignment* (phần việc) is one agency's obligation in a task, lead or co-ordinating; an
*occurrence* (kỳ) is one dated instance of an assignment, and what the clock runs on; a *proof*
(minh chứng) is the delivered product, and only an accepted proof makes an occurrence done.
"""

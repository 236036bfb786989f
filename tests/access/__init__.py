"""Who may open which door: one file a module, each with its `DOORS`; walked by tests/site.

    DOORS = [
        Door("plans:plan", arguments=lambda world: {"plan_id": a_plan(world).pk}, stranger=404),
        Door("plans:confirm", post={}, arguments=…, reader=403, worker=302),
    ]

A door names four answers: of nobody (not signed in), a stranger (works in another agency), a reader
(sees everything, changes nothing) and a worker (whose work it is). The defaults are the usual ones.
"""

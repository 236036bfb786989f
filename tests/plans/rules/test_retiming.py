"""Which rounds stay when a paper's time is corrected."""

from __future__ import annotations

from datetime import date

from cchc.modules.plans.rules.kinds import WaitingFor
from cchc.modules.plans.rules.occurrences import Planned
from cchc.modules.plans.rules.retiming import Existing, match_rounds


def existing(
    sequence: int,
    label: str = "",
    *,
    waiting: bool = False,
    movable: bool = True,
    is_open: bool = True,
) -> Existing:
    return Existing(sequence, label, waiting, movable, is_open)


def dated(label: str = "", sequence: int = 1) -> Planned:
    return Planned(sequence, label=label, due_on=date(2019, 9, 30))


WAITING = Planned(1, waits_for=WaitingFor.EVENT)


def test_a_single_round_takes_the_new_deadline() -> None:
    matched = match_rounds([existing(1)], [dated()])

    assert (matched.kept, matched.gone, matched.added) == (((1, dated()),), (), ())


def test_rounds_are_matched_by_their_names() -> None:
    matched = match_rounds(
        [existing(1, "Quý I/2019"), existing(2, "Quý II/2019")],
        [dated("Quý II/2019"), dated("Quý III/2019", 2)],
    )

    assert matched.kept == ((2, dated("Quý II/2019")),)
    assert matched.gone == (1,)
    assert [(one.sequence, one.label) for one in matched.added] == [(3, "Quý III/2019")]


def test_a_round_that_is_done_uses_up_its_match_untouched() -> None:
    done = existing(1, "Quý I/2019", movable=False, is_open=False)

    matched = match_rounds([done], [dated("Quý I/2019")])

    assert (matched.kept, matched.gone, matched.added) == ((), (), ())


def test_what_has_a_deadline_is_not_put_back_to_waiting() -> None:
    matched = match_rounds([existing(1)], [WAITING])

    assert (matched.kept, matched.gone) == ((), (1,))
    assert matched.added[0].waits_for is WaitingFor.EVENT


def test_what_waits_gets_its_deadline() -> None:
    assert match_rounds([existing(1, waiting=True)], [dated()]).kept == ((1, dated()),)


def test_one_becomes_many() -> None:
    matched = match_rounds([existing(1)], [dated("Quý I/2019"), dated("Quý II/2019", 2)])

    assert matched.gone == (1,)
    assert [one.sequence for one in matched.added] == [2, 3]


def test_something_handed_in_stays_though_nothing_asks_for_it() -> None:
    pending = existing(1, "Tháng 01/2019", movable=False)

    assert match_rounds([pending], [dated("Quý I/2019")]).gone == ()
    assert match_rounds([], [dated()]).added == (dated(),)

"""Which ladder holds for which work."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cchc.modules.urging.rules.choosing import Choice, Kind, choose

WORDS = st.sampled_from(["", "x", "y"])
KINDS = st.builds(Kind, WORDS, WORDS, WORDS, WORDS)
WORK = st.builds(Kind, *[st.sampled_from(["x", "y"])] * 4)


@given(kinds=st.lists(KINDS, unique=True), work=WORK)
def test_the_chosen_ladder_covers_the_work_and_nothing_says_more_of_it(
    kinds: list[Kind], work: Kind
):
    chosen = choose([Choice(kind, kind) for kind in kinds], work)
    covering = [kind for kind in kinds if kind.covers(work)]

    assert (chosen is None) == (not covering)
    if chosen is not None:
        assert chosen.weight == max(kind.weight for kind in covering)
        assert sum(kind.weight == chosen.weight for kind in covering) == 1


def test_the_default_holds_for_work_of_any_kind():
    directive = Choice(Kind(plan_kind="DIRECTIVE"), "chỉ đạo")
    default = Choice(Kind(), "mặc định")

    assert choose([default, directive], Kind("ANNUAL", "ke hoach", "LEAD", "")) == "mặc định"
    assert choose([default, directive], Kind("DIRECTIVE", "cong van", "LEAD", "")) == "chỉ đạo"

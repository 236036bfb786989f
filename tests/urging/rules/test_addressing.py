"""Who is told: the person meant, whoever stands in, else the next in line, never nobody."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cchc.modules.urging.rules.addressing import Addressee, Place, addressees
from cchc.modules.urging.rules.kinds import LINE, Audience

PEOPLE = st.integers(1, 12)
GROUPS = st.lists(st.lists(PEOPLE, max_size=3).map(tuple), max_size=3).map(tuple)
PLACES = st.fixed_dictionaries(dict.fromkeys(Audience, GROUPS))


def place_of(places: dict[Audience, tuple[tuple[int, ...], ...]], delegated: dict[int, int]):
    def place(audience: Audience) -> Place:
        return Place(
            places[audience], lambda person: (delegated[person],) if person in delegated else ()
        )

    return place


@given(
    places=PLACES,
    present=st.frozensets(PEOPLE),
    delegated=st.dictionaries(PEOPLE, PEOPLE, max_size=4),
    audience=st.sampled_from(Audience),
)
def test_nobody_absent_is_told_and_nobody_only_when_all_above_are_absent(
    places: dict[Audience, tuple[tuple[int, ...], ...]],
    present: frozenset[int],
    delegated: dict[int, int],
    audience: Audience,
):
    told = addressees(audience, place_of(places, delegated), present=present)

    assert {one.person_id for one in told} <= present
    assert len({one.person_id for one in told}) == len(told)
    above = {
        person
        for step in LINE[LINE.index(audience) :]
        for group in places[step]
        for person in group
    }
    reachable = above & present | {delegated[p] for p in above if p in delegated} & present
    assert bool(told) == bool(reachable)


def test_a_delegate_is_told_in_the_stead_of_the_head():
    places = dict.fromkeys(Audience, ()) | {Audience.AGENCY_HEAD: ((1,),)}

    told = addressees(Audience.AGENCY_HEAD, place_of(places, {1: 2}), present={1, 2})

    assert told == (Addressee(2, stands_for_id=1),)


def test_the_word_goes_up_when_a_place_is_empty():
    places = dict.fromkeys(Audience, ()) | {
        Audience.HOLDER: ((1,),),
        Audience.LEADER: ((7,),),
    }

    assert addressees(Audience.HOLDER, place_of(places, {}), present={7}) == (Addressee(7),)

"""Of types that share seats or a quota, as many can be had together as there are, not as many as each says by itself."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from saleroom.domain.ticket_sales.together import Left, together


def test_types_that_share_nothing_add_up() -> None:
    assert together([Left(5), Left(7)], {}, {}) == 12
    assert together([], {}, {}) == 0


def test_two_types_of_one_zone_have_its_seats_once() -> None:
    assert together([Left(5, "stalls"), Left(5, "stalls"), Left(3)], {"stalls": 5}, {}) == 8


def test_a_shared_quota_binds_as_a_zone_does() -> None:
    assert together([Left(60, quota="house"), Left(40, quota="house")], {}, {"house": 80}) == 80


def test_what_binds_crosswise_is_found() -> None:
    types = [Left(4, "stalls", "house"), Left(4, "stalls"), Left(4, "balcony", "house")]
    assert together(types, {"stalls": 4, "balcony": 4}, {"house": 4}) == 8
    assert together(types, {"stalls": 4, "balcony": 4}, {"house": 2}) == 6
    assert together(types, {"stalls": 0, "balcony": -1}, {"house": 4}) == 0


@given(
    st.lists(st.builds(Left, st.integers(0, 3), st.sampled_from([None, "a", "b"]), st.sampled_from([None, "a", "r"])), max_size=4),
    st.integers(0, 5), st.integers(0, 5), st.integers(0, 5), st.integers(0, 5),
)
def test_it_is_the_most_of_all_ways_to_take_them(types: list[Left], a: int, b: int, q: int, r: int) -> None:
    zones, quotas = {"a": a, "b": b}, {"a": q, "r": r}

    def fits(taken: tuple[int, ...]) -> bool:
        return all(
            sum(n for n, kind in zip(taken, types, strict=True) if getattr(kind, field) == name) <= most
            for field, named in (("zone", zones), ("quota", quotas)) for name, most in named.items()
        )

    assert together(types, zones, quotas) == max(sum(taken) for taken in product(*(range(kind.free + 1) for kind in types)) if fits(taken))

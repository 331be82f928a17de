"""Paintings come out the same for the same seed, and colours are mixed as painters mix them."""

from pathlib import Path

import pytest
from PIL import Image, ImageStat

from saleroom.demo.canvas import Clouds, noise, ridge
from saleroom.demo.colour import at, from_lab, gradient, lab, mixed, rgb
from saleroom.demo.gallery import MOTIFS, name_of, paint
from saleroom.demo.hand import Hand
from saleroom.pictures.folder import Folder


def test_the_same_seed_gives_the_same_numbers_and_another_one_others() -> None:
    first, again, other = ([Hand(seed).between(0, 1) for _ in range(3)] for seed in ("a", "a", "b"))
    assert first == again != other


def test_numbers_keep_their_bounds_over_many_draws() -> None:
    hand = Hand("bounds")
    assert all(2 <= hand.between(2, 3) <= 3 for _ in range(20_000))
    assert {hand.whole(1, 6) for _ in range(500)} == {1, 2, 3, 4, 5, 6}
    assert all(-1 <= hand.around(0, 1) <= 1 for _ in range(5_000))
    assert 400 < sum(hand.likely(0.25) for _ in range(2_000)) < 600
    assert {hand.pick("abc") for _ in range(100)} == {"a", "b", "c"}


def test_noise_and_ridges_are_the_same_again() -> None:
    assert noise(Hand("n"), (90, 60), Clouds(3, 3)).tobytes() == noise(Hand("n"), (90, 60), Clouds(3, 3)).tobytes()
    assert ridge(Hand("r"), 100, 10, 0.5) == ridge(Hand("r"), 100, 10, 0.5)
    assert len(ridge(Hand("r"), 333, 10, 0.5)) == 333


@pytest.mark.parametrize("colour", ["#000000", "#ffffff", "#c8553d", "#1b2f4b", "#f4ecd8"])
def test_a_colour_survives_the_way_through_oklab(colour: str) -> None:
    there_and_back = from_lab(*lab(rgb(colour)))
    assert max(abs(one - other) for one, other in zip(rgb(colour), there_and_back, strict=True)) <= 1


def test_half_way_between_blue_and_yellow_is_no_grey() -> None:
    red, green, blue = mixed("#2040c0", "#f0d020", 0.5)
    assert max(red, green, blue) - min(red, green, blue) > 25


def test_a_gradient_begins_and_ends_with_its_colours() -> None:
    stops = ((0.0, "#102030"), (0.5, "#808080"), (1.0, "#f0e0d0"))
    steps = gradient(stops)
    assert steps[0] == rgb("#102030") and steps[-1] == rgb("#f0e0d0") and len(steps) == 256
    assert at(stops, 0.5) == rgb("#808080")


@pytest.mark.parametrize("motif", ["woodcut_wave"])
def test_a_painting_is_stored_in_three_sizes_and_comes_out_the_same(motif: str, tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    paint(motif, folder)
    assert folder.has(name_of(motif)) and len(list(tmp_path.iterdir())) == 3
    one, again = (MOTIFS[motif].paint(Hand(motif), (400, 300)) for _ in range(2))
    assert one.tobytes() == again.tobytes()
    picture = Image.open(tmp_path / f"{name_of(motif)}.webp").convert("RGB")
    assert picture.size == MOTIFS[motif].size and max(picture.size) == 1600
    assert min(ImageStat.Stat(picture).stddev) > 20

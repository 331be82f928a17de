"""What the demo evening sells: the works, their sellers and bidders, as `db/demo/evening.toml` tells."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from saleroom.demo.gallery import MOTIFS, name_of
from saleroom.domain.auctions.commands import LotWords
from saleroom.domain.money import amount_minor

SALES: Final = ("evening", "day", "coming")


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody of the demo: his user name, and the name that the house shows to administrators."""

    username: str
    name: str


@dataclass(frozen=True, slots=True)
class Work:
    """A work on sale.

    Attributes:
        motif: which painting it is, a key of `gallery.MOTIFS`.
        sale: the evening sale (ends soon, again and again), the day sale (long), or coming.
        seller: the place of its seller among `Catalogue.sellers`.
    """

    motif: str
    sale: str
    seller: int
    words: LotWords
    start_price_minor: int

    @property
    def picture(self) -> str:
        """The name of its picture."""
        return name_of(self.motif)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything that the evening needs to know."""

    sellers: tuple[Account, ...]
    bidders: tuple[Account, ...]
    works: tuple[Work, ...]

    def of_sale(self, sale: str) -> tuple[Work, ...]:
        """The works of one sale, in the order of the file."""
        return tuple(work for work in self.works if work.sale == sale)

    def crowd(self, count: int) -> tuple[Account, ...]:
        """So many bidders; after those with names come guests with numbers."""
        guests = (Account(f"demo.guest-{number:02}", f"Guest {number}") for number in range(len(self.bidders) + 1, count + 1))
        return (*self.bidders[:count], *guests)


def read(file: Path) -> Catalogue:
    """The catalogue in a file.

    Raises:
        OSError, ValueError, KeyError: the file cannot be read, or says something else than it should.
    """
    told = tomllib.loads(file.read_text())
    sellers = tuple(Account(one["username"], one["name"]) for one in told["sellers"])
    places = {seller.username: place for place, seller in enumerate(sellers)}
    works = tuple(_work(one, places, told["auction_names"]) for one in told["works"])
    return Catalogue(sellers, tuple(Account(one["username"], one["name"]) for one in told["bidders"]), works)


def _work(told: dict[str, Any], sellers: dict[str, int], auction_names: dict[str, str]) -> Work:
    if told["motif"] not in MOTIFS or told["sale"] not in SALES:
        raise ValueError(f"there is no motif {told['motif']} or no sale {told['sale']}")
    description = "\n\n".join(" ".join(part.split()) for part in told["description"].split("\n\n")).strip()
    words = LotWords(told["title"], description, told["author"], told["materials"], auction_names[told["sale"]])
    return Work(told["motif"], told["sale"], sellers[told["seller"]], words, amount_minor(told["start_price"], "start_price"))

"""A worker whose rooms send every bid: the bound of 20 a second and socket is lifted, to see what fan-out can take."""

from saleroom import main
from saleroom.realtime import lot_rooms

if __name__ == "__main__":
    lot_rooms.RATE = lot_rooms.BURST = 1e9  # type: ignore[misc]
    main.main()

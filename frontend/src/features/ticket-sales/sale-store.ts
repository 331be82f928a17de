// Folds an on-sale's frames into its state, and hands out one store a sale.
//
// The law: counts are states, so a frame replaces what is here when its seq is at least ours, and an older one changes
// nothing. A whole hall begins a picture that the line changes from then on, so it replaces any other, also a newer one
// that came over REST; results and refusals stand outside the order.
import { createStore } from "zustand/vanilla";
import type { SaleServerFrame, SeatCountsFrame, SeatsFrame } from "@/lib/api/sale-frames";
import { changeSeats, unpackSeats } from "@/lib/seating/packed-seats";
import type { SaleState } from "./sale-state";

function applyCounts(state: SaleState, frame: SeatCountsFrame): SaleState {
  if (frame.seq < state.seq) return state;
  return {
    ...state,
    status: frame.status,
    saleStartTime: frame.sale_start_time,
    edited: frame.edited,
    left: Object.fromEntries(frame.tickets.map((type) => [type.ticket_type_id, type.available_qty])),
    seq: frame.seq,
  };
}

function applySeats(state: SaleState, frame: SeatsFrame): SaleState {
  if (frame.all !== undefined) return { ...state, seats: unpackSeats(frame.all), seatsSeq: frame.seq };
  if (frame.seq < state.seatsSeq) return state;
  // Changes without a picture to change mean nothing; the whole comes on connect.
  if (!state.seats || !frame.changed) return state;
  return { ...state, seats: changeSeats(state.seats, frame.changed), seatsSeq: frame.seq };
}

/** The state after one frame; the same object when the frame changes nothing. */
export function apply(state: SaleState, frame: SaleServerFrame): SaleState {
  switch (frame.type) {
    case "seat_counts":
      return applyCounts(state, frame);
    case "seats":
      return applySeats(state, frame);
    case "grab_result":
    case "hold_result":
    case "release_result":
    case "ERROR":
      return state;
  }
}

/** One store a sale, made by the room that feeds it. */
export function createSaleStore(initial: SaleState) {
  return createStore<SaleState>()(() => initial);
}

export type SaleStore = ReturnType<typeof createSaleStore>;

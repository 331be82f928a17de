// Reads one concert while rendering on the server, once a request however many parts ask.
import { cache } from "react";
import { fetchOrNull } from "@/lib/api/server";
import type { TicketSale } from "@/lib/api/tickets";

export const findSale = cache(async (id: string) => (/^\d{1,12}$/.test(id) ? fetchOrNull<TicketSale>(`/events/${id}`) : null));

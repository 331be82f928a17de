// The programme, printed by the server and then live.
import type { Metadata } from "next";
import { Programme } from "@/features/ticket-sales/programme/programme";
import { backendQuery, readQuery } from "@/features/ticket-sales/programme/programme-query";
import { fetchListAsVisitor } from "@/lib/api/server";
import type { TicketSale } from "@/lib/api/tickets";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { q } = readQuery(await searchParams);
  return { title: q ? `“${q}”` : "Tickets", description: "Concerts and other evenings, with the number of tickets left at this very moment." };
}

export default async function ProgrammePage({ searchParams }: Props) {
  const query = readQuery(await searchParams);
  return <Programme query={query} page={await fetchListAsVisitor<TicketSale>(`/events${backendQuery(query)}`)} />;
}

// One lot: server-rendered with its own title and picture for link previews, then live.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { LotView } from "@/features/auctions/lot-page/lot-view";
import { platesOf } from "@/features/auctions/plates";
import { AskSeller } from "@/features/chat/ask-seller";
import { fetchOrNull } from "@/lib/api/server";
import type { BidHistory, Lot } from "@/lib/api/types";

interface Props {
  params: Promise<{ id: string }>;
}

const findLot = cache(async (id: string) => (/^\d{1,12}$/.test(id) ? fetchOrNull<Lot>(`/lots/${id}`) : null));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const lot = await findLot((await params).id);
  if (!lot) return { title: "No such lot" };
  const title = `Lot ${lot.id}: ${lot.title}`;
  const description = (lot.description || lot.author || "A lot in the saleroom.").replace(/\s+/g, " ").slice(0, 200);
  const picture = platesOf(lot)[0]?.url;
  return {
    title,
    description,
    alternates: { canonical: `/lots/${lot.id}` },
    openGraph: { title, description, url: `/lots/${lot.id}`, images: picture ? [picture] : undefined },
    twitter: { card: picture ? "summary_large_image" : "summary" },
  };
}

export default async function LotPage({ params }: Props) {
  const { id } = await params;
  const lot = await findLot(id);
  if (!lot) notFound();
  const history = await fetchOrNull<BidHistory>(`/lots/${lot.id}/bids`);
  const thing = { about: "lot", id: lot.id, seq: lot.seq, title: lot.title } as const;
  return <LotView key={lot.id} lot={lot} history={history} ask={<AskSeller thing={thing} sellerId={lot.seller_id} className="justify-self-start" />} />;
}

// One concert: server-rendered with its own title and poster for link previews, then live.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ownPicture } from "@/features/ticket-sales/wording";
import { momentText } from "@/lib/clock/time-text";
import { findSale } from "../find-sale";
import { SalePage } from "./sale-page";

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const sale = await findSale((await params).id);
  if (!sale) return { title: "No such event" };
  const when = `${momentText(sale.start_time, "full", "UTC")}${sale.location ? `, ${sale.location}` : ""}.`;
  const description = `${when} ${sale.description}`.replace(/\s+/g, " ").trim().slice(0, 200);
  const picture = ownPicture(sale.cover_image);
  return {
    title: sale.title,
    description,
    alternates: { canonical: `/events/${sale.id}` },
    openGraph: { title: sale.title, description, url: `/events/${sale.id}`, images: picture ? [picture] : undefined },
    twitter: { card: picture ? "summary_large_image" : "summary" },
  };
}

export default async function EventPage({ params }: Props) {
  const sale = await findSale((await params).id);
  if (!sale) notFound();
  return <SalePage key={sale.id} sale={sale} />;
}

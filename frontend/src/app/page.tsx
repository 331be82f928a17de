// The catalogue, printed by the server and then live.
import type { Metadata } from "next";
import { Catalogue } from "@/features/auctions/catalogue/catalogue";
import { backendQuery, readQuery, shelfWords } from "@/features/auctions/catalogue/catalogue-query";
import { fetchAsVisitor } from "@/lib/api/server";
import type { LotPage } from "@/lib/api/types";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const query = readQuery(await searchParams);
  return { title: query.q ? `“${query.q}”` : query.shelf === "open" ? "Catalogue" : shelfWords[query.shelf] };
}

export default async function CataloguePage({ searchParams }: Props) {
  const query = readQuery(await searchParams);
  const page = await fetchAsVisitor<LotPage>(`/lots${backendQuery(query)}`);
  return <Catalogue query={query} page={page} />;
}

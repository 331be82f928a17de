// The sheet every page is printed on.
import "@fontsource-variable/cormorant/wght.css";
import "@fontsource-variable/cormorant/wght-italic.css";
import "@fontsource-variable/instrument-sans/wght.css";
import "../styles/global.css";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { fetchVisitor } from "@/lib/api/server";
import { publicUrl } from "@/lib/house/public-url";
import { Providers } from "./providers";

export async function generateMetadata(): Promise<Metadata> {
  await connection();
  return {
    metadataBase: publicUrl(),
    title: { default: "Saleroom", template: "%s · Saleroom" },
    description: "Live auctions in which every press of the button gets exactly one honest answer.",
    openGraph: { siteName: "Saleroom", type: "website" },
  };
}

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f4eee1" },
    { media: "(prefers-color-scheme: dark)", color: "#16130f" },
  ],
};

export default async function Layout({ children }: { children: ReactNode }) {
  await connection();
  const visitor = await fetchVisitor();
  const theme = (await cookies()).get("theme")?.value;
  return (
    <html lang="en" data-theme={theme === "dark" || theme === "light" ? theme : undefined}>
      <body>
        {/* eslint-disable-next-line react-hooks/purity -- the moment of this very rendering is what is meant */}
        <Providers {...visitor} currency={process.env.SALEROOM_CURRENCY || "EUR"} renderedAt={Date.now()}>
          {children}
        </Providers>
      </body>
    </html>
  );
}

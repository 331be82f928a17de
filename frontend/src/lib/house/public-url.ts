// The house's address as the public sees it, for link previews; read when a page is asked for.
export function publicUrl(): URL {
  const fallback = `http://127.0.0.1:${process.env.SALEROOM_FRONTEND_PORT || 3000}`;
  try {
    return new URL(process.env.SALEROOM_PUBLIC_URL || fallback);
  } catch {
    return new URL(fallback);
  }
}

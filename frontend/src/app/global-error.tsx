// The last resort, when even the sheet of paper could not be laid out.
"use client";

export default function GlobalError() {
  return (
    <html lang="en">
      <body style={{ fontFamily: "Georgia, serif", padding: "3rem", background: "#f4eee1", color: "#1d1813" }}>
        <h1>The saleroom could not be shown</h1>
        <p>Nothing of yours is lost.</p>
        <button type="button" onClick={() => window.location.reload()}>
          Try again
        </button>
      </body>
    </html>
  );
}

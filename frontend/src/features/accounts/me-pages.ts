// The pages of the personal area, in the order of their use.
export const mePages = [
  { href: "/me/bids", label: "Bids" },
  { href: "/me/favourites", label: "Favourites" },
  { href: "/me/won", label: "Won" },
  { href: "/me/tickets", label: "Tickets" },
  { href: "/me/orders", label: "Orders" },
  { href: "/me/lots", label: "My lots" },
  { href: "/me/profile", label: "Profile" },
  { href: "/me/devices", label: "Devices" },
  { href: "/me/mail", label: "Letters" },
];

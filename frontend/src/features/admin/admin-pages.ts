// The pages of the office.
export const adminPages = [
  { href: "/admin/lots", label: "Lots" },
  { href: "/admin/users", label: "People" },
  { href: "/admin/conversations", label: "Conversations" },
  { href: "/admin/reports", label: "Reports" },
  { href: "/admin/mail", label: "Letters" },
  { href: "/admin/acts", label: "Acts" },
];

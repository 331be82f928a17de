// The first page of this section.
import { redirect } from "next/navigation";

export default function Page() {
  redirect("/me/bids");
}

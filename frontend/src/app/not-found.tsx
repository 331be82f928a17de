// A page that is not there.
import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";

export const metadata: Metadata = { title: "Not in the catalogue" };

export default function NotFound() {
  return (
    <Empty level={1} title="Not in the catalogue" action={<ButtonLink href="/">To the catalogue</ButtonLink>}>
      There is nothing at this address. The lot may have been withdrawn, or the number is not quite right.
    </Empty>
  );
}

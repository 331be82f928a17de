// The lots one has starred, as cards that live.
"use client";
import { ButtonLink } from "@/components/ui/button";
import { Door } from "@/components/ui/door";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/section-page";
import { useDoor } from "@/lib/api/use-door";
import { LotCard } from "../catalogue/lot-card";
import { fetchFavourites } from "../lot-calls";

export function Favourites() {
  const view = useDoor("favourites", fetchFavourites);
  return (
    <>
      <PageHead title="Favourites">Lots with your star. Taking a star away empties its place at the next visit.</PageHead>
      <Door view={view} what="The list of favourites">
        {(lots) =>
          lots.length === 0 ? (
            <Empty title="No star given yet" action={<ButtonLink href="/">To the catalogue</ButtonLink>}>
              Press the star on a lot and it waits for you here.
            </Empty>
          ) : (
            <ul className="grid gap-x-8 gap-y-12 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4">
              {lots.map((lot) => (
                <li key={lot.id} className="grid grid-cols-1">
                  <LotCard lot={lot} />
                </li>
              ))}
            </ul>
          )
        }
      </Door>
    </>
  );
}

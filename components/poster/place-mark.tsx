import { clsx } from "clsx";
import { placeIds } from "@/lib/poster/choices";
import type { Place } from "@/lib/poster/schema";

/** The place of a block at a glance. */
export function PlaceMark({ place }: { place: Place }) {
  return (
    <span aria-hidden className="grid grid-cols-3 gap-0.5">
      {placeIds.map((id) => (
        <span
          key={id}
          className={clsx("size-1.5 rounded-[1px]", id === place ? "bg-seal" : "bg-line")}
        />
      ))}
    </span>
  );
}

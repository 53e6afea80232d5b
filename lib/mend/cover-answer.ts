import "server-only";
import * as z from "zod/mini";
import { findImage } from "@/lib/image/store";
import { paintOver } from "@/lib/server/mender/mender";
import { ifPicture } from "@/lib/server/painter/picture";
import { readPicture } from "@/lib/server/storage/disk";
import { areaSchema } from "./schema";

const asked = ["x", "y", "width", "height"] as const;

/** Answers with an area of a picture, its letters painted over; 404 or 400 for what cannot be. */
export async function coverAnswer(id: string, query: URLSearchParams): Promise<Response> {
  if (!z.uuid().safeParse(id).success) return new Response(null, { status: 404 });
  const image = await findImage(id.toLowerCase());
  if (!image) return new Response(null, { status: 404 });
  const number = (name: string) => {
    const text = query.get(name) ?? "";
    return /^\d{1,5}$/u.test(text) ? Number(text) : Number.NaN;
  };
  const area = areaSchema.safeParse(
    Object.fromEntries(asked.map((name) => [name, number(name)])),
  ).data;
  const isInside =
    area && area.x + area.width <= image.width && area.y + area.height <= image.height;
  if (!isInside) return new Response(null, { status: 400 });
  const bytes = await readPicture(image.id);
  if (!bytes) return new Response(null, { status: 404 });
  const cover = await ifPicture(paintOver(bytes, area));
  if (!cover) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(cover), {
    headers: {
      "content-type": "image/png",
      "content-length": String(cover.length),
      // The same area of the same picture is always filled alike.
      "cache-control": "private, max-age=86400, immutable",
      "x-content-type-options": "nosniff",
    },
  });
}

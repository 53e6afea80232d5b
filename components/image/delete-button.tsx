"use client";

import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { useDeleteImage } from "./use-delete-image";

interface DeleteButtonProps {
  id: string;
  label: string;
  /** Where to go once it is gone; the same page when left out. */
  then?: string;
}

/** Deletes a picture, with an undo. */
export function DeleteButton({ id, label, then }: DeleteButtonProps) {
  const router = useRouter();
  const leave = then === undefined ? undefined : () => router.push(then);
  const [isPending, remove] = useDeleteImage(id, leave);
  return (
    <Button aria-label={label} title={label} className="px-2" disabled={isPending} onClick={remove}>
      <Trash2 aria-hidden className="size-4" />
    </Button>
  );
}

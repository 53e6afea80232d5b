import { clsx } from "clsx";
import { Plus, X } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { idOf, type Piece } from "@/lib/mend/piece";
import type { MendingInHand } from "./use-mending";

/** What may become a piece of the mend, and what is said of it. */
interface Pickable {
  piece: Piece;
  words: string;
  /** Beside the words; told whether the piece is part of the mend. */
  note: (isIn: boolean) => ReactNode;
  edit: string;
  add: string;
  remove: string;
}

interface PiecePickerProps {
  heading: string;
  addAll: string;
  pickables: readonly Pickable[];
  mending: MendingInHand;
}

/** Things that may be mended: which are, and which one is in hand. */
export function PiecePicker({ heading, addAll, pickables, mending }: PiecePickerProps) {
  const { pieces, dispatch } = mending;
  const known = new Set(pieces.map(idOf));
  const left = pickables.map(({ piece }) => piece).filter((piece) => !known.has(idOf(piece)));
  return (
    <section>
      <h2 className="heading mb-2">{heading}</h2>
      <ul className="flex flex-col gap-1.5">
        {pickables.map((pickable) => {
          const id = idOf(pickable.piece);
          return <PickRow key={id} {...{ id, pickable, mending }} isIn={known.has(id)} />;
        })}
      </ul>
      {left.length > 1 && (
        <Button className="mt-2.5" onClick={() => dispatch({ type: "add", pieces: left })}>
          {addAll}
        </Button>
      )}
    </section>
  );
}

interface PickRowProps {
  id: string;
  pickable: Pickable;
  isIn: boolean;
  mending: MendingInHand;
}

function PickRow({ id, pickable, isIn, mending: { selected, dispatch } }: PickRowProps) {
  const { piece, words, note, edit, add, remove } = pickable;
  return (
    <li
      className={clsx(
        "flex items-center rounded-xl border bg-raised",
        id === selected ? "border-ink" : "border-line",
      )}
    >
      <button
        type="button"
        aria-pressed={id === selected}
        className="flex min-h-11 min-w-0 flex-1 items-center gap-2.5 px-3 py-1.5 text-left"
        onClick={() => dispatch(isIn ? { type: "select", id } : { type: "add", pieces: [piece] })}
      >
        <span className="sr-only">{isIn ? edit : add}</span>
        {!isIn && <Plus aria-hidden className="size-4 shrink-0 text-mute" />}
        <span className="min-w-0 flex-1">
          <span className="block text-[12px] text-mute">{note(isIn)}</span>
          <span translate="no" className="block truncate font-semibold font-serif">
            {words}
          </span>
        </span>
      </button>
      {isIn && (
        <button
          type="button"
          aria-label={remove}
          title={remove}
          className="grid size-11 shrink-0 place-items-center rounded-xl text-mute hover:text-ink"
          onClick={() => dispatch({ type: "remove", id })}
        >
          <X aria-hidden className="size-4" />
        </button>
      )}
    </li>
  );
}

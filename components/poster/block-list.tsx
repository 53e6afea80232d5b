"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import { useFieldArray, useFormState } from "react-hook-form";
import { useTranslations } from "use-intl";
import { usePoster, usePosterForm } from "@/components/studio/poster-form";
import { useStudioState } from "@/components/studio/studio-state";
import { useBlockActions } from "@/components/studio/use-block-actions";
import { useErrorText } from "@/components/studio/use-error-text";
import { Chip } from "@/components/ui/chip";
import { Notice } from "@/components/ui/notice";
import { freeId } from "@/lib/poster/arrange";
import { newBlock } from "@/lib/poster/blank";
import { countCharacters } from "@/lib/poster/characters";
import { maxBlocks, roleIds } from "@/lib/poster/choices";
import type { Role } from "@/lib/poster/schema";
import { literalsOf } from "@/lib/poster/words";
import { BlockCard } from "./block-card";
import { CoupletSlot } from "./couplet-slot";
import { SpotNotes } from "./finding-notes";
import { useReorder } from "./use-reorder";

const firstRoles = 4;

/** The words: ordered blocks to write, move, add and take away. */
export function BlockList() {
  const t = useTranslations();
  const { control, getValues } = usePosterForm();
  const { fields, append, move } = useFieldArray({
    control,
    name: "blocks",
    keyName: "key",
  });
  const [openId, setOpenId] = useState<string | null>(null);
  const [inCouplet, setInCouplet] = useState<readonly string[]>([]);
  const { said } = useStudioState();
  const act = useBlockActions();
  const list = useRef<HTMLOListElement>(null);
  useRevealedCard(list);

  const roleAt = (index: number) => {
    const role = getValues(`blocks.${index}.role`);
    return role ? t(`roles.${role}`) : "";
  };
  const moveTo = (from: number, to: number) => {
    const role = roleAt(from);
    move(from, to);
    said.set(t("words.moved", { role, position: `${to + 1}`, total: `${fields.length}` }));
  };
  const add = (role: Role) => {
    append(newBlock(freeId(getValues("blocks")), role), {
      focusName: `blocks.${fields.length}.text`,
    });
  };
  const { dragged, handleProps } = useReorder(list, fields.length, moveTo);
  return (
    <div>
      <WordsHeading />
      {fields.length === 0 && <p className="mb-2 text-mute">{t("words.none")}</p>}
      <CoupletSlot keys={fields.map(({ key }) => key)} onTake={setInCouplet} />
      <ol ref={list} className="flex flex-col gap-2">
        {fields.map((field, index) => (
          <BlockCard
            // By the block's own id, so that undoing keeps the cards, and the caret, that stay.
            key={field.id}
            id={field.id}
            index={index}
            total={fields.length}
            isOpen={openId === field.id}
            isDragged={dragged === index}
            isTextElsewhere={inCouplet.includes(field.id)}
            handleProps={handleProps(index)}
            onOpen={(isOpen) => setOpenId(isOpen ? field.id : null)}
            onMove={(to) => moveTo(index, to)}
            onDuplicate={() => void act(({ duplicate }) => duplicate(field.id))}
            onRemove={() => void act(({ remove }) => remove(field.id))}
          />
        ))}
      </ol>
      {/* biome-ignore lint/a11y/useSemanticElements: a row of buttons, not a form part */}
      <div role="group" aria-label={t("words.addLabel")} className="mt-2 flex flex-wrap gap-1.5">
        {fields.length < maxBlocks && <AddChips onAdd={add} />}
      </div>
      <SpotNotes spot="words" />
      <WordsError />
    </div>
  );
}

/** Brings the card of a block chosen on the sheet into view. */
function useRevealedCard(list: RefObject<HTMLElement | null>) {
  const { selection } = useStudioState();
  useEffect(
    () =>
      selection.subscribe(() => {
        const { id, from } = selection.get();
        if (id === null || from === "list") return;
        // On a phone the list may only be shown by now.
        requestAnimationFrame(() => {
          list.current?.querySelector(`[data-card="${id}"]`)?.scrollIntoView({ block: "nearest" });
        });
      }),
    [selection, list],
  );
}

function WordsHeading() {
  const t = useTranslations("words");
  const poster = usePoster();
  const characters = countCharacters(literalsOf(poster).join("").replaceAll(/\s/gu, ""));
  return (
    <h2 className="mb-2.5 flex justify-between">
      <span className="heading">{t("heading")}</span>
      <span className="font-normal text-mute text-xs tabular-nums">
        {t("summary", { blocks: poster.blocks.length, characters })}
      </span>
    </h2>
  );
}

function AddChips({ onAdd }: { onAdd: (role: Role) => void }) {
  const t = useTranslations();
  const [all, setAll] = useState(false);
  const roles = all ? roleIds : roleIds.slice(0, firstRoles);
  return (
    <>
      {roles.map((role) => (
        <Chip
          key={role}
          aria-label={t("words.add", { role: t(`roles.${role}`) })}
          onClick={() => onAdd(role)}
        >
          {`+ ${t(`roles.${role}`)}`}
        </Chip>
      ))}
      {!all && <Chip onClick={() => setAll(true)}>{t("words.more")}</Chip>}
    </>
  );
}

function WordsError() {
  const { control, getValues } = usePosterForm();
  const { errors } = useFormState({ control, name: "blocks" });
  const errorText = useErrorText();
  const message = errors.blocks?.root?.message ?? errors.blocks?.message;
  if (!message) return null;
  return (
    <Notice tone="bad" role="alert" className="mt-2">
      {errorText(message, getValues())}
    </Notice>
  );
}

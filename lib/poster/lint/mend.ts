import { newBlock } from "../blank";
import { maxBlocks } from "../choices";
import { piecesOf } from "../prompt/quotations";
import type { Block, Poster } from "../schema";
import { type CharacterTables, simplify } from "./characters";
import type { Mend } from "./finding";
import { ungarbled } from "./garbled";
import { freePlaceNear } from "./places";
import { dropTerm } from "./settings";
import { withoutUnseen } from "./unseen";
import { writtenBreak } from "./words";

function withBlock(poster: Poster, id: string, change: (block: Block) => Partial<Block>): Poster {
  const blocks = poster.blocks.map((block) =>
    block.id === id ? { ...block, ...change(block) } : block,
  );
  return { ...poster, blocks };
}

/** Takes the words in quotes out of the scene and makes labels of them. */
function quotedToBlocks(poster: Poster): Poster {
  const words: string[] = [];
  const room = maxBlocks - poster.blocks.length;
  const take = (text: string) =>
    piecesOf(text)
      .map((piece) => {
        if (piece.kind === "plain" || words.length >= room) return piece.text;
        words.push(piece.text);
        return "";
      })
      .join("")
      .replaceAll(/[ \t]{2,}/gu, " ")
      .trim();
  const { subject, style, light, ...chips } = poster.scene;
  const scene = { ...chips, subject: take(subject), style: take(style), light: take(light) };
  const ids = new Set(poster.blocks.map(({ id }) => id));
  let number = poster.blocks.length;
  const blocks = [...poster.blocks];
  for (const text of words) {
    do number += 1;
    while (ids.has(`b${number}`));
    const label = newBlock(`b${number}`, "label", text);
    blocks.push({ ...label, place: freePlaceNear(label.place, blocks) ?? label.place });
  }
  return { ...poster, scene, blocks };
}

/** The poster with a finding put right. `simplify` needs the character tables and else changes nothing. */
export function applyMend(poster: Poster, mend: Mend, tables?: CharacterTables): Poster {
  switch (mend.kind) {
    case "dropTerm":
      return dropTerm(poster, mend.term);
    case "expandOff":
      return { ...poster, expand: false };
    case "watermarkOn":
      return { ...poster, watermark: true };
    case "movePlace":
      return withBlock(poster, mend.blockId, () => ({ place: mend.place }));
    case "breakLines":
      return withBlock(poster, mend.blockId, ({ text }) => ({
        text: text.replaceAll(writtenBreak, "\n"),
      }));
    case "stripInvisible":
      return withBlock(poster, mend.blockId, ({ text }) => ({
        text: withoutUnseen(text),
      }));
    case "ungarble":
      return withBlock(poster, mend.blockId, ({ text }) => ({ text: ungarbled(text) }));
    case "simplify":
      return withBlock(poster, mend.blockId, ({ text }) => ({
        text: tables ? simplify(text, tables) : text,
      }));
    case "quotedToBlocks":
      return quotedToBlocks(poster);
    case "spacesForBreaks":
      return { ...poster, handPrompt: poster.handPrompt?.replaceAll(writtenBreak, " ") ?? null };
  }
}

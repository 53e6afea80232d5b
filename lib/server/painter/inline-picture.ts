import "server-only";

/** How PNG, JPEG and WebP begin; `null` stands for any byte. */
const signatures: readonly (readonly (number | null)[])[] = [
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  [0xff, 0xd8, 0xff],
  [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50],
];

/** True for bytes that begin as a picture does; whether they are a whole one is for later. */
export const beginsAsPicture = (bytes: ArrayLike<unknown>): boolean =>
  signatures.some((signature) => signature.every((byte, n) => byte === null || byte === bytes[n]));

/** Shorter texts are words: the smallest PNG there is takes 89 characters. */
const fewest = 80;
const dataHead = /^(?:data:[^,]{0,200}|[\w.+/-]{1,100};base64),/iu;

/**
 * The bytes of a data: address or of base64, in either alphabet; undefined where it is neither. Told
 * by their number: a pattern over the many megabytes of a picture runs out of stack.
 */
export function decodeBase64(text: string): Uint8Array | undefined {
  const written = text.replace(dataHead, "");
  const plain = written.includes("%")
    ? written.replaceAll(/%2B|%2F|%3D/giu, decodeURIComponent)
    : written;
  const packed = /[\s=]/u.test(plain) ? plain.replaceAll(/[\s=]+/gu, "") : plain;
  const bytes = Buffer.from(packed, "base64");
  return packed !== "" && bytes.length === Math.floor((packed.length * 3) / 4) ? bytes : undefined;
}

/** The picture that a text is, as a data: address or bare; undefined where it is none. */
export function inlinePicture(text: string): Uint8Array | undefined {
  if (text.length < fewest) return undefined;
  // A picture's first bytes tell, long before its megabytes are unpacked.
  const written = text.slice(0, 300).replace(dataHead, "").slice(0, 48);
  const start = decodeBase64(written.replace(/%.?$/u, ""));
  return start && beginsAsPicture(start) ? decodeBase64(text) : undefined;
}

const dataStart = /data:[\w.+;=/-]{0,200},/giu;
const dataEnd = /[^A-Za-z0-9+/=_%-]/gu;

/** The pictures written as data: addresses among other words, and the words without them. */
export function picturesAmong(text: string): { pictures: Uint8Array[]; words: string } {
  const pictures: Uint8Array[] = [];
  let words = "";
  let from = 0;
  for (const { 0: head, index } of text.matchAll(dataStart)) {
    if (index < from) continue;
    dataEnd.lastIndex = index + head.length;
    const end = dataEnd.exec(text)?.index ?? text.length;
    const picture = inlinePicture(text.slice(index, end));
    if (picture) pictures.push(picture);
    words += `${text.slice(from, index)} `;
    from = end;
  }
  return { pictures, words: words + text.slice(from) };
}

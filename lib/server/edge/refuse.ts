import "server-only";
import type { Refusal } from "./judge";

const statuses = { host: 421, origin: 403, size: 413 } as const;

interface Sentence {
  en: string;
  zh: string;
}

/** What to set for an address to be ours; the variable that is still free. */
function adviceFor(address: string, isPublicSet: boolean): Sentence {
  const setting = isPublicSet
    ? `ALLOWED_HOSTS=${new URL(address).hostname}`
    : `PUBLIC_URL=${address}`;
  return {
    en: `If you open Verbatim there, write ${setting} in its .env (or set it where it is started) and start it again.`,
    zh: `如果您就是从这个地址打开一字不差，请在它的 .env 里写上 ${setting}（或在启动处设置），然后重新启动。`,
  };
}

/** Why a request was turned away and what to do, in both languages. */
function explain(refusal: Refusal, isPublicSet: boolean): Sentence {
  if (refusal.is === "size") {
    return {
      en: "This is more than Verbatim takes at once (5 MB). Send less at a time.",
      zh: "一次最多接收 5 MB，请分几次发送。",
    };
  }
  if (refusal.address === undefined) {
    return refusal.is === "host"
      ? {
          en: "This request does not say which address it was sent to. Open Verbatim by its own address.",
          zh: "这个请求没有写明发往哪个地址，请用一字不差自己的地址打开。",
        }
      : {
          en: "This request came from another page and was not carried out. Open Verbatim itself and try again there.",
          zh: "这个请求来自别的网页，没有执行。请打开一字不差本身再试。",
        };
  }
  const advice = adviceFor(refusal.address, isPublicSet);
  return {
    en: `Verbatim does not know ${refusal.address} as its own address, so nothing was shown or done. ${advice.en}`,
    zh: `一字不差不认识 ${refusal.address} 这个地址，所以没有显示或执行任何内容。${advice.zh}`,
  };
}

/** Addresses hold letters, digits, dots and hyphens only (host-name.ts): nothing to escape. */
const pageWith = ({ en, zh }: Sentence) => `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Verbatim 一字不差</title>
<body style="font:1rem/1.6 system-ui,sans-serif;max-width:40rem;margin:4rem auto;padding:0 1rem;overflow-wrap:anywhere">
<p>${en}</p><p lang="zh-CN">${zh}</p>
`;

/**
 * Answers a request that is turned away: 421 (unknown address), 403 (foreign page) or 413 (too much),
 * its kind in `X-Verbatim-Refused`. A page for who opens one, else two lines, English then Chinese.
 */
export function refuse(refusal: Refusal, accept: string | null, isPublicSet: boolean): Response {
  const sentence = explain(refusal, isPublicSet);
  const isPage = accept?.includes("text/html") === true;
  return new Response(isPage ? pageWith(sentence) : `${sentence.en}\n${sentence.zh}`, {
    status: statuses[refusal.is],
    headers: {
      // To the letter: of an action's answer Next hands on the text of this type only.
      "content-type": isPage ? "text/html; charset=utf-8" : "text/plain",
      "cache-control": "no-store",
      "x-verbatim-refused": refusal.is,
    },
  });
}

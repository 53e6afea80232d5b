import "server-only";

/** Alibaba's result buckets (contract 5.1); `-internal` names resolve inside its network. */
const bucket = /^dashscope-[a-z0-9-]+\.oss-[a-z0-9-]+\.aliyuncs\.com$/u;

/** True for the host of a result bucket, reached as anybody reaches it. */
export const isBucket = ({ hostname, port }: URL): boolean =>
  bucket.test(hostname) && !hostname.includes("-internal") && port === "";

const pictureFile = /\.(?:png|jpe?g|webp)$/iu;
const otherFile =
  /\.(?:html?|php|aspx?|json|xml|md|txt|pdf|zip|css|js|svg|gif|mp4|webm|mov|mp3|wav)$/iu;
const pictureQuery = /[=/.](?:png|jpe?g|webp)(?:&|$)|=image(?:%2f|\/)/iu;
/** Folders that results are kept in. */
const pictureFolder =
  /\/(?:images?|imgs?|pictures?|pics?|photos?|files?|media|generat(?:ed|ions?)|outputs?|results?|uploads?)\//iu;
const aboutHelp =
  /(?:^|[./_-])(?:docs?|documentation|help|support|status|console|dashboard|login|signin|sso|auth|pricing|billing|top-?up|recharge|pay(?:ment)?|polic(?:y|ies)|terms|legal|faq|wiki|guides?|blog|errors?|error-codes?)(?:[./_-]|$)/iu;

/** True for an address where one is helped, pays or reads on: no picture is there. */
export const isAboutHelp = ({ hostname, pathname }: URL): boolean =>
  aboutHelp.test(`${hostname}${pathname}`);

/** True for the address of something that is plainly no picture: a page, a film, a text. */
export const isOtherFile = ({ pathname }: URL): boolean => otherFile.test(pathname);

/** True for an address that speaks of a picture by itself, wherever it stands. */
export function looksLikePicture(url: URL): boolean {
  if (isBucket(url)) return true;
  if (isAboutHelp(url)) return false;
  return (
    pictureFile.test(url.pathname) ||
    pictureQuery.test(url.search) ||
    pictureFolder.test(url.pathname)
  );
}

const longest = 8192;
const absolute = /^https?:\/\//iu;
const path = /^(?:\.{0,2}\/\S+|[^\s:?#]+\.(?:png|jpe?g|webp)(?:[?#]\S*)?)$/iu;

function parseUrl(text: string, base: string): URL[] {
  if (!URL.canParse(text, base)) return [];
  const url = new URL(text, base);
  const isWeb = url.protocol === "https:" || url.protocol === "http:";
  // Credentials would be refused at the door; no service signs an address so.
  return isWeb && url.username === "" && url.password === "" ? [url] : [];
}

/** The addresses a text may mean, taken as one: absolute, or relative to the endpoint's. */
export function addressesOf(written: string, endpoint: string): URL[] {
  const text = written.replaceAll(/^[\s<"'`]+|[\s>"'`]+$/gu, "").replaceAll("\\/", "/");
  if (text === "" || text.length > longest) return [];
  if (absolute.test(text)) return parseUrl(text, endpoint);
  if (!path.test(text)) return [];
  if (/^\.{0,2}\//u.test(text)) return parseUrl(text, endpoint);
  // `files/1.png` may be meant from the root or from beside the API.
  return [...parseUrl(`/${text}`, endpoint), ...parseUrl(`../${text}`, endpoint)];
}

// Bounded, so that no text takes longer than its length.
const shown =
  /!\[[^\]]{0,500}\]\(\s{0,9}<?([^)\s>]{1,8192})|<img\b[^>]{0,500}?\bsrc\s{0,9}=\s{0,9}["']?([^"'\s>]{1,8192})/giu;
/** A link whose own words say that a picture is behind it. */
const namedLink =
  /\[[^\]]{0,200}(?:图|海报|image|picture|photo|poster)[^\]]{0,200}\]\(\s{0,9}<?([^)\s>]{1,8192})/giu;
const linked = /https?:\/\/[^\s"'`<>()[\]{}|\\，。；：！？、（）【】《》「」“”‘’]+/giu;

/** Nobody writes more words round a picture; a text of megabytes would keep the server busy. */
const mostWords = 50_000;

/** What words show as pictures (markdown, `<img>`), and what they merely link to. */
export function linksAmong(words: string): { shown: string[]; linked: string[] } {
  const text = words.slice(0, mostWords);
  const pictures = [...text.matchAll(shown)].map(([, markdown, tag]) => markdown ?? tag ?? "");
  const rest = text.replaceAll(shown, " ");
  const named = [...rest.matchAll(namedLink)]
    .map(([, link = ""]) => link)
    .filter((link) => URL.canParse(link) && !isAboutHelp(new URL(link)));
  const links = (rest.match(linked) ?? []).map((link) => link.replace(/[.,;:!?*_~]+$/u, ""));
  const all = [...pictures, ...named].map((link) => link.replaceAll("&amp;", "&"));
  return { shown: all, linked: links };
}

import type { Page } from "@playwright/test";

/** What a browser does to a page under "translate this page": each text stands in elements of the browser's. */
export const translate = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const isMeant = (node: Node): node is Text => {
      const around = node.parentElement;
      if (!(node instanceof Text) || !around || node.data.trim() === "") return false;
      if (around instanceof SVGElement || /^(script|style|textarea)$/iu.test(around.tagName))
        return false;
      return around.closest("[translate]")?.getAttribute("translate") !== "no";
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: Text[] = [];
    while (walker.nextNode()) {
      if (isMeant(walker.currentNode)) found.push(walker.currentNode);
    }
    for (const text of found) {
      const [outer, inner] = [document.createElement("font"), document.createElement("font")];
      inner.textContent = `«${text.data}»`;
      outer.append(inner);
      text.replaceWith(outer);
    }
    return found.length;
  });

/** What extensions leave in a page before its own script has begun: attributes, and elements beside fields. */
export const inhabit = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    document.addEventListener("DOMContentLoaded", () => {
      document.documentElement.setAttribute("data-darkreader-mode", "dynamic");
      document.body.setAttribute("data-gr-ext-installed", "");
      document.body.prepend(document.createElement("foreign-bar"));
      document.body.append(document.createElement("foreign-root"));
      for (const field of document.querySelectorAll("textarea")) {
        field.after(document.createElement("foreign-helper"));
        field.setAttribute("data-gramm", "true");
      }
    });
  });

/** Takes note of every text that React holds by itself, not as an element's only one, and then changes. */
export const watchTexts = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const changed: string[] = [];
    Object.assign(window, { changedTexts: changed });
    const isHeld = (node: Node | null): node is Text =>
      node instanceof Text &&
      node.data.trim() !== "" &&
      Object.keys(node).some((key) => key.startsWith("__reactFiber$"));
    const note = (text: Text, around: Node | null) => {
      const where = around instanceof Element ? around.outerHTML.slice(0, 200) : "";
      changed.push(`${text.data} — ${where}`);
    };
    new MutationObserver((mutations) => {
      for (const { type, target, removedNodes, addedNodes, nextSibling } of mutations) {
        if (type === "characterData" && isHeld(target)) note(target, target.parentNode);
        if (type !== "childList" || !target.isConnected) continue;
        for (const node of removedNodes) if (isHeld(node)) note(node, target);
        if (addedNodes.length > 0 && isHeld(nextSibling)) note(nextSibling, target);
      }
    }).observe(document, { subtree: true, characterData: true, childList: true });
  });

/** The texts that were found to change, since the page was loaded. */
export const changedTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() => [
    ...new Set((window as typeof window & { changedTexts: string[] }).changedTexts),
  ]);

const growing = "textarea.field-sizing-content";

function grow(field: HTMLTextAreaElement): void {
  field.style.height = "auto";
  const { offsetHeight, clientHeight, scrollHeight } = field;
  field.style.height = `${scrollHeight + offsetHeight - clientHeight}px`;
}

/**
 * Lets text fields grow with their text where the browser does not by itself (`field-sizing`). A form
 * sets its fields without a word, but never without something else on the page showing the same text:
 * so every change of the page is a sign. Gives the way to stop.
 */
export function growFields(): () => void {
  if (CSS.supports("field-sizing", "content")) return () => undefined;
  let frame = 0;
  const growAll = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      for (const field of document.querySelectorAll<HTMLTextAreaElement>(growing)) grow(field);
    });
  };
  const watch = new MutationObserver(growAll);
  watch.observe(document.body, { childList: true, subtree: true, characterData: true });
  addEventListener("input", growAll);
  addEventListener("resize", growAll);
  growAll();
  return () => {
    cancelAnimationFrame(frame);
    watch.disconnect();
    removeEventListener("input", growAll);
    removeEventListener("resize", growAll);
  };
}

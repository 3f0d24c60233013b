// @ts-check
// preferences.mjs -- what the browser and its user prefer, as values for the program.
//
// Knows: media queries, two hidden probes in index.html. Never: what follows from them.

const DARK = 1, CONTRAST = 2, LESS_MOTION = 4, TEXT_VIEW = 8;

/**
 * @param {import("./host.mjs").Host} host
 * @returns {() => void} tells them once more; the first time was perhaps before there was a program
 */
export function watchPreferences(host) {
  const queries = {
    dark: matchMedia("(prefers-color-scheme: dark)"),
    contrast: matchMedia("(prefers-contrast: more)"),
    motion: matchMedia("(prefers-reduced-motion: reduce)"),
    forced: matchMedia("(forced-colors: active)"),
  };
  const rem = /** @type {HTMLElement} */ (document.getElementById("page-probe-rem"));
  const text = /** @type {HTMLElement} */ (document.getElementById("page-probe-text"));
  const ownWidth = text.offsetWidth;
  const ownHeight = text.offsetHeight;
  let last = "";

  const tell = () => {
    // Spacing, fonts or sizes of the user's own, or a translation: what is drawn would not be what is read.
    const isChanged = Math.abs(text.offsetWidth - ownWidth) > 1 || Math.abs(text.offsetHeight - ownHeight) > 1;
    const root = document.documentElement;
    const isTranslated = /translated-/.test(root.className) || !root.lang.startsWith("da");
    const bits = (queries.dark.matches ? DARK : 0) | (queries.contrast.matches ? CONTRAST : 0) |
      (queries.motion.matches ? LESS_MOTION : 0) | (queries.forced.matches || isChanged || isTranslated ? TEXT_VIEW : 0);
    const percent = Math.round(rem.getBoundingClientRect().width);
    const now = `${bits} ${percent}`;
    if (now === last) return;
    last = now;
    host.call((program) => program._page_preferences(bits, percent));
  };
  for (const query of Object.values(queries)) query.addEventListener("change", tell);
  const observer = new ResizeObserver(() => requestAnimationFrame(tell));  // it may change what is observed
  observer.observe(rem);
  observer.observe(text);
  new MutationObserver(tell).observe(document.documentElement, { attributes: true, attributeFilter: ["class", "lang"] });
  tell();
  return () => {
    last = "";
    tell();
  };
}

// @ts-check
// views.mjs -- every view there is, how to get to it, and in which settings.

/**
 * @typedef {{name: string, address: string, setting?: import("./support.mjs").Setting,
 *   prepare?: (page: import("playwright-core").Page) => Promise<void>}} TestedView
 */

/** @returns {TestedView[]} */
export function listViews() {
  return [
    { name: "sample", address: "#/sample" },
    { name: "sample-dialog", address: "#/sample-dialog" },
    { name: "start", address: "#/" },
  ];
}

const WIDTHS = [{ width: 320, height: 640 }, { width: 390, height: 844, touch: true, density: 2 }, { width: 1280, height: 800 }];

/**
 * Width, theme and view: each value of one meets each value of another; with
 * LINEALEN_FULL every combination.
 * @param {string} _view
 * @returns {(import("./support.mjs").Setting & {name: string})[]}
 */
export function pairs(_view) {
  const all = [];
  for (const [w, size] of WIDTHS.entries()) {
    for (const dark of [false, true]) {
      for (const text of [false, true]) {
        const isChosen = process.env.LINEALEN_FULL || (w === 1 ? dark !== text : dark === text);
        if (isChosen) all.push({ ...size, dark, text, name: `${size.width} ${dark ? "dark" : "light"} ${text ? "text" : "picture"}` });
      }
    }
  }
  return all;
}

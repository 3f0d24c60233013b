// @ts-check
// views.mjs -- every view there is, and how to get to it.

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

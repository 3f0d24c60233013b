// @ts-check
// views.mjs -- every view there is, how to get to it, and in which settings.
//
// The list comes from the program itself (tests/support/every_view.cpp): a new
// screen is tested the day it is added. Two are there whatever happens: the
// sample of every element, and the same with a question in front.

import { openPage } from "./support.mjs";

/** @typedef {{name: string, address: string, number: number}} TestedView */

/**
 * @param {Parameters<typeof openPage>[0]} both
 * @returns {Promise<TestedView[]>}
 */
export async function listViews(both) {
  const opened = await openPage(both, "#/");
  const names = JSON.parse(await opened.page.evaluate(() => {
    const { host } = /** @type {any} */ (globalThis).linealen;
    host.program._page_views();
    return host.witness;
  }));
  await opened.close();
  const views = [{ name: "sample", address: "#/sample" }, { name: "sample-dialog", address: "#/sample-dialog" },
    ...names.map((/** @type {string} */ name) => ({ name, address: `#/view/${name}` }))];
  return views.map((view, number) => ({ ...view, number }));
}

const WIDTHS = [{ width: 320, height: 640 }, { width: 390, height: 844, touch: true, density: 2 }, { width: 1280, height: 800 }];
const isSample = (/** @type {TestedView} */ view) => view.name.startsWith("sample");

/**
 * Width, theme and view. The samples meet each value of one with each of
 * another; a screen meets the picture once and every second one the text view
 * too, at widths and in themes that go round. With LINEALEN_FULL: every
 * combination.
 * @param {TestedView} view
 * @returns {(import("./support.mjs").Setting & {name: string})[]}
 */
export function pairs(view) {
  const all = [];
  for (const [w, size] of WIDTHS.entries()) {
    for (const dark of [false, true]) {
      for (const text of [false, true]) {
        const inPairs = w === 1 ? dark !== text : dark === text;
        const isTurn = !text || view.number % 2 === 0;
        const isNext = isTurn && (w + (text ? 1 : 0)) % 3 === view.number % 3 && dark === ((view.number + w) % 2 === 0);
        if (process.env.LINEALEN_FULL || (isSample(view) ? inPairs : isNext)) {
          all.push({ ...size, dark, text, name: `${size.width} ${dark ? "dark" : "light"} ${text ? "text" : "picture"}` });
        }
      }
    }
  }
  return all;
}

/**
 * Of a list of settings: all for the samples (and with LINEALEN_FULL), else the next one round.
 * @template T
 * @param {TestedView} view @param {T[]} settings
 */
export const some = (view, settings) =>
  (process.env.LINEALEN_FULL || isSample(view) ? settings : [settings[view.number % settings.length]]);

/**
 * Every view in the settings it is due in, one setting after the other, so that a page is kept for long.
 * @template {object} T
 * @param {TestedView[]} views @param {(view: TestedView) => T[]} settingsOf
 * @returns {{view: TestedView, setting: T}[]}
 */
export function inTurn(views, settingsOf) {
  const all = views.flatMap((view) => settingsOf(view).map((setting) => ({ view, setting, key: JSON.stringify(setting) })));
  const keys = [...new Set(all.map((one) => one.key))];
  return keys.flatMap((key) => all.filter((one) => one.key === key));
}

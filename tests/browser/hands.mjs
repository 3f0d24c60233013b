// @ts-check
// hands.mjs -- how a person uses the page in a whole journey: by touch, by mouse, or with nothing but the keyboard.
//
// Everything is found by the words a person reads or hears; nothing by what it is called inside.

import assert from "node:assert/strict";
import { settle, until } from "./support.mjs";

/** @typedef {import("playwright-core").Page} Page */
/**
 * open: a word of the field where it stands in a text.
 * @typedef {{use: (words: string) => Promise<void>, open: (words: string) => Promise<void>, choose: (legend: string, option: string) => Promise<void>,
 *   tick: (words: string) => Promise<void>, write: (label: string, text: string) => Promise<void>}} Hand
 */

/** The id of the first link or button that says `words`. @param {Page} page @param {string} words */
const findControl = (page, words) => until(() => page.evaluate((wanted) => {
  const all = [...document.querySelectorAll("#page a[href], #page button")];
  const said = (/** @type {Element} */ node) => (node.textContent ?? "").replace(/\s+/g, " ").trim();
  return (all.find((node) => said(node) === wanted) ?? all.find((node) => said(node).includes(wanted)))?.id;
}, words), `»${words}« on the page`);

/** @param {Page} page @param {string} legend @param {string} option */
const findOption = (page, legend, option) => until(() => page.evaluate(([group, wanted]) => {
  const said = (/** @type {Element | null} */ node) => (node?.textContent ?? "").replace(/\s+/g, " ").trim();
  for (const fieldset of document.querySelectorAll("#page fieldset")) {
    if (group !== "" && !said(fieldset.querySelector("legend")).includes(group)) continue;
    for (const input of fieldset.querySelectorAll("input[type=radio]")) {
      const label = /** @type {HTMLInputElement} */ (input).labels?.[0] ?? null;
      if (said(label) === wanted || said(label).startsWith(`${wanted} `)) return input.id;
    }
  }
  return "";
}, [legend, option]), `»${option}« under »${legend}«`);

/** @param {Page} page @param {string} label */
const findField = (page, label) => until(() => page.evaluate((wanted) => {
  const all = [...document.querySelectorAll("#page textarea, #page input:not([type=radio])")];
  return all.find((node) => (/** @type {HTMLInputElement} */ (node).labels?.[0]?.textContent ?? "").includes(wanted))?.id;
}, label), `the field »${label}«`);

/** @param {Page} page @param {boolean} touch @returns {Hand} */
function pointer(page, touch) {
  const press = async (/** @type {string} */ id) => {
    const target = page.locator(`[id="${id}"]`);
    await (touch ? target.tap({ force: true }) : target.click({ force: true }));
    await settle(page);
  };
  return {
    use: async (words) => press(await findControl(page, words)),
    async open(words) {
      const word = page.locator("#page main a", { hasText: words }).first();
      await (touch ? word.tap({ force: true }) : word.click({ force: true }));
      await settle(page);
    },
    choose: async (legend, option) => press(await findOption(page, legend, option)),
    tick: async (words) => press(await findField(page, words)),
    async write(label, text) {
      const id = await findField(page, label);
      await press(id);
      await page.keyboard.type(text);
      await settle(page);
    },
  };
}

/** Tab, arrows, space and Enter; nothing else. @param {Page} page @returns {Hand} */
function keyboard(page) {
  const focused = () => page.evaluate(() => document.activeElement?.id ?? "");
  const groupOf = (/** @type {string} */ id) => page.evaluate((one) =>
    /** @type {HTMLInputElement | null} */ (document.getElementById(one))?.name ?? "", id);
  const tabTo = async (/** @type {string} */ id, /** @type {string} */ group = "") => {
    for (let i = 0; i < 500; ++i) {
      const now = await focused();
      if (now === id || (group !== "" && (await groupOf(now)) === group)) return;
      await page.keyboard.press("Tab");
    }
    assert.fail(`Tab never comes to ${id}`);
  };
  return {
    async use(words) {
      await tabTo(await findControl(page, words));
      await page.keyboard.press("Enter");
      await settle(page);
    },
    async open(words) {
      for (let i = 0; i < 500 && await page.evaluate(() => document.activeElement?.textContent) !== words; ++i) await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await settle(page);
    },
    async choose(legend, option) {
      const id = await findOption(page, legend, option);
      await tabTo(id, await groupOf(id));
      for (let i = 0; i < 30 && (await focused()) !== id; ++i) await page.keyboard.press("ArrowDown");
      assert.equal(await focused(), id);
      if (!(await page.locator(`[id="${id}"]`).isChecked())) await page.keyboard.press("Space");
      await settle(page);
    },
    async tick(words) {
      await tabTo(await findField(page, words));
      await page.keyboard.press("Space");
      await settle(page);
    },
    async write(label, text) {
      await tabTo(await findField(page, label));
      await page.keyboard.type(text);
      await settle(page);
    },
  };
}

/** @param {Page} page @param {string} address */
export const arrive = (page, address) =>
  until(() => page.evaluate((wanted) => location.hash.startsWith(wanted), address), `the page ${address}`);

const PHONE = { width: 390, height: 844 };

/** @type {{name: string, setting: import("./support.mjs").Setting, hand: (page: Page) => Hand}[]} */
export const WAYS = [
  { name: "by touch", setting: { ...PHONE, touch: true }, hand: (page) => pointer(page, true) },
  { name: "by keyboard alone", setting: PHONE, hand: keyboard },
  { name: "in text view", setting: { ...PHONE, touch: true, text: true }, hand: (page) => pointer(page, true) },
];

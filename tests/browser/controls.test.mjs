// @ts-check
// T6 on every view: each control there is, by mouse or finger, element.click()
// and the keys its native role has, tells the program one thing, and the same.
//
// What is told is kept from the program, so that the view stays and every
// control of it is tried; activation.test.mjs goes the whole way with one of
// each kind.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { settle, startBoth, until, visitPage } from "./support.mjs";
import { inTurn, listViews, some } from "./views.mjs";

const both = await startBoth();
after(() => both.stop());
const views = await listViews(both);

/** `place` in its list `of` so many links. @typedef {{number: number, name: string, kind: string, place: number, of: number, frames: boolean}} Control */
/** @typedef {import("playwright-core").Page} Page */

const FULL = process.env.LINEALEN_FULL === "1";

/**
 * Of more than six links of one list, or within the texts of one page, the first, the last and each tenth: they are made by one loop.
 * What frames the page is the same on every view: tried on each eighth.
 * @param {Control[]} controls @param {number} view @returns {Control[]}
 */
const sampled = (controls, view) => controls.filter(({ place, of, frames }) =>
  FULL || (frames ? view % 8 === 0 : of <= 6 || place % 10 === 0 || place === of - 1));

/** Keeps what is told in `told`, and lists the controls. @returns {Control[]} */
const hold = () => {
  const all = /** @type {any} */ (globalThis);
  const { host } = all.linealen;
  all.told = [];
  host.tell = (/** @type {number} */ what, handle = 0, number = 0, text = "") => {
    const isReading = what === 29;  // how far the page was read: each control is brought into sight
    if (!isReading) all.told.push(`${what} ${handle} ${number} ${text}`);
  };
  host.point = () => {};
  const kinds = "a[href]:not(.skip), button:not(:disabled), input[type=radio], input[type=checkbox], select";
  all.controls = [...(document.querySelector("dialog") ?? document.getElementById("page") ?? document).querySelectorAll(kinds)];
  all.before = all.controls.map((/** @type {any} */ one) => one.checked ?? one.selectedIndex);
  const listed = (/** @type {any} */ one) => {
    const within = one.closest("ul, ol") ?? (one.closest("p") && one.closest("main"));
    return [...(within?.querySelectorAll(within.matches("main") ? "p a[href]" : "a[href]") ?? [one])];
  };
  return all.controls.map((/** @type {any} */ one, /** @type {number} */ number) => ({
    number, place: Math.max(0, listed(one).indexOf(one)), of: listed(one).length, frames: one.closest("header, footer") !== null,
    name: one.id || one.textContent.trim(),
    kind: one instanceof HTMLAnchorElement ? "link" : one instanceof HTMLInputElement ? one.type : one.localName,
  }));
};

/** The page as it was before `hold`; what was told is of no more use. */
const release = () => {
  const all = /** @type {any} */ (globalThis);
  delete all.linealen.host.tell;
  delete all.linealen.host.point;
  all.controls.forEach((/** @type {any} */ one, /** @type {number} */ number) => {
    if ("checked" in one) one.checked = all.before[number];
    else if ("selectedIndex" in one) one.selectedIndex = all.before[number];
  });
};

/**
 * Gives what was told since the last step; then makes the control ready: not chosen yet, and in sight.
 * @param {{number: number, focus: boolean}} next
 */
const step = ({ number, focus }) => {
  const all = /** @type {any} */ (globalThis);
  const node = all.controls[number];
  const told = all.told.splice(0);
  if (node.type === "radio") node.checked = false;
  else if (node.type === "checkbox") node.checked = all.before[number];
  else if (node.localName === "select") node.selectedIndex = 0;
  node.scrollIntoView({ block: "center", behavior: "instant" });
  if (focus) node.focus();
  const rect = node.getClientRects()[0];
  return { told, x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 };
};

const KEYS = /** @type {Record<string, string[]>} */ ({
  link: ["Enter"], button: ["Enter", "Space"], radio: ["Space"], checkbox: ["Space"], select: [],
});

/** @param {Page} page @param {Control} control @param {boolean} touch what was told, for each way to use it */
async function useEachWay(page, control, touch) {
  const told = /** @type {Record<string, string[]>} */ ({});
  const { number } = control;
  const { x, y } = await page.evaluate(step, { number, focus: false });
  if (touch) {
    await page.touchscreen.tap(x, y);
    // The browser makes a click of it in its own time.
    await until(() => page.evaluate(() => /** @type {any} */ (globalThis).told.length > 0), `${control.name} to be told by finger`);
    await settle(page);
  } else {
    await page.mouse.click(x, y);
  }
  let last = touch ? "finger" : "mouse";
  for (const key of touch ? [] : KEYS[control.kind]) {
    told[last] = (await page.evaluate(step, { number, focus: true })).told;
    await page.keyboard.press(key);
    last = key;
  }
  told[last] = (await page.evaluate(step, { number, focus: false })).told;
  Object.assign(told, await page.evaluate((which) => {
    const { controls, told: list } = /** @type {any} */ (globalThis);
    controls[which].click();
    const click = [...list];
    if (controls[which].type === "radio") controls[which].click();  // chosen already: nothing more is told
    return { click, again: [...list] };
  }, number));
  return told;
}

/**
 * A list is chosen from by keys, one step of it at a time; on a phone its own window opens, which is the browser's.
 * @param {Page} page @param {Control} control @param {boolean} touch
 */
async function useSelect(page, control, touch) {
  const { number } = control;
  await page.evaluate(step, { number, focus: true });
  const told = /** @type {Record<string, string[]>} */ ({});
  if (!touch) {
    await page.keyboard.press("ArrowDown");
    told.key = (await page.evaluate(step, { number, focus: true })).told;
  }
  await page.locator(`[id="${control.name}"]`).selectOption({ index: 1 });
  told.chosen = (await page.evaluate(step, { number, focus: false })).told;
  return told;
}

// Mouse and keys on a wide screen in one of picture and text view, a finger on a phone in the other.
const byHand = (/** @type {boolean} */ text) => [{ text, width: 1280 }, { text: !text, width: 390, height: 844, touch: true }];
for (const { view, setting } of inTurn(views, (one) => some(one, [false, true]).flatMap(byHand))) {
  const touch = "touch" in setting;
  test(`each control of ${view.name} tells one thing by ${touch ? "finger" : "mouse and keys"} in ${setting.text ? "text view" : "the picture"}`, async () => {
    const opened = await visitPage(both, view.address, setting);
    const controls = await opened.page.evaluate(hold);
    assert.ok(controls.length > 1);
    for (const control of sampled(controls, view.number)) {
      const told = control.kind === "select" ? await useSelect(opened.page, control, touch) : await useEachWay(opened.page, control, touch);
      for (const [way, list] of Object.entries(told)) {
        assert.equal(list.length, 1, `${control.kind} ${control.name} by ${way} told ${JSON.stringify(list)}`);
      }
      assert.equal(new Set(Object.values(told).flat()).size, 1, `${control.kind} ${control.name}: ${JSON.stringify(told)}`);
    }
    await opened.page.evaluate(release);
    await opened.close();
  });
}

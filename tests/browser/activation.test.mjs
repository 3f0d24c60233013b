// @ts-check
// T6: whichever way a control is used, it gives exactly one change, and the same one.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openPage, settle, startBoth, until, visitPage } from "./support.mjs";

/** @type {Awaited<ReturnType<typeof startBoth>>} */
let both;
before(async () => { both = await startBoth(); });
after(() => both.stop());

const RADIOS = ["sign-presence-1", "sign-often-0", "role-2", "ruler-asked-1", "ruler-unmarked-4"];
const CHECKBOXES = ["check-economy", "check-move"];
const BUTTONS = ["act-primary", "act-secondary", "act-quiet", "act-on", "act-off", "act-open", "sign-why", "foot-text-view"];
const LINKS = ["act-link", "act-plain", "door-assess", "edit-age", "back", "brand"];

/** Counts what is told to the program; the state is what an ear would meet. */
const watch = () => {
  const host = /** @type {any} */ (globalThis).linealen.host;
  const told = /** @type {any} */ (globalThis).told = /** @type {string[]} */ ([]);
  delete host.tell;  // of the test before
  const tell = host.tell.bind(host);
  host.tell = (/** @type {number} */ what, handle = 0, number = 0, text = "") => {
    const isReading = what === 29;  // how far the page was read: what is used may have been brought into sight
    if (!isReading) told.push(`${what} ${handle} ${number} ${text}`);
    tell(what, handle, number, text);
  };
};
const readState = (/** @type {string} */ id) => {
  const node = /** @type {any} */ (document.getElementById(id));
  return `${node.checked} ${node.getAttribute("aria-pressed")} ${node.getAttribute("aria-expanded")} ${node.name ?
    [...document.getElementsByName(node.name)].filter((/** @type {any} */ one) => one.checked).map((one) => one.id) : ""}`;
};

/** @type {Record<string, (page: import("playwright-core").Page, id: string) => Promise<unknown>>} */
const WAYS = {
  mouse: async (page, id) => {
    await page.locator(`#${id}`).scrollIntoViewIfNeeded();
    const box = await page.locator(`#${id}`).boundingBox();
    assert.ok(box);
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  },
  click: (page, id) => page.evaluate((one) => document.getElementById(one)?.click(), id),
  space: (page, id) => page.locator(`#${id}`).focus().then(() => page.keyboard.press("Space")),
  enter: (page, id) => page.locator(`#${id}`).focus().then(() => page.keyboard.press("Enter")),
  label: (page, id) => page.evaluate((one) => /** @type {any} */ (document.querySelector(`label[for="${one}"]`)).click(), id),
  tap: async (page, id) => {
    await page.locator(`#${id}`).scrollIntoViewIfNeeded();
    const box = await page.locator(`#${id}`).boundingBox();
    assert.ok(box);
    await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
  },
};

/** @param {string} id @param {string[]} ways @param {boolean} text */
async function compare(id, ways, text) {
  const results = [];
  for (const way of ways) {
    // The switch of the text view changes the page for good.
    const open = id === "foot-text-view" ? openPage : visitPage;
    const opened = await open(both, "#/sample", { text, touch: way === "tap", width: way === "tap" ? 390 : 1280 });
    await opened.page.evaluate(watch);
    await WAYS[way](opened.page, id);
    await until(() => opened.page.evaluate(() => /** @type {any} */ (globalThis).told.length > 0), `${id} by ${way} to be told`);
    await settle(opened.page);
    const told = await opened.page.evaluate(() => /** @type {any} */ (globalThis).told);
    assert.equal(told.length, 1, `${id} by ${way} told ${JSON.stringify(told)}`);
    results.push(`${told[0].split(" ")[0]} ${await opened.page.evaluate(readState, id)}`);
    await opened.close();
  }
  assert.equal(new Set(results).size, 1, `${id}: ${results.join(" | ")}`);
}

for (const text of [false, true]) {
  const where = text ? "text view" : "the picture";
  for (const id of RADIOS) test(`radio ${id} in ${where}`, () => compare(id, ["mouse", "click", "space", "label", "tap"], text));
  for (const id of CHECKBOXES) test(`checkbox ${id} in ${where}`, () => compare(id, ["mouse", "click", "space", "label", "tap"], text));
  for (const id of BUTTONS) test(`button ${id} in ${where}`, () => compare(id, ["mouse", "click", "space", "enter", "tap"], text));
  for (const id of LINKS) test(`link ${id} in ${where}`, () => compare(id, ["mouse", "click", "enter", "tap"], text));

  test(`choosing again what is chosen changes nothing in ${where}`, async () => {
    const opened = await visitPage(both, "#/sample", { text });
    await opened.page.evaluate(watch);
    for (const way of ["mouse", "click", "space"]) await WAYS[way](opened.page, "sign-presence-0");
    assert.deepEqual(await opened.page.evaluate(() => /** @type {any} */ (globalThis).told), []);
    await opened.close();
  });

  test(`arrow keys choose within a radio group in ${where}`, async () => {
    const opened = await visitPage(both, "#/sample", { text });
    await opened.page.evaluate(watch);
    await opened.page.locator("#ruler-asked-3").focus();
    await opened.page.keyboard.press("ArrowDown");
    await settle(opened.page);
    assert.equal(await opened.page.evaluate(() => document.activeElement?.id), "ruler-asked-4");
    assert.equal(await opened.page.locator("#ruler-asked-4").isChecked(), true);
    assert.equal((await opened.page.evaluate(() => /** @type {any} */ (globalThis).told)).length, 1);
    await opened.close();
  });

  test(`a select is chosen by keys in ${where}`, async () => {
    const opened = await visitPage(both, "#/sample", { text });
    await opened.page.evaluate(watch);
    await opened.page.locator("#suspect").selectOption({ index: 1 });
    await settle(opened.page);
    assert.equal((await opened.page.evaluate(() => /** @type {any} */ (globalThis).told)).length, 1);
    assert.equal(await opened.page.evaluate(() => /** @type {any} */ (document.getElementById("suspect")).selectedIndex), 1);
    await opened.close();
  });
}

test("what is selected over the picture is tinted, by a rule that holds only while something is", async () => {
  const opened = await visitPage(both, "#/sample", {});
  const tint = () => getComputedStyle(/** @type {any} */ (document.querySelector("#page p .l")), "::selection").backgroundColor;
  const usual = await opened.page.evaluate(tint);
  assert.doesNotMatch(usual, /0\.35/);
  const inField = () => getComputedStyle(/** @type {any} */ (document.getElementById("search")), "::selection").backgroundColor;
  assert.match(await opened.page.evaluate(inField), /0\.35/);
  await opened.page.evaluate(() => getSelection()?.selectAllChildren(/** @type {any} */ (document.querySelector("#page p"))));
  await until(() => opened.page.evaluate(() => document.documentElement.hasAttribute("data-selects")), "the rule");
  assert.match(await opened.page.evaluate(tint), /0\.35/);
  await opened.page.evaluate(() => getSelection()?.removeAllRanges());
  await until(() => opened.page.evaluate(() => !document.documentElement.hasAttribute("data-selects")), "no rule");
  assert.equal(await opened.page.evaluate(tint), usual);
  await opened.close();
});

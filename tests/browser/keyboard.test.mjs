// @ts-check
// T4: by keyboard alone. Tab goes through all there is in the View's order, the
// ring is seen, what has the focus is in sight, and the page is left at both ends.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { openPage, startBoth, visitPage } from "./support.mjs";
import { inTurn, listViews, some } from "./views.mjs";

const both = await startBoth();
after(() => both.stop());
const views = await listViews(both);

/** What Tab should meet, in the order of the page: of a radio group the chosen one, else its first. */
const listStops = () => {
  const dialog = document.querySelector("dialog");
  const stops = [];
  const groups = new Set();
  for (const node of (dialog ?? document.getElementById("page") ?? document).querySelectorAll("a[href], button, input, select, textarea")) {
    if (/** @type {any} */ (node).disabled) continue;
    if (node instanceof HTMLInputElement && node.type === "radio") {
      if (groups.has(node.name)) continue;
      const radios = [...document.getElementsByName(node.name)].map((one) => /** @type {HTMLInputElement} */ (one));
      const entrance = radios.find((one) => one.checked) ?? radios[0];
      groups.add(node.name);
      stops.push(entrance.id);
      continue;
    }
    stops.push(node.id || `link ${node.getAttribute("href")}`);
  }
  return stops;
};

const nowFocused = () => {
  const node = document.activeElement;
  if (!node || node === document.body) return null;
  const rect = node.getBoundingClientRect();
  const style = getComputedStyle(node);
  return {
    id: node.id || `link ${node.getAttribute("href")}`,
    inSight: rect.top >= -1 && rect.left >= -1 && rect.right <= document.documentElement.clientWidth + 1 &&
      (rect.bottom <= innerHeight + 1 || rect.height > innerHeight),
    ring: style.outlineStyle === "solid" && parseFloat(style.outlineWidth) >= 3 &&
      style.outlineColor !== "rgba(0, 0, 0, 0)" && style.boxShadow !== "none",
  };
};

const SETTINGS = [false, true].flatMap((text) => [390, 1280].map((width) => ({ text, width })));
for (const { view, setting } of inTurn(views, (one) => some(one, SETTINGS))) {
  test(`Tab goes through ${view.name} in ${setting.text ? "text view" : "the picture"} at ${setting.width} px`, async () => {
    const opened = await visitPage(both, view.address, setting);
    const stops = await opened.page.evaluate(listStops);
    assert.ok(stops.length > 1);
    const isModal = await opened.page.evaluate(() => document.querySelector("dialog") !== null);
    // From the first on: the heading has the focus when a view opens.
    await opened.page.evaluate((id) => document.getElementById(id)?.focus(), stops[0]);
    const met = [];
    for (let i = 0; i < stops.length; ++i) {
      if (i > 0) await opened.page.keyboard.press("Tab");
      const now = await opened.page.evaluate(nowFocused);
      assert.ok(now, `nothing has the focus after ${met[met.length - 1]}`);
      met.push(now.id);
      assert.ok(now.inSight, `${now.id} is not in sight`);
      assert.ok(now.ring, `${now.id} has no ring`);
    }
    assert.deepEqual(met, stops);
    if (!isModal) {
      await opened.page.keyboard.press("Tab");
      assert.equal(await opened.page.evaluate(nowFocused), null, "Tab leaves at the end");
      await opened.page.evaluate((id) => document.getElementById(id)?.focus(), stops[0]);
      await opened.page.keyboard.press("Shift+Tab");
      // Without a window around it the browser comes in again at the other end.
      const left = await opened.page.evaluate(nowFocused);
      assert.ok(left === null || left.id === stops[stops.length - 1], `Shift+Tab leaves at the beginning, not to ${left?.id}`);
    }
    await opened.close();
  });
}

test("the keys of the browser are never taken from it", async () => {
  const opened = await openPage(both, "#/sample");
  const taken = await opened.page.evaluate(() => {
    const keys = [{ key: "f", ctrlKey: true }, { key: "p", ctrlKey: true }, { key: "r", ctrlKey: true }, { key: "l", ctrlKey: true },
      { key: "t", ctrlKey: true }, { key: "w", ctrlKey: true }, { key: "+", ctrlKey: true }, { key: "-", ctrlKey: true },
      { key: "0", ctrlKey: true }, { key: "F5" }, { key: "F6" }, { key: "Tab" }, { key: "@", ctrlKey: true, altKey: true },
      { key: "a" }, { key: "?" }, { key: "/" }];
    const list = [];
    for (const target of [document.body, document.getElementById("word"), document.getElementById("act-primary")]) {
      for (const key of keys) {
        const event = new KeyboardEvent("keydown", { ...key, bubbles: true, cancelable: true });
        if (!target?.dispatchEvent(event)) list.push(key.key);
      }
    }
    return list;
  });
  assert.deepEqual(taken, []);
  await opened.close();
});

test("Esc in a dialog says no, and the focus goes back to the page", async () => {
  for (const text of [false, true]) {
    const opened = await openPage(both, "#/sample-dialog", { text });
    assert.equal(await opened.page.evaluate(() => document.querySelector("dialog:modal") !== null), true);
    await opened.page.keyboard.press("Escape");
    assert.equal(await opened.page.evaluate(() => document.querySelector("dialog")), null);
    assert.notEqual(await opened.page.evaluate(() => document.activeElement?.tagName), "BODY");
    await opened.close();
  }
});

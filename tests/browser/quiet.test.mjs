// @ts-check
// T11: nothing is done that need not be done, also at a sixth of the speed.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { counters, openPage, settle, startBoth, visitPage } from "./support.mjs";
import { inTurn, listViews, some } from "./views.mjs";

const both = await startBoth();
after(() => both.stop());
const views = await listViews(both);

const watchMutations = () => {
  const touched = new Set();
  new MutationObserver((list) => {
    for (const one of list) touched.add(one.target);
  }).observe(document.documentElement, { subtree: true, childList: true, attributes: true, characterData: true });
  Object.assign(globalThis, { touched });
};
const touched = () => [.../** @type {any} */ (globalThis).touched].map((node) => node.id || node.nodeName);

/** @param {import("./support.mjs").Setting} setting @param {string} [address] */
async function openSlow(setting, address = "#/sample") {
  const opened = await openPage(both, address, setting);
  const session = await opened.context.newCDPSession(opened.page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 6 });
  await opened.page.evaluate(watchMutations);
  return opened;
}

for (const text of [false, true]) {
  const where = text ? "text view" : "the picture";

  test(`an idle page does nothing in ${where}`, async () => {
    for (const address of ["#/sample", "#/"]) {
      const opened = await openSlow({ text }, address);
      const before = await counters(opened.page);
      await opened.page.waitForTimeout(1500);
      assert.deepEqual(await counters(opened.page), before);
      assert.deepEqual(await opened.page.evaluate(touched), []);
      await opened.close();
    }
  });

  test(`a typed letter touches at most three nodes in ${where}`, async () => {
    const opened = await openSlow({ text });
    await opened.page.locator("#search").focus();
    await opened.page.keyboard.press("b");
    await settle(opened.page);
    await opened.page.evaluate(() => /** @type {any} */ (globalThis).touched.clear());
    const before = await counters(opened.page);
    await opened.page.keyboard.press("a");
    await settle(opened.page);
    const nodes = (await opened.page.evaluate(touched)).filter((name) => name !== "page-picture");
    assert.ok(nodes.length <= 3, nodes.join(" "));
    assert.ok((await counters(opened.page)).operations - before.operations <= 3);
    await opened.close();
  });
}

test("scrolling changes nothing in the page, and draws only near the tile's edge", async () => {
  const opened = await openSlow({ height: 600 });
  const before = await counters(opened.page);
  await opened.page.mouse.move(640, 300);
  await settle(opened.page);
  const start = (await counters(opened.page)).frames;
  for (let i = 0; i < 30; ++i) {
    await opened.page.mouse.wheel(0, 100);
    await opened.page.waitForTimeout(16);
  }
  await settle(opened.page);
  const now = await counters(opened.page);
  assert.equal(now.operations, before.operations);
  assert.deepEqual((await opened.page.evaluate(touched)).filter((name) => name !== "page-picture"), []);
  assert.ok(await opened.page.evaluate(() => scrollY) > 2000);
  assert.ok(now.frames - start < 40, `${now.frames - start} frames`);
  await opened.close();
});

test("while the page scrolls, picture and page stay together", async () => {
  const opened = await openSlow({ height: 600 });
  const { page } = opened;
  const far = await page.evaluate(async () => {
    const canvas = /** @type {HTMLElement} */ (document.getElementById("page-picture"));
    let worst = 0;
    for (let i = 0; i < 60; ++i) {
      scrollBy(0, 45);
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
      const { tile } = /** @type {any} */ (globalThis).linealen;
      // Where the tile was drawn for, against where it lies: both in the document.
      worst = Math.max(worst, Math.abs(canvas.getBoundingClientRect().top + scrollY - tile.top));
      const sees = tile.top <= scrollY + 1 && tile.top + tile.height >= Math.min(scrollY + innerHeight, tile.documentHeight) - 1;
      if (!sees) worst = Math.max(worst, 1000);
    }
    return worst;
  });
  assert.ok(far <= 1, `${far} px apart`);
  await opened.close();
});

test("back and forward are real", async () => {
  const opened = await openPage(both, "#/");
  const { page } = opened;
  await page.evaluate(() => { location.hash = "#/om"; });
  await settle(page);
  const about = await page.locator("h1").textContent();
  await page.goBack();
  await settle(page);
  const start = await page.locator("h1").textContent();
  assert.notEqual(start, about);
  await page.goForward();
  await settle(page);
  assert.equal(await page.locator("h1").textContent(), about);
  await opened.close();
});

for (const { view, setting } of inTurn(views, (one) => some(one, [{ text: false }, { text: true }]))) {
  test(`${view.name} is quiet by itself, and for each letter written in it, in ${setting.text ? "text view" : "the picture"}`, async () => {
    const opened = await visitPage(both, view.address, setting);
    const { page } = opened;
    if (opened.isNew) await page.evaluate(watchMutations);
    await page.evaluate(() => /** @type {any} */ (globalThis).touched.clear());
    const before = await counters(page);
    await page.waitForTimeout(250);  // there is nothing to wait for: nothing is to happen
    assert.deepEqual(await counters(page), before);
    assert.deepEqual(await page.evaluate(touched), []);

    // A search changes what is found.
    const fields = await page.evaluate(() => (document.querySelector("dialog") ? [] :
      [...document.querySelectorAll("#page textarea, #page input[type=text]")].map((node) => node.id)));
    for (const id of fields) {
      await page.locator(`[id="${id}"]`).focus();
      await page.keyboard.press("b");
      await settle(page);
      await page.evaluate(() => /** @type {any} */ (globalThis).touched.clear());
      const { operations } = await counters(page);
      await page.keyboard.press("a");
      await settle(page);
      const nodes = (await page.evaluate(touched)).filter((name) => name !== "page-picture");
      assert.ok(nodes.length <= 3, `a letter in ${id} touches ${nodes.join(" ")}`);
      assert.ok((await counters(page)).operations - operations <= 3, `a letter in ${id}`);
    }
    await opened.close();
  });
}

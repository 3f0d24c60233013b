// @ts-check
// F8 in a startled hand: held down, or pressed twice, it hides the case and never shows it.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { beginCase, closeDevices, press, says, startDevice } from "./keep_support.mjs";
import { settle, startServer } from "./support.mjs";

const server = await startServer();
after(async () => { await closeDevices(); server.stop(); });

const MARK = "Kvægtorvsmærkat";

/** @typedef {import("playwright-core").Page} Page */

/** F8, a while after it was pressed last. @param {Page} page */
async function pressLater(page) {
  await page.evaluate(() => {
    const key = new KeyboardEvent("keydown", { key: "F8", cancelable: true });
    Object.defineProperty(key, "timeStamp", { value: key.timeStamp + 1000 });
    dispatchEvent(key);
  });
  await settle(page);
}

/** @param {Page} page @param {number} times */
async function hold(page, times) {
  for (let at = 0; at < times; ++at) await page.keyboard.down("F8");  // all but the first carry `repeat`
  await page.keyboard.up("F8");
  await settle(page);
}

/** @param {Page} page */
async function isHidden(page) {
  await says(page, "title", "Skærmen er skjult");
  const words = await page.evaluate(() => document.title + document.body.innerText +
    [...document.querySelectorAll("input")].map((field) => field.value).join(" "));
  assert.ok(words.startsWith("Side") && !words.includes(MARK), words);
}

test("F8 held down or pressed twice leaves the screen hidden; pressed once more, later, it shows", async () => {
  const device = await startDevice(server);
  const page = await device.open("#/vurder/alder");
  await beginCase(page);
  await page.locator("#code-word").fill(MARK);
  for (const times of [1, 2, 3, 4]) {
    await hold(page, times);
    await isHidden(page);
    await pressLater(page);
    await says(page, "title", "Oversigt");
    assert.equal(await page.locator("#code-word").inputValue(), MARK);
    // Shown by mistake: the next press hides, however soon it comes.
    await page.keyboard.press("F8");
    await isHidden(page);
    await press(page, "show");
  }
  await pressLater(page);
  await page.keyboard.press("F8");
  await settle(page);
  await isHidden(page);
  await page.evaluate(() => /** @type {any} */ (globalThis).linealen.host.guard(false));
  await device.close();
  device.forget();
});

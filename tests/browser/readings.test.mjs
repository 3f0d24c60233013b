// @ts-check
// What was read and how far: told by scrolling, kept on the device only when that is wanted, and gone on from.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { closeDevices, press, says, startDevice } from "./keep_support.mjs";
import { settle, startServer, until } from "./support.mjs";

const server = await startServer();
after(async () => { await closeDevices(); server.stop(); });

const ARTICLE = "#/viden/artikel/notification_steps";
const KEY = "linealen.readings";

/** @typedef {import("playwright-core").Page} Page */

/** @param {Page} page */
const kept = (page) => page.evaluate((key) => localStorage.getItem(key), KEY);

/** @param {Page} page @param {string} hash */
async function go(page, hash) {
  await page.evaluate((to) => { location.hash = to; }, hash);
  await settle(page);
}

test("an article goes on where it was left, in this visit and, when that is wanted, in the next", async () => {
  const device = await startDevice(server);
  const page = await device.open(ARTICLE);
  await until(() => page.evaluate(() => document.querySelectorAll("main h2").length > 2), "the article");
  // The last but one: below the last stands what else there is to read.
  const last = await page.evaluate(() => [...document.querySelectorAll("main h2")].filter((one) => one.id.startsWith("block-")).at(-2)?.textContent ?? "");
  await page.mouse.move(400, 400);
  await until(async () => {
    await page.mouse.wheel(0, 120);
    return page.evaluate((words) => [...document.querySelectorAll("main h2")].some((one) =>
      one.textContent === words && one.getBoundingClientRect().top < innerHeight / 3), last);
  }, "the heading");
  await page.waitForTimeout(700);  // it is told half a second after the page began to move
  assert.equal(await kept(page), null, "nothing is kept that nobody asked for");

  await go(page, "#/viden");
  await says(page, "read", "Underretning, skridt for skridt");
  await press(page, "read-remember");
  await until(async () => (await kept(page))?.startsWith("article notification_steps block-"), "it is kept");
  await page.close();

  const next = await device.open(ARTICLE);
  await until(() => next.evaluate(() => document.getElementById("resume") !== null), "the way back to it");
  assert.equal(await next.locator("#resume").innerText(), `Fortsæt ved »${last}«, hvor du slap`);
  await press(next, "resume");
  assert.equal(await next.evaluate(() => document.activeElement?.textContent), last);
  assert.ok(await next.evaluate(() => { const at = document.activeElement?.getBoundingClientRect(); return at && at.top >= 0 && at.bottom <= innerHeight; }), "in sight");

  await go(next, "#/gemt");
  await says(next, "kept-table", "Det, du har læst");
  await go(next, "#/viden");
  await press(next, "read-forget");
  await says(next, "notice", "er glemt");
  assert.equal(await kept(next), null);
  await device.close();
  device.forget();
});

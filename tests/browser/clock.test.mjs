// @ts-check
// The device's clock jumps, travels, goes to summer time or wakes after a night: no draft goes by that, and the page
// locks in the moment it is seen again (R14 of safekeeping.md).

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { choosePassphrase, closeDevices, openDraft, says, stands, startDevice, unlock, wordsOf, writeCase } from "./keep_support.mjs";
import { reached } from "./reached.mjs";
import { settle, startServer, until } from "./support.mjs";

const server = await startServer();
after(async () => { await closeDevices(); server.stop(); });

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {import("./keep_support.mjs").Device} Device */

const HOUR = 3_600_000, DAY = 24 * HOUR;
const HERE = "Europe/Copenhagen";
const NIGHT = Date.parse("2027-03-27T22:30:00Z");  // 23.30, and two and a half hours later it is summer time
const MARK = "Kvægtorvsmærkat";

/** A page whose clock shows something else than the machine's. @param {Device} device @param {number} time @param {string} [zone] */
async function openAt(device, time, zone = HERE) {
  for (const old of device.context.pages().slice(1)) await old.close();
  const page = await device.context.newPage();
  const session = await device.context.newCDPSession(page);
  await session.send("Emulation.setTimezoneOverride", { timezoneId: zone });
  await page.addInitScript((time) => {
    const Real = Date, from = Real.now();
    const moved = Object.assign(globalThis, { ahead: 0, wantsRealDays: true });  // make_house.cpp has a day of its own
    const now = () => time + Real.now() - from + moved.ahead;
    globalThis.Date = /** @type {any} */ (class extends Real {
      /** @param {any[]} words */
      constructor(...words) {
        if (words.length > 0) super(.../** @type {[any]} */ (words));
        else super(now());
      }

      static now() { return now(); }
    });
  }, time);
  await page.goto(`${server.address}#/gem`);
  await stands(page);
  return { page, session };
}

/** How many there are, after all that the start has ordered. @param {Page} page @returns {Promise<number>} */
async function draftsOf(page) {
  await until(async () => (await page.evaluate(() => document.body.innerText)).includes("kladder") ||
    await page.evaluate(() => document.getElementById("drafts-title") !== null), "the list");
  return page.evaluate(async () => (await /** @type {any} */ (globalThis).keeping.open()).drafts.length);
}

/** The clock of an open page jumps, and the page hears of the time. @param {Page} page @param {number} by */
const jump = (page, by) => page.evaluate((by) => {
  /** @type {any} */ (globalThis).ahead += by;
  dispatchEvent(new Event("focus"));
  const fields = [...document.querySelectorAll("input, textarea")].map((one) => /** @type {HTMLInputElement} */ (one).value);
  return document.body.innerText + fields.join(" ") + document.title;
}, by);

/** @type {[string, number, string][]} */
const STARTS = [["an hour ahead", HOUR, HERE], ["an hour behind", -HOUR, HERE], ["a day ahead", DAY, HERE], ["a day behind", -DAY, HERE],
  ["31 days ahead", 31 * DAY, HERE], ["put right at first", DAY, HERE], ["400 days ahead", 400 * DAY, HERE], ["put right", 2 * DAY, HERE], ["400 days behind", -400 * DAY, HERE], ["put right again", 3 * DAY, HERE],
  ["in Kiribati", 3 * DAY, "Pacific/Kiritimati"], ["on Niue", 3 * DAY, "Pacific/Niue"], ["in summer time", 3 * DAY + 4 * HOUR, HERE]];

test("starts with clocks that jump, travel and go to summer time remove no draft (R14)", async () => {
  const device = await startDevice(server);
  let { page } = await openAt(device, NIGHT);
  await choosePassphrase(page);
  await writeCase(page, MARK);
  for (const [name, by, zone] of STARTS) {
    ({ page } = await openAt(device, NIGHT + by, zone));
    assert.equal(await draftsOf(page), 1, name);
    if (by === 400 * DAY) {
      await unlock(page);
      assert.match(await wordsOf(page, "page"), /Enhedens ur er langt fremme i forhold til sidste gang\. Kladder, hvis dag er gået, fjernes derfor først, når Linealen åbnes en anden dag\./, name);
    }
    if (by !== -400 * DAY) continue;
    await unlock(page);
    await openDraft(page);
    await page.locator("#code-word").fill("Ærenpris");  // with the day of removal that follows from it
    await says(page, "kept-state", "Gemt kl.");
  }
  await unlock(page);
  await openDraft(page);
  assert.equal(await page.locator("#code-word").inputValue(), "Ærenpris");
  // And its day comes: this is no clock that refuses to remove anything.
  ({ page } = await openAt(device, NIGHT + 40 * DAY));
  await draftsOf(page);
  ({ page } = await openAt(device, NIGHT + 80 * DAY));
  assert.equal(await draftsOf(page), 1);
  ({ page } = await openAt(device, NIGHT + 81 * DAY));
  assert.equal(await draftsOf(page), 0);
  await says(page, "notice", "Kladder fjernet, fordi deres dag er gået: 1. Der ligger ikke flere.");
  await device.close();
  device.forget();
  reached("R14", "Chromium", `${STARTS.length} starts with clocks up to 400 days wrong, in three time zones and over summer time: no draft gone`);
});

test("an open page goes on when the clock is set back, when it travels and over summer time (R14)", async () => {
  const device = await startDevice(server);
  const { page, session } = await openAt(device, Date.parse("2027-03-28T00:59:30Z"));  // 01.59, half a minute before
  await choosePassphrase(page);
  await writeCase(page, MARK);
  assert.ok((await jump(page, 30_000)).includes(MARK), "over summer time");
  for (const by of [-HOUR, -DAY, -400 * DAY]) assert.ok((await jump(page, by)).includes(MARK), `${by} ms`);
  await session.send("Emulation.setTimezoneOverride", { timezoneId: "Pacific/Kiritimati" }).catch(() => {});
  assert.ok((await jump(page, 1000)).includes(MARK), "in another time zone");
  await page.locator("#code-word").fill("Ærenpris");
  const before = await page.evaluate(async () => Number((await /** @type {any} */ (globalThis).keeping.open()).drafts[0].split(" ")[1]));
  await until(() => page.evaluate(async (before) => Number((await /** @type {any} */ (globalThis).keeping.open()).drafts[0].split(" ")[1]) > before, before), "a save");
  await settle(page);
  assert.match(await wordsOf(page, "kept-state"), /^Gemt kl\./);
  const { page: next } = await openAt(device, Date.parse("2027-03-29T10:00:00Z"));
  assert.equal(await draftsOf(next), 1);
  await unlock(next);
  await openDraft(next);
  assert.equal(await next.locator("#code-word").inputValue(), "Ærenpris");
  await device.close();
  device.forget();
});

test("after eight hours of sleep the page shows nothing from its first moment on, and is locked (R14)", async () => {
  const device = await startDevice(server);
  const { page } = await openAt(device, NIGHT);
  await choosePassphrase(page);
  await writeCase(page, MARK);
  const loaded = page.waitForEvent("load");
  const shown = await jump(page, 8 * HOUR);  // performance.now() stands still in sleep
  assert.ok(!shown.includes(MARK), "hidden in the event itself");
  await loaded;
  await stands(page);
  await says(page, "drafts-title", "Gemt på denne enhed");
  assert.ok(!(await page.evaluate(() => document.documentElement.outerHTML)).includes(MARK));
  assert.equal(await draftsOf(page), 1);
  await unlock(page);
  await openDraft(page);
  assert.equal(await page.locator("#code-word").inputValue(), MARK);
  await device.close();
  device.forget();
  reached("R14", "Chromium, open page", "8 h of sleep: hidden in the first event and locked; clock set back up to 400 days, other zone, summer time: goes on and saves");
});

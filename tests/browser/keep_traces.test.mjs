// @ts-check
// What the browser writes down by itself, to open its tabs again: never what was answered (E1, E11 of safekeeping.md).
//
// Chromium keeps the state of every control it may fill in, by its name, readably in <profile>/Default/Sessions.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { choosePassphrase, closeDevices, filesBelow, placesOf, press, pressWipe, says, stands, startDevice } from "./keep_support.mjs";
import { reached } from "./reached.mjs";
import { settle, startServer, until } from "./support.mjs";

const server = await startServer();
after(async () => { await closeDevices(); server.stop(); });

/** @typedef {import("playwright-core").Page} Page */

/** @param {Page} page @param {string} hash */
async function go(page, hash) {
  await page.evaluate((to) => { location.hash = to; }, hash);
  await until(() => page.evaluate((to) => location.hash === to && /** @type {any} */ (globalThis).linealen.host.loading === 0, hash), hash);
  await settle(page);
}

/** Uses the first of each kind there is on the screen, and leaves it. @param {Page} page @param {string} hash @param {string} kind */
async function answer(page, hash, kind) {
  await go(page, hash);
  const { id, element } = await until(() => page.evaluate((wanted) => {
    const control = document.querySelector(`#page main ${wanted}`);
    return control && { id: control.id, element: control.closest("fieldset")?.id ?? control.id };
  }, kind), `a control on ${hash}`);
  await press(page, id);
  assert.ok(await page.locator(`[id="${id}"]`).isChecked(), id);
  return element;
}

/** Answers a role, signs and a circumstance of a child of four. @param {Page} page @returns {Promise<string[]>} their elements */
async function answerAll(page) {
  await go(page, "#/vurder/alder");
  await press(page, "age-3");
  const answered = [];
  for (const [hash, kind] of [["#/vurder/rolle", "input[type=radio]"], ["#/vurder/tegn/abuse", "[id^=sign-] input[type=radio]"],
    ["#/vurder/tegn/mental", "[id^=sign-] input[type=radio]"], ["#/vurder/forhold", "input[type=checkbox]"]]) {
    answered.push(await answer(page, hash, kind));
  }
  await go(page, "#/");
  return answered;
}

/** Of the files for its tabs, those in which the state of a control stands. @param {string} profile */
const statesIn = (profile) => filesBelow(`${profile}/Default/Sessions`)
  .filter(({ bytes }) => ["radio", "checkbox"].some((kind) => bytes.includes(Buffer.from(kind, "utf16le"))))
  .map(({ name }) => name.slice(profile.length));

const WAYS = {
  "kept in memory only": async () => {},
  "kept encrypted": async (/** @type {Page} */ page) => { await says(page, "kept-state", "Gemt kl."); },
  "kept encrypted, and locked": async (/** @type {Page} */ page) => {
    await says(page, "kept-state", "Gemt kl.");
    await press(page, "footer-keeping");
    const reloaded = page.waitForEvent("load");
    await page.locator("#lock").click();
    await reloaded;
    await stands(page);
  },
  "kept encrypted, and wiped": async (/** @type {Page} */ page) => {
    await says(page, "kept-state", "Gemt kl.");
    await press(page, "footer-kept");
    await pressWipe(page);
    await press(page, "question-yes");
    await says(page, "notice", "Alt er ryddet fra denne browser. Luk fanen");
  },
};
for (const [way, leave] of Object.entries(WAYS)) {
  test(`no answer lies in the browser's folder when a case is ${way} (E1, E11)`, async () => {
    const device = await startDevice(server);
    const page = await device.open();
    if (way.includes("encrypted")) await choosePassphrase(page);
    const answered = await answerAll(page);
    await leave(page);
    await page.evaluate(() => /** @type {any} */ (globalThis).linealen.host.guard(false));
    await device.close();
    assert.deepEqual(statesIn(device.profile), [], "no state of any control");
    for (const element of answered) assert.deepEqual(placesOf(device.profile, element), [], element);
    assert.ok(filesBelow(`${device.profile}/Default/Sessions`).length > 0, "the browser did write down its tabs");
    device.forget();
    reached(way.includes("memory") ? "E11" : "E1", `Chromium, answers, ${way}`, `${answered.length} answers of 3 screens: 0 hits in the browser's folder, no control in its files for tabs`);
  });
}

test("the search finds a control that the browser may keep: it can fail", async () => {
  const device = await startDevice(server);
  const page = await device.open();
  await go(page, "#/vurder/alder");
  await page.evaluate(() => {
    const control = document.createElement("input");
    Object.assign(control, { type: "checkbox", name: "probe-of-a-sign" });
    document.body.append(control);
  });
  await page.locator("[name=probe-of-a-sign]").click({ force: true });
  await page.evaluate(() => { location.hash = "#/om"; });
  await settle(page);
  await device.close();
  assert.notDeepEqual(statesIn(device.profile), []);
  assert.notDeepEqual(placesOf(device.profile, "probe-of-a-sign"), []);
  device.forget();
});

// @ts-check
// What was typed a moment ago: at most 2 s of it are lost in a crash, and nothing when the page goes out of sight, is
// left or put to sleep (R5 of safekeeping.md).

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { choosePassphrase, closeDevices, isFull, openDraft, press, says, stands, startDevice, unlock, withCaseAt, writeCase } from "./keep_support.mjs";
import { reached } from "./reached.mjs";
import { startServer, until } from "./support.mjs";

const server = await startServer();
after(async () => { await closeDevices(); server.stop(); });

/** @typedef {import("playwright-core").Page} Page */

const MOST_LOST = isFull ? 2000 : 3500;  // ms; in the gate the machine is busy besides

test(`${isFull ? 200 : 4} crashes while somebody types lose at most 2 s (R5)`, async () => {
  const device = await startDevice(server);
  let page = await device.open();
  await choosePassphrase(page);
  await writeCase(page, "Mælkebøtte");
  await page.evaluate(() => { location.hash = "#/vurder/rolle"; });
  await press(page, "role-first-0");  // who reflects has a role
  let worst = 0, before = "";
  for (let turn = 0; turn < (isFull ? 200 : 4); ++turn) {
    await page.evaluate(() => { location.hash = "#/vurder/refleksion"; });
    const field = await until(() => page.evaluate(() => document.querySelector("#page main textarea")?.id), "a field");
    const note = page.locator(`[id="${field}"]`);
    assert.equal(await note.inputValue(), before);
    await note.press("Control+A");
    let typed = "";
    const times = /** @type {number[]} */ ([]);
    // Twice as long as may be lost, and a little of chance: who saves nothing loses all of it.
    const until_ = Date.now() + 2 * MOST_LOST + Math.random() * 2500;
    while (Date.now() < until_) {
      const letter = typed.length === 0 ? "ABCDEFGHIJ"[turn % 10] : "abcdefghijklmnopqrstuvxyz"[typed.length % 25];
      await page.keyboard.type(letter);
      typed += letter;
      times.push(Date.now());
      await new Promise((done) => setTimeout(done, 30));
    }
    const end = Date.now();
    const crashed = page.waitForEvent("crash");
    (await device.context.newCDPSession(page)).send("Page.crash").catch(() => {});
    await crashed;
    await page.close();
    page = await device.open();
    await unlock(page);
    await openDraft(page);
    await page.evaluate(() => { location.hash = "#/vurder/refleksion"; });
    await until(() => page.evaluate((id) => document.getElementById(id) !== null, field), "the field");
    const kept = await page.locator(`[id="${field}"]`).inputValue();
    const isOfThisTurn = kept !== "" && typed.startsWith(kept);
    assert.ok(isOfThisTurn || kept === before, `»${kept}« of »${typed}«`);
    worst = Math.max(worst, isOfThisTurn ? end - (times[kept.length] ?? end) : end - times[0]);
    before = kept;
  }
  assert.ok(worst <= MOST_LOST, `${worst} ms`);
  await device.close();
  device.forget();
  reached("R5", "Chromium", `${isFull ? 200 : 4} crashes, at most ${(worst / 1000).toFixed(1)} s of typing lost`, isFull ? 200 : 4);
});

/** What tells a page that nobody may come back to it. */
const DEPARTURES = /** @type {const} */ (["visibilitychange", "pagehide", "freeze"]);

/** Is what was typed given to the store within the event itself? @param {Page} page @param {typeof DEPARTURES[number]} departure */
const savesAtOnce = (page, departure) => page.evaluate((departure) => {
  const { saving } = /** @type {any} */ (globalThis).linealen.host;
  const field = /** @type {HTMLInputElement} */ (document.getElementById("code-word"));
  field.value += departure[0];
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  const before = saving.size, from = performance.now();
  const show = (/** @type {boolean} */ isHidden) => {
    Object.defineProperty(document, "hidden", { value: isHidden, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  };
  if (departure === "visibilitychange") show(true);
  else if (departure === "pagehide") dispatchEvent(new PageTransitionEvent(departure, { persisted: true }));
  else document.dispatchEvent(new Event(departure));
  const took = performance.now() - from, after = saving.size;
  show(false);  // somebody came back
  return { before, after, took };
}, departure);

test("what was typed a moment ago is saved when the page goes out of sight, is left or put to sleep (R5)", () => withCaseAt(server, async (_, page) => {
  let slowest = 0;
  for (const departure of DEPARTURES) {
    const told = await savesAtOnce(page, departure);
    assert.equal(told.before, 0, "it waits for a pause in the typing");
    assert.ok(told.after > 0 && told.took <= 50, `within ${departure}: ${JSON.stringify(told)}`);
    await says(page, "kept-state", "Gemt kl.");
    slowest = Math.max(slowest, told.took);
  }
  await page.reload();
  await stands(page);
  await unlock(page);
  await openDraft(page);
  assert.equal(await page.locator("#code-word").inputValue(), "Mælkebøttevpf");
  reached("R5", "Chromium, out of sight", `saving began within ${Math.ceil(slowest)} ms of the page going out of sight, being left and being put to sleep, before a pause of the typing`);
}));

const WAITED = 22;  // as TOLD in web/host.mjs

/** In the page: what is typed now waits for whatever happens to the page; no pause of the typing comes to an end. @param {Page} page */
const typeAndHold = (page) => page.evaluate((waited) => {
  const { host } = /** @type {any} */ (globalThis).linealen;
  host.clock.tell = () => {};
  const tell = host.tell.bind(host);
  host.tell = (/** @type {number} */ what, /** @type {any[]} */ ...rest) => { if (what !== waited) tell(what, ...rest); };
  // Going out of sight comes besides; here it is about being left alone.
  addEventListener("visibilitychange", (event) => event.stopImmediatePropagation(), { capture: true });
  const add = host.saving.add;
  host.saving.add = (/** @type {any} */ one) => {
    sessionStorage.setItem("saved", event?.type ?? "in no event");
    return add.call(host.saving, one);
  };
  const field = /** @type {HTMLInputElement} */ (document.getElementById("code-word"));
  field.value = "Ærenpris";
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}, WAITED);

test("a page that is really left saves while it goes; the browser asks first, and who stays has lost nothing (R5)", () => withCaseAt(server, async (_, page) => {
  let leaves = false;
  const asked = /** @type {string[]} */ ([]);
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    (leaves ? dialog.accept() : dialog.dismiss()).catch(() => {});
  });
  await typeAndHold(page);
  await assert.rejects(page.goto(`${server.address}licences.txt`), /ERR_ABORTED/);
  assert.deepEqual(asked, ["beforeunload"], "what is not saved is asked about");
  assert.equal(await page.locator("#code-word").inputValue(), "Ærenpris");
  assert.equal(await page.evaluate(() => sessionStorage.getItem("saved")), null, "nothing but leaving saves it");
  leaves = true;
  await page.goto(`${server.address}licences.txt`);
  assert.equal(await page.evaluate(() => sessionStorage.getItem("saved")), "pagehide");
}));

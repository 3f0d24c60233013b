// @ts-check
// What a person reads who comes back after each of the faults that keep_store.test.mjs counts: what is there, that it
// can be opened and written on, and that the old words do not fit where they were exchanged (R1, R2, R3 of safekeeping.md).

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { choosePassphrase, closeDevices, halveLastRecord, openDraft, PASSPHRASE, press, pressWipe, says, stands, startDevice, unlock, wordsOf, writeCase } from "./keep_support.mjs";
import { startServer, until } from "./support.mjs";

const server = await startServer();
after(async () => { await closeDevices(); server.stop(); });

/** @typedef {import("./keep_support.mjs").Device} Device */
/** @typedef {import("playwright-core").Page} Page */

const BEFORE = "Mælkebøtte", NEXT = "Ærenpris", OTHER_WORDS = "Fire kolde nætter i oktober";
const WRONG = "Adgangssætningen passer ikke. Se efter, om du har fået alle ord med, og prøv igen.";

/** A case that is said to be saved. */
async function startWithCase() {
  const device = await startDevice(server);
  const page = await device.open();
  await choosePassphrase(page);
  await writeCase(page, BEFORE);
  return { device, page };
}

/** What is ordered next comes past these places in turn, and at the last the page crashes. @param {Device} device @param {Page} page @param {string[]} places @param {() => Promise<unknown>} act */
async function crashAt(device, page, places, act) {
  const session = await device.context.newCDPSession(page);
  await page.evaluate((places) => {
    Object.assign(globalThis, { lineal: async (/** @type {string} */ where) => {
      if (where === places[0]) places.shift();
      if (places.length > 0) return;
      Object.assign(globalThis, { isThere: true });
      await new Promise(() => {});  // never goes on
    } });
  }, places);
  await act();
  await until(() => page.evaluate(() => "isThere" in globalThis), `${places}`);
  const crashed = page.waitForEvent("crash");
  session.send("Page.crash").catch(() => {});
  await crashed;
  await page.close();
}

/** The draft is there as it was saved last, opens, and is written on. @param {Page} page @param {string} words */
async function findsCase(page, words) {
  await press(page, "footer-keeping");
  await says(page, "page", "Skriv din adgangssætning for at åbne det, der er gemt her. Antal kladder: 1.");
  await page.locator("#passphrase").fill(PASSPHRASE);
  await press(page, "unlock");
  await says(page, "notice", "Låst op. Vælg en kladde, eller begynd på en ny.");
  await says(page, "page", words);
  await openDraft(page);
  assert.equal(await page.locator("#code-word").inputValue(), words);
  await page.locator("#code-word").fill(`${words} igen`);
  await says(page, "kept-state", "Gemt kl.");
  assert.equal(await wordsOf(page, "notice"), "Kladden er åbnet.", "nothing is amiss");
}

for (const [place, words] of [["before-seal", BEFORE], ["before-transaction", BEFORE], ["after-transaction", NEXT]]) {
  test(`a page that crashed ${place}: the draft is offered, opens as »${words}« and is written on (R1, R3)`, async () => {
    const { device, page } = await startWithCase();
    await crashAt(device, page, [place], () => page.locator("#code-word").fill(NEXT));
    await findsCase(await device.open(), words);
    await device.close();
    device.forget();
  });
}

test("a browser that was killed, with half a record left behind: what was said to be saved is offered and opens (R2)", async () => {
  const { device: killed, page } = await startWithCase();
  await page.locator("#code-word").fill(NEXT);
  await says(page, "kept-state", "Gemt kl.");
  await until(() => page.evaluate(async (wanted) => {
    const { keeping } = /** @type {any} */ (globalThis);
    const { drafts } = await keeping.open();
    return JSON.parse((await keeping.load(drafts[0].split(" ")[0])).words).code_word === wanted;
  }, NEXT), "the save");
  await killed.kill();
  halveLastRecord(killed.profile);
  const device = await startDevice(server, { profile: killed.profile });
  await findsCase(await device.open(), NEXT);
  await device.close();
  device.forget();
});

test("a page that crashed once the passphrase was exchanged: the old one does not fit and is said not to, the new one opens (R3)", async () => {
  const { device, page } = await startWithCase();
  await crashAt(device, page, ["after-transaction", "after-transaction"], async () => {
    page.evaluate(([now, next]) => /** @type {any} */ (globalThis).keeping.order({ kind: 12, text: next, bytes: new TextEncoder().encode(now) }),
      [PASSPHRASE, OTHER_WORDS]).catch(() => {});  // the page is gone
  });
  const next = await device.open();
  await press(next, "footer-keeping");
  await next.locator("#passphrase").fill(PASSPHRASE);
  await press(next, "unlock");
  await says(next, "page", WRONG);
  await until(() => next.evaluate(() => document.getElementById("unlock")?.hasAttribute("disabled") === false), "the pause to be over");
  await next.locator("#passphrase").fill(OTHER_WORDS);
  await press(next, "unlock");
  await says(next, "notice", "Låst op. Vælg en kladde, eller begynd på en ny.");
  await openDraft(next);
  assert.equal(await next.locator("#code-word").inputValue(), BEFORE);
  await device.close();
  device.forget();
});

test("a page that crashed once the draft was deleted says that there is none (R3)", async () => {
  const { device, page } = await startWithCase();
  await press(page, "footer-keeping");
  const remove = await until(() => page.evaluate(() => document.querySelector("[id^=draft-][id$=-remove]")?.id ?? ""), "the draft");
  await press(page, remove);
  await crashAt(device, page, ["after-transaction"], () => press(page, "question-yes"));
  const next = await device.open();
  await unlock(next).catch(() => {});
  await says(next, "page", "Låst op. Der ligger ingen kladder; det næste, du skriver, gemmes krypteret her.");
  await device.close();
  device.forget();
});

test("a page that crashed once all was wiped knows of nothing, and asks where to keep what is written (R3)", async () => {
  const { device, page } = await startWithCase();
  await press(page, "footer-kept");
  await pressWipe(page);
  await crashAt(device, page, ["database-gone"], () => press(page, "question-yes"));
  const next = await device.open("#/gem");
  await stands(next);
  await says(next, "page", "Hvor skal det, du skriver, gemmes?");
  assert.ok(!(await wordsOf(next, "page")).includes("Lås op"));
  await device.close();
  device.forget();
});

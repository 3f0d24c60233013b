// @ts-check
// What is written stays with its child and is kept as it stands there: while it is composed, when it is undone in
// another case, when it is longer than the field.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { beginCase, choosePassphrase, closeDevices, openDraft, press, says, startDevice, unlock, wordsOf, writeCase } from "./keep_support.mjs";
import { settle, startServer, until } from "./support.mjs";

const server = await startServer();
after(async () => { await closeDevices(); server.stop(); });

const MARK = "Kvægtorvsmærkat";

/** @typedef {import("playwright-core").Page} Page */

/** Letters that an input method still may change. @param {import("./keep_support.mjs").Device} device @param {Page} page @param {string} words */
async function compose(device, page, words) {
  await page.locator("#code-word").focus();
  await page.keyboard.press("End");
  const session = await device.context.newCDPSession(page);
  await session.send("Input.imeSetComposition", { text: words, selectionStart: words.length, selectionEnd: words.length });
  await settle(page);
  return session;
}

const valueOf = (/** @type {Page} */ page) => page.locator("#code-word").inputValue();
const isGuarded = (/** @type {Page} */ page) => page.evaluate(() => {
  const event = new Event("beforeunload", { cancelable: true });
  dispatchEvent(event);
  return event.defaultPrevented;
});

test("what is being composed is unsaved until it is saved, and is there after a kill", async () => {
  let device = await startDevice(server);
  const { profile } = device;
  let page = await device.open();
  await choosePassphrase(page);
  await writeCase(page, "Start ");
  assert.equal(await isGuarded(page), false, "all is saved");
  await page.evaluate(() => Object.assign(globalThis, {  // holds the save until the test has looked
    lineal: (/** @type {string} */ where) => (where === "before-seal" ? new Promise((go) => { Object.assign(globalThis, { go }); }) : undefined),
  }));
  await compose(device, page, MARK);
  await says(page, "kept-state", "Gemmer …");
  assert.equal(await isGuarded(page), true);
  await until(() => page.evaluate(() => "go" in globalThis), "the save");
  await page.evaluate(() => {
    const { go } = /** @type {any} */ (globalThis);
    Object.assign(globalThis, { lineal: undefined });
    go();
  });
  await says(page, "kept-state", "Gemt kl.");
  assert.equal(await valueOf(page), `Start ${MARK}`);
  await device.kill();

  device = await startDevice(server, { profile });
  page = await device.open();
  await unlock(page);
  await openDraft(page);
  assert.equal(await valueOf(page), `Start ${MARK}`);
  await device.close();
  device.forget();
});

test("what is being composed is there after the screen was hidden", async () => {
  const device = await startDevice(server);
  const page = await device.open();
  await choosePassphrase(page);
  await writeCase(page, "Start ");
  await compose(device, page, MARK);
  await page.keyboard.press("F8");
  await says(page, "title", "Skærmen er skjult");
  await press(page, "show");
  await says(page, "title", "Oversigt");
  assert.equal(await valueOf(page), `Start ${MARK}`);
  await says(page, "kept-state", "Gemt kl.");
  await device.close();
  device.forget();
});

test("what is composed beyond the room there is, is not disturbed before it is done, and then cut with a sentence", async () => {
  const device = await startDevice(server);
  const page = await device.open();
  await choosePassphrase(page);
  const full = "a".repeat(58);
  await writeCase(page, full);
  const session = await compose(device, page, "ærlig");
  assert.equal(await valueOf(page), `${full}ærlig`, "an input method may write past the end, and mend it");
  await session.send("Input.insertText", { text: "ærlig" });
  await settle(page);
  assert.equal(await valueOf(page), `${full}ær`);
  assert.match(await wordsOf(page, "code-word-error"), /^Feltet er fyldt: Der er plads til 60 tegn, og var der mere, er resten ikke kommet med\./);
  await says(page, "kept-state", "Gemt kl.");
  await device.close();
  device.forget();
});

test("an undo in one case never brings words of the one before", async () => {
  const device = await startDevice(server);
  const page = await device.open("#/vurder/alder");
  await beginCase(page);
  await page.locator("#code-word").click();
  await page.keyboard.type(MARK);
  await settle(page);
  const other = JSON.stringify({ kind: "linealen-case", schema: 1, code_word: "Barn B", age: "age_3_5", observations: [], reflections: [] });
  // As a file that was chosen: over the open case, which stands on the screen before and after.
  await page.evaluate((text) => /** @type {any} */ (globalThis).linealen.host.tell(16, 0, 0, text), other);
  await press(page, "question-yes");
  await says(page, "title", "Oversigt");
  await until(async () => await valueOf(page) === "Barn B", "the other case");
  await page.locator("#code-word").click();
  for (const keys of ["Control+z", "Control+z", "Control+z", "Control+Shift+z", "Control+Shift+z"]) {
    await page.keyboard.press(keys);
    await settle(page);
    assert.equal(await valueOf(page), "Barn B", keys);
  }
  // What is written in it is undone as ever.
  await page.keyboard.press("End");
  await page.keyboard.type("!");
  await page.keyboard.press("Control+z");
  await settle(page);
  assert.equal(await valueOf(page), "Barn B");
  await page.evaluate(() => /** @type {any} */ (globalThis).linealen.host.guard(false));
  await device.close();
  device.forget();
});

test("a note that is longer than its field is cut with a sentence by the field, and aloud", async () => {
  const device = await startDevice(server);
  const page = await device.open("#/vurder/alder");
  await press(page, "age-3");
  await page.evaluate(() => { location.hash = "#/vurder/rolle"; });
  await press(page, await until(() => page.evaluate(() => document.querySelector("#page main input[type=radio]")?.id ?? ""), "a role"));
  await page.evaluate(() => { location.hash = "#/vurder/refleksion"; });
  const id = await until(() => page.evaluate(() => document.querySelector("#page main textarea")?.id ?? ""), "a field");
  const paste = async (/** @type {string} */ words) => {
    await page.locator(`[id="${id}"]`).focus();
    await page.keyboard.press("Control+a");
    await page.evaluate((text) => document.execCommand("insertText", false, text), words);  // cut as what is pasted is
    await settle(page);
  };
  await paste("a".repeat(3599));
  const hint = await wordsOf(page, `${id}-hint`);
  assert.ok(!hint.includes("plads til"), hint);
  await paste("a".repeat(3900));
  assert.equal(await wordsOf(page, `${id}-hint`), `${hint} Der er plads til 4.000 tegn i feltet, og det er snart fyldt.`);
  await paste("a".repeat(6004));
  const full = "Feltet er fyldt: Der er plads til 4.000 tegn, og var der mere, er resten ikke kommet med. Skriv det kortere.";
  assert.equal((await page.locator(`[id="${id}"]`).inputValue()).length, 4000);
  assert.equal(await wordsOf(page, `${id}-error`), full);
  await says(page, "page-polite", full);
  await paste("kort");
  assert.equal(await wordsOf(page, `${id}-error`), "");
  await page.evaluate(() => /** @type {any} */ (globalThis).linealen.host.guard(false));
  await device.close();
  device.forget();
});

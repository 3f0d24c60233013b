// @ts-check
// whole_visit.mjs -- one visit that uses all there is: assess, keep, papers, files, help, a look for an update, hide, lock, a
// crash and its rescue file, a self-assessment, a wipe.
//
// For tests that watch what the page does meanwhile. A new edition is taken into use in offline.test.mjs and keep_update.test.mjs.
// Knows: the ids of the screens. Never: what is right; each step only waits for the words that say it was taken.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { go, READY, untilFooter, untilOpen } from "./offline_support.mjs";
import { choosePassphrase, openDraft, PASSPHRASE, press, pressWipe, says, unlock, writeCase } from "./keep_support.mjs";
import { ROOT, settle, until } from "./support.mjs";

/** @typedef {import("playwright-core").Page} Page */

export const CODE_WORD = "Mælkebøtte";
const SAMPLE = readFileSync(`${ROOT}tests/content/sample_case.json`);
const SCREENS = ["#/vurder/omraader", "#/vurder/forhold", "#/vurder/beskyttende", "#/vurder/refleksion", "#/vurder/tjek", "#/vurder/fornemmelse",
  "#/vurder/indikator", "#/vurder/vurdering", "#/vurder/hvad-nu", "#/hjaelp", "#/om", "#/tilgaengelighed", "#/udseende"];
const LOOKED_UP = ["#/viden/artikel/roskilde_model", "#/viden/fagord/focus_team", "#/viden/alder/age_3_5", "#/viden/trin/early_talk",
  "#/viden/selvvurdering/six_components"];
const PAPERS = ["notification", "focus_team", "parent_talk", "own_notes"];

/** @param {Page} page @param {string} id @returns {Promise<Buffer>} what was downloaded */
export async function download(page, id) {
  const waiting = page.waitForEvent("download");
  await press(page, id);
  if (await page.locator("dialog[open] #question-yes").count() > 0) await press(page, "question-yes");  // asked once a visit
  return readFileSync(await (await waiting).path());
}

/** At the overview; over an open case, with a yes. @param {Page} page @param {Buffer} bytes @param {string} [passphrase] */
export async function openFile(page, bytes, passphrase) {
  await go(page, "#/vurder/oversigt");
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), press(page, "open-file")]);
  await chooser.setFiles({ name: "kladde", mimeType: "application/octet-stream", buffer: bytes });
  if (passphrase) {
    await until(() => page.evaluate(() => document.getElementById("unseal")?.hasAttribute("disabled") === false), "the button");
    await page.locator("#passphrase").fill(passphrase);
    await press(page, "unseal");
  }
  await press(page, "question-yes");
  await says(page, "notice", "Kladden er åbnet.");
}

/** @param {Page} page */
async function assess(page) {
  await writeCase(page, CODE_WORD);
  await go(page, "#/vurder/rolle");
  await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("#page main input[type=radio]")).click());
  await go(page, "#/vurder/tegn/mental");
  await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("#page main fieldset input[type=radio]")).click());
  const note = await until(() => page.evaluate(() => document.querySelector("#page main textarea")?.id), "the note");
  await page.locator(`[id="${note}"]`).fill("Gik for sig selv mandag og onsdag");
  await openFile(page, SAMPLE);
  for (const screen of SCREENS) {
    await go(page, screen);
    await settle(page);
  }
}

/** What can be read without a case. @param {Page} page */
async function lookUp(page) {
  for (const place of LOOKED_UP) {
    await go(page, place);
    await settle(page);
  }
  await go(page, "#/viden");
  const field = await until(() => page.evaluate(() => document.querySelector("#page main input[type=search]")?.id), "the search");
  await page.locator(`[id="${field}"]`).pressSequentially("vil ikke i skole");
  await until(() => page.evaluate(() => document.querySelectorAll("#page main mark, #page main strong").length > 0), "what was found");
  await page.locator(`[id="${field}"]`).fill("");
}

/** @param {Page} page */
async function takePapers(page) {
  for (const paper of PAPERS) {
    await go(page, `#/vurder/dokument/${paper}`);
    for (const kind of ["html", "text", "json"]) assert.ok((await download(page, `download-${kind}`)).length > 100);
    await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("#page button[id^=copy-]")).click());
    await press(page, "print");
  }
  await until(() => page.evaluate((count) => /** @type {any} */ (globalThis).printed === count, PAPERS.length), "the papers to be printed");
}

/** @param {Page} page */
async function takeAlong(page) {
  await go(page, "#/vurder/oversigt");
  await press(page, "save");
  await page.locator("#passphrase").fill(PASSPHRASE);
  await press(page, "show-passphrase");
  await page.locator("#passphrase-again").fill(PASSPHRASE);
  const file = await download(page, "save-file");
  assert.ok(file.subarray(0, 4).equals(Buffer.from("LIN1")) && !file.includes(CODE_WORD));
  await says(page, "notice", "Browseren har fået kladden som fil. Se efter, at den ligger på enheden, før du lukker siden.");
  await openFile(page, file, PASSPHRASE);
  assert.equal(await page.locator("#code-word").inputValue(), CODE_WORD);
}

/** @param {Page} page @param {boolean} hasWorker */
async function standsAgain(page, hasWorker) {
  await untilOpen(page);
  if (hasWorker) await untilFooter(page, READY);
}

/** @param {Page} page @param {boolean} hasWorker */
async function lockAndUnlock(page, hasWorker) {
  await page.keyboard.press("F8");
  await says(page, "title", "Skærmen er skjult");
  await press(page, "show");
  await press(page, "footer-keeping");
  const reloaded = page.waitForEvent("load");
  await page.locator("#lock").click();
  await reloaded;
  await standsAgain(page, hasWorker);
  await unlock(page);
  await openDraft(page);
}

/** What a trap in the program is to the page. @param {Page} page @param {boolean} hasWorker */
async function crash(page, hasWorker) {
  await page.evaluate(() => /** @type {any} */ (globalThis).linealen.host.call(() => { throw new Error("a trap"); }));
  await until(() => page.evaluate(() => {
    const said = /** @type {HTMLElement} */ (document.querySelector("[data-fault=stopped]"));
    return said.getClientRects().length > 0 && said.innerText.includes("Der skete en fejl i Linealen");
  }), "the panel");
  await page.locator("#page-rescued").waitFor();
  const [file] = await Promise.all([page.waitForEvent("download"), page.locator("#page-rescued").click()]);
  const rescued = readFileSync(await file.path());
  assert.ok(rescued.subarray(0, 4).equals(Buffer.from("LIN1")) && !rescued.includes(CODE_WORD));
  const reloaded = page.waitForEvent("load");
  await page.locator("#page-reload").click();
  await reloaded;
  await standsAgain(page, hasWorker);
}

/** What is answered about oneself, kept as a case is. @param {Page} page */
async function assessOneself(page) {
  await unlock(page);
  await go(page, "#/viden/selvvurdering/six_components");
  await press(page, "begin");
  await page.locator("#name").fill("Blå stue");
  await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("#page main input[type=radio]")).click());
  await says(page, "kept-state", "Gemt kl.");
  assert.ok((await download(page, "download")).length > 100);
  await press(page, "close");
  await says(page, "notice", "Kladden er gemt og lukket.");
}

/** @param {Page} page */
async function wipe(page) {
  await press(page, "footer-kept");
  await pressWipe(page);
  await press(page, "question-yes");
  await says(page, "notice", "Alt er ryddet fra denne browser. Luk fanen");
}

/**
 * @param {import("playwright-core").BrowserContext} context of which window.print is no window
 * @param {string} address @param {(when: "ready" | "wiping") => void} tell
 * @param {boolean} hasWorker whether the browser may keep the page for use without a net
 */
export async function takeWholeVisit(context, address, tell, hasWorker) {
  const page = await context.newPage();
  page.on("dialog", (dialog) => { dialog.accept(); });
  await page.goto(address);
  await standsAgain(page, hasWorker);
  tell("ready");
  await choosePassphrase(page);
  await assess(page);
  await lookUp(page);
  await takePapers(page);
  await takeAlong(page);
  if (hasWorker) await page.evaluate(async () => { await (await navigator.serviceWorker.getRegistration())?.update(); });
  await lockAndUnlock(page, hasWorker);
  await crash(page, hasWorker);
  await assessOneself(page);
  tell("wiping");
  await wipe(page);
  return page;
}

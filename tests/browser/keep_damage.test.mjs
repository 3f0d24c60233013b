// @ts-check
// What a person meets whose draft is damaged on the device, or who opens the same file twice (R10, F6 of safekeeping.md).

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { choosePassphrase, closeDevices, press, says, startDevice, unlock, wordsOf, writeCase } from "./keep_support.mjs";
import { reached } from "./reached.mjs";
import { startServer, until } from "./support.mjs";

const server = await startServer();
after(async () => { await closeDevices(); server.stop(); });

/** @typedef {import("playwright-core").Page} Page */

/** The generation of the only draft. @param {Page} page */
const generationOf = (page) => page.evaluate(async () => {
  const { drafts } = await /** @type {any} */ (globalThis).keeping.open();
  return Number(drafts[0]?.split(" ")[1] ?? 0);
});

/** @param {Page} page @param {string} words */
async function writeOn(page, words) {
  const before = await generationOf(page);
  await page.locator("#code-word").fill(words);
  await until(async () => await generationOf(page) > before, "the next generation");
}

/**
 * Nobody has it open: `slots` of the only draft are damaged, and its head when that is wanted. What is there afterwards, by kind.
 * @param {import("./keep_support.mjs").Device} device @param {{slots: ("newest" | "before" | "first")[], head?: object}} what
 */
async function damage(device, { slots, head }) {
  const page = await device.context.newPage();
  await page.goto(`${server.address}licences.txt`);
  await page.evaluate(({ slots, head }) => new Promise((resolve, reject) => {
    const request = indexedDB.open("lineal");
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const database = request.result;
      const transaction = database.transaction(["head", "snap"], "readwrite");
      transaction.oncomplete = () => { database.close(); resolve(0); };
      transaction.onabort = () => reject(transaction.error);
      const heads = transaction.objectStore("head"), snaps = transaction.objectStore("snap");
      heads.openCursor().onsuccess = (event) => {
        const { key, value } = /** @type {any} */ (event.target).result;
        if (head) heads.put({ ...value, ...head }, key);
        for (const slot of slots) {
          const at = [key, slot === "newest" ? value.slot : slot === "before" ? 1 - value.slot : 2];
          snaps.get(at).onsuccess = (got) => {
            const record = /** @type {any} */ (got.target).result;
            if (!record) return;
            record[record.length >> 1] ^= 1;
            snaps.put(record, at);
          };
        }
      };
    };
  }), { slots, head });
  await page.close();
}

/** A case of three generations, which is closed. @param {import("./keep_support.mjs").Device} device */
async function writeAndClose(device) {
  const page = await device.open();
  await choosePassphrase(page);
  await writeCase(page, "Mælkebøtte");
  await writeOn(page, "Ærenpris");
  await writeOn(page, "Vortemælk");
  await page.close();
}

/** @param {Page} page */
async function pressDraft(page) {
  const id = await until(() => page.evaluate(() => document.querySelector("[id^=draft-][id$=-go]")?.id ?? ""), "a draft");
  await press(page, id);
}

test("a draft whose newest copy is damaged opens as it was before, says so, and is written on (R10)", async () => {
  const device = await startDevice(server);
  await writeAndClose(device);
  await damage(device, { slots: ["newest"] });
  let page = await device.open();
  await unlock(page);
  await pressDraft(page);
  await says(page, "notice", "Den nyeste udgave af kladden kunne ikke læses. Dette er udgaven før den; se dine svar igennem.");
  assert.equal(await page.locator("#code-word").inputValue(), "Ærenpris");
  await writeOn(page, "Vortemælk igen");
  await page.close();
  page = await device.open();
  await unlock(page);
  await pressDraft(page);
  await until(() => page.evaluate(() => document.getElementById("code-word") !== null), "the case");
  assert.equal(await page.locator("#code-word").inputValue(), "Vortemælk igen");
  await page.evaluate(() => { location.hash = "#/gemt"; });
  await says(page, "kept-table", "Kladder, der ikke kunne læses");
  await device.close();
  device.forget();
});

/** @type {{name: string, slots: ("newest" | "before" | "first")[], head?: object}[]} */
const BEYOND = [
  { name: "all its copies", slots: ["newest", "before", "first"] },
  { name: "what tells which copy is the newest", slots: [], head: { slot: 7 } },
  { name: "the day it goes", slots: [], head: { expires: "i morgen" } },
];

for (const { name, slots, head } of BEYOND) {
  test(`a draft with ${name} damaged says that it cannot be read, stays until it is deleted, and the program goes on (R10)`, async () => {
    const device = await startDevice(server);
    await writeAndClose(device);
    await damage(device, { slots, head });
    const page = await device.open();
    await unlock(page);
    await pressDraft(page);
    await says(page, "notice", "Denne kladde kan ikke læses. De rå data er bevaret, til du sletter dem.");
    assert.ok(!(await wordsOf(page, "page")).includes("undefined"));
    await writeCase(page, "Hvidtjørn");  // another child goes on as ever
    await press(page, "footer-keeping");
    const damaged = await page.evaluate(() => document.querySelector("[id^=draft-][id$=-damaged]")?.id ?? "");
    assert.notEqual(damaged, "", "it is marked in the list");
    await press(page, damaged.replace("-damaged", "-remove"));
    await press(page, "question-yes");
    await says(page, "notice", "slettet");
    const left = await page.evaluate(async () => (await /** @type {any} */ (globalThis).keeping.open()).drafts.length);
    assert.equal(left, 1, "the other one");
    await device.close();
    device.forget();
  });
}

test("the same file opened twice is a draft of its own each time, and neither writes over the other (F6)", async () => {
  const device = await startDevice(server);
  const page = await device.open();
  await choosePassphrase(page);
  await writeCase(page, "Mælkebøtte");
  await press(page, "save");
  await press(page, "file-kind-1");
  const [file] = await Promise.all([page.waitForEvent("download"), press(page, "save-file")]);
  const bytes = readFileSync(await file.path());
  for (const words of ["Ærenpris", "Vortemælk"]) {
    await page.evaluate(() => { location.hash = "#/vurder/oversigt"; });
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), press(page, "open-file")]);
    await chooser.setFiles({ name: "sag.json", mimeType: "application/json", buffer: bytes });
    await until(() => page.evaluate(() => document.getElementById("question-yes") !== null), "the question");  // another case is open
    await press(page, "question-yes");
    await until(() => page.evaluate(() => /** @type {HTMLInputElement | null} */ (document.getElementById("code-word"))?.value === "Mælkebøtte"), "the case");
    await page.locator("#code-word").fill(words);
    await says(page, "kept-state", "Gemt kl.");
  }
  await press(page, "footer-keeping");
  const names = await page.evaluate(() => [...document.querySelectorAll("[id^=draft-][id$=-name]")].map((one) => one.textContent?.trim()).sort());
  assert.deepEqual(names, ["Mælkebøtte", "Vortemælk", "Ærenpris"]);
  await device.close();
  device.forget();
});

test("what was shown", () => {
  reached("R10", "Chromium, by a person", `the copy before opens and is said to be older; ${BEYOND.length} drafts that cannot be read say so, stay, and can be deleted`);
});

// @ts-check
// What a person meets whose draft is damaged on the device, or who opens the same file twice (R10, F6 of safekeeping.md).

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { choosePassphrase, closeDevices, openDraft, PASSPHRASE, press, says, stands, startDevice, unlock, wordsOf, writeCase } from "./keep_support.mjs";
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
 * Nobody has it open: `work` is done in the page, within one transaction over all of it.
 * @template Given
 * @param {import("./keep_support.mjs").Device} device
 * @param {(transaction: IDBTransaction, given: Given) => void} work @param {Given} given
 */
async function alter(device, work, given) {
  const page = await device.context.newPage();
  await page.goto(`${server.address}licences.txt`);
  await page.evaluate(`new Promise((resolve, reject) => {
    const request = indexedDB.open("lineal");
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const transaction = request.result.transaction(["meta", "head", "snap"], "readwrite");
      transaction.oncomplete = () => { request.result.close(); resolve(0); };
      transaction.onabort = () => reject(transaction.error);
      (${work})(transaction, ${JSON.stringify(given)});
    };
  })`);
  await page.close();
}

/**
 * `slots` of the only draft are damaged, and its head when that is wanted.
 * @param {import("./keep_support.mjs").Device} device @param {{slots: ("newest" | "before" | "first")[], head?: object}} what
 */
const damage = (device, what) => alter(device, (transaction, { slots, head }) => {
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
}, what);

/**
 * One byte of a part of the vault's record is another, at each of `places`.
 * @param {import("./keep_support.mjs").Device} device @param {{part: string, places: string[]}} what
 */
const damageVault = (device, what) => alter(device, (transaction, { part, places }) => {
  const meta = transaction.objectStore("meta");
  for (const place of places) {
    meta.get(place).onsuccess = (got) => {
      const record = /** @type {any} */ (got.target).result;
      record[part][3] ^= 1;
      meta.put(record, place);
    };
  }
}, what);

/** What lies of the vault, as text. @param {Page} page @returns {Promise<string[]>} */
const vaultsOf = (page) => page.evaluate(async () => {
  const records = /** @type {{store: string, key: any, value: any}[]} */ (await /** @type {any} */ (globalThis).keeping.records());
  return ["vault", "vault-copy"].map((place) => {
    const record = records.find(({ store, key }) => store === "meta" && key === place)?.value;
    return record ? Object.keys(record).sort().map((part) => `${part} ${record[part]}`).join("; ") : "none";
  });
});

/** Of the only draft: what each copy says, newest, before, first. @param {Page} page @returns {Promise<string[]>} */
const copiesOf = (page) => page.evaluate(async () => {
  const { keeping } = /** @type {any} */ (globalThis);
  const [draft] = (await keeping.open()).drafts[0].split(" ");
  const told = [];
  for (const copy of [0, 1, 2]) {
    const { code, words } = await keeping.load(draft, copy);
    told.push(code === 0 ? /"code_word":\s*"([^"]*)"/.exec(words)?.[1] ?? words : `code ${code}`);
  }
  return told;
});

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

test("a draft whose head is damaged or gone is listed with a day it goes, opens as damaged, and goes after it (E10)", async () => {
  for (const isGone of [false, true]) {
    // make_house.cpp has a day of its own
    const device = await startDevice(server, { init: () => Object.assign(globalThis, { wantsRealDays: true }) });
    await writeAndClose(device);
    await alter(device, (transaction, { isGone }) => {
      const heads = transaction.objectStore("head");
      heads.openCursor().onsuccess = (event) => {
        const { key, value } = /** @type {any} */ (event.target).result;
        if (isGone) heads.delete(key);
        else heads.put({ ...value, expires: "soon" }, key);
      };
    }, { isGone });
    const dayAfter = (/** @type {number} */ days) => new Date(Date.now() + days * 86_400_000);
    const day = dayAfter(12).toLocaleDateString("da-DK", { day: "2-digit", month: "2-digit", year: "numeric" });
    const sentence = `Kladdens egen dag kan ikke læses. Den fjernes derfor af sig selv efter ${day}, 12 dage efter at det blev opdaget.`;
    let page = await device.open();
    await unlock(page);
    await until(async () => (await page.locator("main").innerText()).includes(sentence), "the day it goes");
    await pressDraft(page);
    await says(page, "notice", "Denne kladde kan ikke læses. De rå data er bevaret, til du sletter dem, eller til kladden fjernes af sig selv.");
    await page.close();
    for (const [days, left] of [[13, 1], [14, 0]]) {
      page = await device.context.newPage();
      await page.addInitScript((ahead) => {
        const Real = Date;
        globalThis.Date = /** @type {any} */ (class extends Real {
          /** @param {any[]} words */
          constructor(...words) { super(.../** @type {[any]} */ (words.length > 0 ? words : [Real.now() + ahead])); }
          static now() { return Real.now() + ahead; }
        });
      }, days * 86_400_000);
      await page.goto(`${server.address}#/`);
      await stands(page);
      await until(async () => (await page.evaluate(() => /** @type {any} */ (globalThis).keeping.open())).drafts.length === left, `${left} drafts after ${days} days`);
      if (left === 0) await says(page, "notice", "Kladder fjernet, fordi deres dag er gået: 1. Der ligger ikke flere.");
      await page.close();
    }
    await device.close();
    device.forget();
  }
});

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
  assert.deepEqual(await copiesOf(page), ["Vortemælk igen", "Ærenpris", "Ærenpris"], "what was opened is there still");
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

test("a draft of which only the copy from when the page began is whole opens by it, and it stays when it is written on (R10)", async () => {
  const device = await startDevice(server);
  await writeAndClose(device);
  let page = await device.open();
  await unlock(page);
  await openDraft(page);
  await writeOn(page, "Hvidtjørn");
  await writeOn(page, "Kornblomst");
  assert.deepEqual(await copiesOf(page), ["Kornblomst", "Hvidtjørn", "Vortemælk"]);
  await page.close();
  await damage(device, { slots: ["newest", "before"] });
  page = await device.open();
  await unlock(page);
  await pressDraft(page);
  await says(page, "notice", "Den nyeste udgave af kladden kunne ikke læses. Dette er udgaven før den; se dine svar igennem.");
  assert.equal(await page.locator("#code-word").inputValue(), "Vortemælk");
  await writeOn(page, "Vortemælk igen");
  assert.deepEqual(await copiesOf(page), ["Vortemælk igen", "code 6", "Vortemælk"]);
  await writeOn(page, "Og igen");
  assert.deepEqual(await copiesOf(page), ["Og igen", "Vortemælk igen", "Vortemælk"]);
  await device.close();
  device.forget();
});

test("a changed byte in one copy of the key's record is noticed: the other opens the drafts, and both are whole again", async () => {
  const device = await startDevice(server);
  await writeAndClose(device);
  let whole = /** @type {string[]} */ ([]);
  for (const [part, place] of [["salt", "vault"], ["id", "vault"], ["wrapped", "vault"], ["iv", "vault"], ["sum", "vault"], ["wrapped", "vault-copy"]]) {
    await damageVault(device, { part, places: [place] });
    const page = await device.open();
    await unlock(page);
    await pressDraft(page);
    await until(() => page.evaluate(() => document.getElementById("code-word") !== null), "the case");
    assert.equal(await page.locator("#code-word").inputValue(), "Vortemælk", `${part} at ${place}`);
    const now = await vaultsOf(page);
    assert.equal(now[0], now[1], `${part} at ${place}`);
    assert.match(now[0], /sum [\d,]{60,}/);
    if (whole.length > 0) assert.deepEqual(now, whole, "what is put right is what it was");
    whole = now;
    await page.close();
  }
  await device.close();
  device.forget();
});

test("when both copies of the key's record are damaged it is said, the passphrase is not blamed, and nothing is removed", async () => {
  const device = await startDevice(server);
  await writeAndClose(device);
  for (const part of ["salt", "id", "wrapped"]) {
    await damageVault(device, { part, places: ["vault", "vault-copy"] });
    const page = await device.open("#/gem");
    await page.locator("#passphrase").fill(PASSPHRASE);
    await press(page, "unlock");
    await says(page, "notice", "Nøglen til det, der er gemt på enheden, er beskadiget, og kladderne kan ikke låses op. Det er ikke din adgangssætning, der er noget galt med.");
    assert.ok(!(await wordsOf(page, "page")).includes("passer ikke"));
    assert.ok(await generationOf(page) >= 3, "the draft lies there still");
    await page.close();
    await damageVault(device, { part, places: ["vault", "vault-copy"] });  // the same bit again: as it was
  }
  const page = await device.open();
  await unlock(page);
  await openDraft(page);
  assert.equal(await page.locator("#code-word").inputValue(), "Vortemælk");
  await device.close();
  device.forget();
});

test("a key's record from before it lay there twice opens, and lies there twice with its sum from then on", async () => {
  const device = await startDevice(server);
  await writeAndClose(device);
  await alter(device, (transaction) => {
    const meta = transaction.objectStore("meta");
    meta.delete("vault-copy");
    meta.get("vault").onsuccess = (got) => {
      const { sum, ...before } = /** @type {any} */ (got.target).result;
      meta.put(before, "vault");
    };
  }, {});
  let page = await device.open();
  assert.match((await vaultsOf(page))[0], /^format 1; id/);
  assert.equal((await vaultsOf(page))[1], "none");
  await unlock(page);
  await openDraft(page);
  assert.equal(await page.locator("#code-word").inputValue(), "Vortemælk");
  const now = await vaultsOf(page);
  assert.match(now[0], /sum [\d,]{60,}/);
  assert.equal(now[0], now[1]);
  await page.close();
  page = await device.open();
  await unlock(page);
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
    await says(page, "notice", "Denne kladde kan ikke læses. De rå data er bevaret, til du sletter dem, eller til kladden fjernes af sig selv.");
    assert.ok(!(await wordsOf(page, "page")).includes("undefined"));
    await writeCase(page, "Hvidtjørn");  // another child goes on as ever
    await press(page, "footer-keeping");
    const damaged = await page.evaluate(() => document.querySelector("[id^=draft-][id$=-damaged]")?.id ?? "");
    assert.notEqual(damaged, "", "it is marked in the list");
    await press(page, damaged.replace("-damaged", "-remove"));
    await press(page, "question-yes");
    await says(page, "notice", "Kladden er slettet fra denne enhed. Rester, som kun kan læses med nøglen, kan ligge på disken, til alt ryddes.");
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
  reached("R10", "Chromium, by a person", `the copy before opens, is said to be older and outlives the next save; a damaged key's record is put right by its copy; ${BEYOND.length} drafts that cannot be read say so, stay, and can be deleted`);
});

// @ts-check
// When the device does not keep: full, blocked, gone, silent. Each has its own sentence within 5 s, the words stay in
// memory and a file can be made (R6, R7, R8 of safekeeping.md).

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { beginCase, choosePassphrase, closeDevices, isFull, openDraft, PASSPHRASE, press, says, stands, startDevice, unlock, withCaseAt, wordsOf, writeCase } from "./keep_support.mjs";
import { reached } from "./reached.mjs";
import { startServer, until } from "./support.mjs";

const server = await startServer();
after(async () => { await closeDevices(); server.stop(); });

const SOON = 5000;
const MOST_UNTOLD = isFull ? SOON : 6500;  // ms; in the gate the machine is busy besides
const troubles = /** @type {string[]} */ ([]);  // that were told as they should
const sentences = new Set();  // what told them
let slowest = 0;  // ms, until one was told

/** Notes how long a trouble took to be told. @param {Page} page @param {string} id @param {string} part @param {string} trouble @param {number} [from] */
async function tells(page, id, part, trouble, from = Date.now()) {
  await says(page, id, part, MOST_UNTOLD);
  slowest = Math.max(slowest, Date.now() - from);
  troubles.push(trouble);
  sentences.add(part);
}
const ORIGIN = server.address.replace(/\/$/, "");

/** @typedef {import("playwright-core").Page} Page */

/** @param {Page} page */
const type = (page, words = "Ærenpris") => page.locator("#code-word").fill(words);

/** Nothing is lost: the words are on the screen and in the file. @param {Page} page */
async function isAtHand(page, words = "Ærenpris") {
  assert.equal(await page.locator("#code-word").inputValue(), words);
  await press(page, "save");
  await press(page, "file-kind-1");
  const [file] = await Promise.all([page.waitForEvent("download"), press(page, "save-file")]);
  assert.ok(readFileSync(await file.path(), "utf8").includes(words));
  await page.evaluate(() => { location.hash = "#/vurder/oversigt"; });
  await until(() => page.evaluate(() => document.getElementById("code-word") !== null), "the overview");
}

/** @param {(device: import("./keep_support.mjs").Device, page: Page) => Promise<void>} work */
const withCase = (work) => withCaseAt(server, work);

test("site data that is cleared meanwhile is noticed, said, and does not come back by itself (R8)", () => withCase(async (device, page) => {
  const session = await device.context.newCDPSession(page);
  await session.send("Storage.clearDataForOrigin", { origin: ORIGIN, storageTypes: "all" });
  const ordered = page.evaluate(() => new Promise((resolve) => {  // when the next save is given to the store
    const { saving } = /** @type {any} */ (globalThis).linealen.host, add = saving.add;
    saving.add = (/** @type {any} */ one) => { resolve(Date.now()); return add.call(saving, one); };
  }));
  await type(page);
  await says(page, "notice", "Det, der var gemt på enheden, er fjernet, og der gemmes ikke mere.", SOON);
  const noticed = Date.now() - Number(await ordered);
  assert.ok(noticed <= 2000, `${noticed} ms after the save was ordered`);
  await says(page, "kept-state", "IKKE GEMT. Gem som fil", 2000);
  await type(page, "Ærenpris igen");
  await new Promise((done) => setTimeout(done, 1500));
  assert.deepEqual(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name)), []);
  await isAtHand(page, "Ærenpris igen");
  reached("R8", "Chromium", `noticed ${noticed} ms after the next save was ordered, nothing written again, words kept`);
}));

test("a newer edition in another tab is told, and what is written stays (R7)", () => withCase(async (device, page) => {
  const other = await device.context.newPage();
  await other.goto(`${server.address}licences.txt`);
  await page.bringToFront();
  const before = await page.evaluate(async () => (await /** @type {any} */ (globalThis).keeping.open()).drafts[0]);
  await type(page, "Mælkebøtter");  // and before there is a pause in the typing:
  const saved = await other.evaluate(() => new Promise((resolve, reject) => {
    const request = indexedDB.open("lineal", 7);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const heads = request.result.transaction("head").objectStore("head").getAll();
      heads.onsuccess = () => { request.result.close(); resolve(heads.result[0].gen); };
    };
  }));
  assert.equal(saved, Number(before.split(" ")[1]) + 1, "what was typed is saved, and then the old connection lets go");
  await type(page);
  await tells(page, "notice", "lavet med en nyere udgave af Linealen", "newer");
  await says(page, "kept-state", "IKKE GEMT.");
  await isAtHand(page);
}));

test("a database that somebody deletes is told (R7)", () => withCase(async (device, page) => {
  const other = await device.context.newPage();
  await other.goto(`${server.address}licences.txt`);
  await other.evaluate(() => new Promise((resolve) => { indexedDB.deleteDatabase("lineal").onsuccess = resolve; }));
  await type(page);
  await tells(page, "notice", "Det, der var gemt på enheden, er fjernet", "deleted");
  await isAtHand(page);
}));

const FILLINGS = isFull ? 100 : 3;

test(`a device that is full ${FILLINGS} times says so each time, keeps the generation before, and saves when there is room again (R6)`, async () => {
  const device = await startDevice(server);
  const filler = await device.context.newPage();
  await filler.goto(`${server.address}licences.txt`);
  const session = await device.context.newCDPSession(filler);
  // Before anything is stored: later the browser takes no notice of it.
  await session.send("Storage.overrideQuotaForOrigin", { origin: ORIGIN, quotaSize: 20_000_000 });
  const page = await device.open();
  await choosePassphrase(page);
  await writeCase(page, "Mælkebøtte");
  await filler.evaluate(() => new Promise((resolve) => {
    const request = indexedDB.open("filler", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("all");
    request.onsuccess = () => resolve(Object.assign(globalThis, { filler: request.result }) && 0);
  }));
  for (let turn = 0; turn < FILLINGS; ++turn) {
    // Everything there is room for is taken by something else; what is long lies in files that go at once.
    const puts = await filler.evaluate(async () => {
      const noise = new Uint8Array(300_000);  // the browser makes what is regular small
      for (let at = 0; at < noise.length; at += 60_000) crypto.getRandomValues(noise.subarray(at, at + 60_000));
      const put = (/** @type {number} */ size) => new Promise((resolve) => {
        const transaction = /** @type {any} */ (globalThis).filler.transaction("all", "readwrite");
        transaction.oncomplete = () => resolve(true);
        transaction.onabort = () => resolve(false);
        transaction.objectStore("all").put(noise.slice(0, size), Math.random());
      });
      let puts = 0;
      for (const size of [300_000, 60_000, 8000, 1000]) while (await put(size)) ++puts;
      return puts;
    });
    assert.ok(puts < 500, `${puts}: the limit holds`);
    await type(page, `Ærenpris ${turn}`);
    await says(page, "notice", "Kladden er ikke gemt, fordi enheden er fuld.", SOON);
    await says(page, "kept-state", "IKKE GEMT.");
    if (turn === 0) await isAtHand(page, "Ærenpris 0");
    assert.ok(await filler.evaluate(() => new Promise((resolve) => {
      const transaction = /** @type {any} */ (globalThis).filler.transaction("all", "readwrite");
      transaction.objectStore("all").clear();
      transaction.oncomplete = () => resolve(true);
      transaction.onabort = () => resolve(false);
    })), "room is made");
    await type(page, `Ærenpris igen ${turn}`);  // the next change tries again
    await says(page, "kept-state", "Gemt kl.", SOON);
    await says(page, "notice", "Kladden er gemt igen.", SOON);
  }
  await device.close();
  device.forget();
  reached("R6", "Chromium, as read", `${FILLINGS} times full: each told in its sentence within 5 s, each saved again when there was room`);
});

test(`of ${isFull ? 200 : 24} saves around the limit none is called saved that is not (R6)`, async () => {
  const device = await startDevice(server);
  const blank = await device.context.newPage();
  const session = await device.context.newCDPSession(blank);
  await session.send("Storage.overrideQuotaForOrigin", { origin: ORIGIN, quotaSize: 1_500_000 });
  const page = await device.open();
  const told = await page.evaluate(async ({ words, turns }) => {
    const { keeping } = /** @type {any} */ (globalThis);
    await keeping.create(words);
    const draft = "ab".repeat(16);
    let kept = 0, refused = 0, wrong = 0, text = "";
    for (let turn = 0; turn < turns; ++turn) {
      const next = `${turn} `.repeat(20_000 + (turn % 10) * 20_000);
      const { code } = await keeping.save(draft, kept, next);
      if (code === 0) {
        ++kept;
        text = next;
      } else if (code === 2) ++refused;
      else ++wrong;
      const there = await keeping.load(draft);
      if (kept > 0 && (there.code !== 0 || there.generation !== kept || there.words !== text)) ++wrong;
    }
    return { kept, refused, wrong };
  }, { words: PASSPHRASE, turns: isFull ? 200 : 24 });
  assert.equal(told.wrong, 0);
  assert.ok(told.refused > 0 && told.kept > 0, JSON.stringify(told));
  // The same as a person meets it: there is no room for as much as the smallest case.
  await page.evaluate(async (ours) => {
    for (let draft = 1, size = 100_000; size > 0; ++draft) {
      const { code } = await /** @type {any} */ (globalThis).keeping.save(`${ours}${draft}`.padStart(32, "0"), 0, "m".repeat(size));
      if (code === 2) size = Math.floor(size / 10);
    }
  }, "ab");
  await page.reload();
  await stands(page);
  await unlock(page);
  await page.evaluate(() => { location.hash = "#/vurder/alder"; });
  await press(page, "age-3");
  await says(page, "notice", "Kladden er ikke gemt, fordi enheden er fuld. Gem den som fil et andet sted, eller ryd op på enheden.");
  await says(page, "kept-state", "IKKE GEMT. Gem som fil");
  await device.close();
  device.forget();
  reached("R6", "Chromium", `${told.kept} kept, ${told.refused} refused, 0 wrongly called saved`, told.kept + told.refused);
});

const CANNOT_KEEP = "Denne browser kan ikke gemme noget her";
/** What is wrong with the browser from the start, and what is said. @type {{name: string, init: () => void, says: string}[]} */
const BROWSERS = [
  {
    name: "has no IndexedDB", says: CANNOT_KEEP,
    init: () => Object.defineProperty(globalThis, "indexedDB", { value: undefined }),
  },
  {
    name: "refuses to open it", says: CANNOT_KEEP,
    init: () => { IDBFactory.prototype.open = () => { throw new DOMException("no", "SecurityError"); }; },
  },
  {
    name: "fails to open it", says: "kan ikke læses lige nu, fordi browseren ikke kunne åbne det.",
    init: () => {
      IDBFactory.prototype.open = () => {
        const request = /** @type {any} */ ({ error: new DOMException("Internal error opening backing store", "UnknownError") });
        setTimeout(() => request.onerror());
        return request;
      };
    },
  },
  {
    name: "never answers", says: "kan ikke læses, fordi enhedens lager ikke svarer.",
    init: () => { IDBFactory.prototype.open = () => /** @type {any} */ ({}); },
  },
  {
    name: "has another tab in the way", says: "kan ikke læses, fordi en anden fane med Linealen er i vejen.",
    init: () => {
      IDBFactory.prototype.open = () => {
        const request = /** @type {any} */ ({});
        setTimeout(() => request.onblocked());
        return request;
      };
    },
  },
];

for (const browser of BROWSERS) {
  test(`a browser that ${browser.name} says so, and files work (R7)`, async () => {
    const device = await startDevice(server, { init: browser.init });
    const page = await device.open();
    // From when the page stands: what the browser needs to show anything at all is not part of it.
    const from = await page.evaluate(() => performance.timeOrigin + performance.getEntriesByName("app-ready")[0].startTime);
    if (browser.says === CANNOT_KEEP) {  // nothing can lie there
      assert.equal(await page.locator("#drafts-title").count(), 0);
      await press(page, "footer-keeping");
    } else {
      await says(page, "drafts-text", "Lige nu kan Linealen ikke se, om der ligger kladder på denne enhed. Linealen har ikke slettet noget.", MOST_UNTOLD);
      slowest = Math.max(slowest, Date.now() - from);
      await press(page, "drafts-open");  // which looks again
    }
    await tells(page, "absent", browser.says, browser.name);
    await page.evaluate(() => { location.hash = "#/vurder/alder"; });
    await beginCase(page);
    await type(page);
    await isAtHand(page);
    await device.close();
    device.forget();
  });
}

/** How a browser may refuse to promise that it never clears what is kept here. @type {{name: string, persist: () => any}[]} */
const REFUSALS = [
  { name: "says no", persist: () => Promise.resolve(false) },
  { name: "fails", persist: () => Promise.reject(new TypeError("no")) },
  { name: "throws", persist: () => { throw new DOMException("no", "SecurityError"); } },
];

for (const { name, persist } of REFUSALS) {
  test(`a browser that ${name} when it is asked to keep for good saves all the same, and no more is promised (R7)`, async () => {
    const init = `navigator.storage && Object.defineProperty(navigator.storage, "persist", { value: () => { globalThis.timesAsked = (globalThis.timesAsked ?? 0) + 1; return (${persist})(); } })`;
    const device = await startDevice(server, { init });
    const page = await device.open();
    await choosePassphrase(page);
    await writeCase(page, "Mælkebøtte");
    await type(page);
    await says(page, "kept-state", "Gemt kl.", SOON);
    assert.equal(await page.evaluate("timesAsked"), 1, "asked once, after the first save");
    assert.equal((await page.evaluate((draft) => /** @type {any} */ (globalThis).keeping.save(draft, 0, "another child"), "cd".repeat(16))).code, 0);
    assert.equal(await page.evaluate("timesAsked"), 1, "and not for every draft");
    await page.evaluate((draft) => /** @type {any} */ (globalThis).keeping.remove(draft), "cd".repeat(16));
    await page.reload();
    await stands(page);
    await unlock(page);
    await openDraft(page);
    assert.equal(await page.locator("#code-word").inputValue(), "Ærenpris");
    await device.close();
    device.forget();
    troubles.push(name);
  });
}

/** No transaction that writes can be begun any more. @param {string} fault */
function throwing(fault) {
  const begin = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (/** @type {any} */ stores, /** @type {any} */ mode, /** @type {any} */ how) {
    if (mode === "readwrite") throw new DOMException("lost", fault);
    return begin.call(this, stores, mode, how);
  };
}

/** A transaction that goes wrong in a way of its own. @type {{name: string, spoil: (fault: string) => void, fault?: string, says: string}[]} */
const TRANSACTIONS = [
  {
    name: "never ends", says: "enhedens lager ikke svarer",
    spoil: () => { Object.assign(globalThis, { lineal: (/** @type {string} */ at) => (at === "before-transaction" ? new Promise(() => {}) : 0) }); },
  },
  {
    name: "is aborted after all its requests succeeded", says: "browseren ikke kunne skrive den",
    spoil: () => {
      const put = IDBObjectStore.prototype.put;
      IDBObjectStore.prototype.put = function (/** @type {any} */ value, /** @type {IDBValidKey | undefined} */ key) {
        const request = put.call(this, value, key);
        if (this.name === "head") request.addEventListener("success", () => this.transaction.abort());
        return request;
      };
    },
  },
  {
    name: "is answered twice", says: "det, browseren skrev, ikke kunne læses rigtigt igen",
    spoil: () => {
      const begin = IDBDatabase.prototype.transaction;
      IDBDatabase.prototype.transaction = function (/** @type {any} */ stores, /** @type {any} */ mode, /** @type {any} */ how) {
        const begun = begin.call(this, stores, mode, how);
        // Said to be done before anything is written, then said to have failed.
        if (mode === "readwrite") setTimeout(() => { begun.dispatchEvent(new Event("complete")); begun.abort(); });
        return begun;
      };
    },
  },
  { name: "finds its connection closing", says: "forbindelsen til enhedens lager blev afbrudt", spoil: throwing, fault: "InvalidStateError" },
  { name: "throws when it is begun", says: "browseren ikke kunne skrive den", spoil: throwing, fault: "UnknownError" },
];

for (const one of TRANSACTIONS) {
  test(`a save whose transaction ${one.name} is not called saved (R7)`, () => withCase(async (_, page) => {
    await page.evaluate(one.spoil, one.fault ?? "");
    await type(page);
    await tells(page, "notice", one.says, one.name);
    assert.match(await wordsOf(page, "kept-state"), /^IKKE GEMT\./);
    await isAtHand(page);
  }));
}

// Whoever meets one of these can do the same about both: nothing here, or try again and take a file (ADR 0010).
const ALIKE = [["has no IndexedDB", "refuses to open it"], ["is aborted after all its requests succeeded", "throws when it is begun"]];

test("each of those troubles had its sentence", () => {
  assert.equal(troubles.length, BROWSERS.length + REFUSALS.length + TRANSACTIONS.length + 2);
  const told = BROWSERS.length + TRANSACTIONS.length + 2;
  assert.equal(sentences.size, told - ALIKE.length, "no two others are told alike");
  const wordsFor = (/** @type {string} */ name) => [...BROWSERS, ...TRANSACTIONS].find((one) => one.name === name)?.says;
  for (const [one, other] of ALIKE) assert.equal(wordsFor(one), wordsFor(other));
  reached("R7", "Chromium", `${troubles.length - REFUSALS.length} troubles told in ${sentences.size} sentences, the slowest after ${(slowest / 1000).toFixed(1)} s; a file was made each time; refused to keep for good in ${REFUSALS.length} ways: saved all the same`);
});

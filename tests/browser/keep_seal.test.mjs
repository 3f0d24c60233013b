// @ts-check
// What lies on the disk and in memory: never plain words, never an IV twice, nothing readable after lock
// (E1 to E5, E7, E11, R10 of safekeeping.md).

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { beginCase, choosePassphrase, closeDevices, filesBelow, isFull, openDraft, PASSPHRASE, placesOf, press, says, stands, startDevice, unlock, writeCase } from "./keep_support.mjs";
import { inkOf, pictureOf, watchPicture } from "./picture.mjs";
import { reached } from "./reached.mjs";
import { settle, startServer, until } from "./support.mjs";

const server = await startServer();
after(async () => { await closeDevices(); server.stop(); });

const MARK = "Kvægtorvsmærkat";  // æ: other bytes in UTF-8 and UTF-16
const NOTE = "Snefnugsprøven på legepladsen";

/** @typedef {import("playwright-core").Page} Page */

/** @param {Page} page */
async function writeNote(page) {
  await page.evaluate(() => { location.hash = "#/vurder/refleksion"; });
  const field = await until(() => page.evaluate(() => document.querySelector("#page main textarea")?.id ?? ""), "a field");
  await page.locator(`[id="${field}"]`).fill(NOTE);
}

test("no word of a case, and not the passphrase, lies anywhere in the browser's folder (E1)", async () => {
  let device = await startDevice(server);
  const { profile } = device;
  const nowhere = (/** @type {string} */ when) => {
    for (const words of [MARK, NOTE, PASSPHRASE]) assert.deepEqual(placesOf(profile, words), [], `»${words}« ${when}`);
  };
  let page = await device.open();
  await choosePassphrase(page);
  await writeCase(page, MARK);
  await page.evaluate(() => { location.hash = "#/vurder/rolle"; });
  await page.evaluate(() => { location.hash = "#/vurder/oversigt"; });
  nowhere("after saving");
  const crashed = page.waitForEvent("crash");
  (await device.context.newCDPSession(page)).send("Page.crash").catch(() => {});
  await crashed;
  nowhere("after a crash");
  await page.close();
  page = await device.open();
  await unlock(page);
  await openDraft(page);
  await page.evaluate(() => { location.hash = "#/vurder/rolle"; });
  await press(page, await until(() => page.evaluate(() => document.querySelector("#page main input[type=radio]")?.id ?? ""), "a role"));
  await writeNote(page);
  await says(page, "kept-state", "Gemt kl.");
  await device.close();
  nowhere("after closing");
  assert.ok(filesBelow(profile).some(({ bytes }) => bytes.includes("LIN1")), "the seal itself is there: the search can find");
  device = await startDevice(server, { profile });
  page = await device.open();
  await unlock(page);
  await press(page, await until(() => page.evaluate(() => document.querySelector("[id^=draft-][id$=-remove]")?.id ?? ""), "the draft"));
  await press(page, "question-yes");
  await says(page, "notice", "Kladden er slettet, og der ligger ikke flere.");
  await device.kill();
  nowhere("after deleting and a kill");
  device.forget();
  reached("E1", "Chromium", "3 texts in 3 encodings: 0 hits after saving, crash, closing, deleting, kill");
});

test("the search finds what is stored plainly: it can fail", async () => {
  const device = await startDevice(server);
  const page = await device.open();
  await page.evaluate((words) => localStorage.setItem("probe", words), MARK);
  await device.close();
  assert.notDeepEqual(placesOf(device.profile, MARK), []);
  device.forget();
});

test("nothing of a case that is kept in memory only is anywhere when the page is closed (E11)", async () => {
  const device = await startDevice(server);
  const page = await device.open("#/vurder/alder");
  await beginCase(page);
  await page.locator("#code-word").fill(MARK);
  assert.deepEqual(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name)), []);
  const places = await page.evaluate(() => JSON.stringify([location.href, document.title, history.state, window.name,
    { ...localStorage }, { ...sessionStorage }]));
  assert.ok(!places.includes(MARK), "N9");
  page.on("dialog", (dialog) => { dialog.accept().catch(() => {}); });  // the page may be gone before its answer is
  await page.close({ runBeforeUnload: true });
  await device.close();
  assert.deepEqual(placesOf(device.profile, MARK), []);
  device.forget();
  reached("E11", "Chromium", "0 hits in the browser's folder, no database");
});

/** With nothing pointed at and nothing in focus, from the top. @param {Page} page */
async function stillPictureOf(page) {
  await page.bringToFront();
  await page.mouse.move(1, 1);
  await page.evaluate(() => {
    /** @type {HTMLElement | null} */ (document.activeElement)?.blur();
    scrollTo(0, 0);
  });
  await settle(page);
  await watchPicture(page);
  return pictureOf(page);
}

test("after locking, memory is overwritten and the page holds nothing; closing the tab is advised (E7)", async () => {
  const device = await startDevice(server);
  const page = await device.open();
  await choosePassphrase(page);
  await writeCase(page, MARK);
  let heap = /** @type {any} */ (null);
  await device.context.exposeBinding("seen", (_, told) => { heap = told; });
  const before = await page.evaluate((words) => {
    const { host } = /** @type {any} */ (globalThis).linealen;
    const memory = host.program.HEAPU8;
    const wanted = new TextEncoder().encode(words);
    const count = () => {
      let hits = 0;
      for (let at = memory.indexOf(wanted[0]); at >= 0; at = memory.indexOf(wanted[0], at + 1))
        if (wanted.every((byte, i) => memory[at + i] === byte)) ++hits;
      return hits;
    };
    const { clear } = host.hands;
    host.hands.clear = () => {
      const hits = count();
      /** @type {any} */ (globalThis).seen({ hits, rest: memory.findIndex((/** @type {number} */ byte) => byte !== 0) });
      clear();
    };
    return count();
  }, MARK);
  assert.ok(before > 0, "the count finds the word while the case is open");
  await press(page, "footer-keeping");
  await page.locator("#lock").click();
  await until(async () => heap, "the lock");
  assert.deepEqual(heap, { hits: 0, rest: -1 });
  await until(() => page.evaluate(() => performance.getEntriesByName("app-ready").length > 0).catch(() => false), "the page");
  await stands(page);
  const shown = await page.evaluate(() => [document.documentElement.outerHTML, document.title, location.href,
    ...[...document.querySelectorAll("input, textarea")].map((field) => /** @type {HTMLInputElement} */ (field).value)].join(" "));
  assert.ok(!shown.includes(MARK));
  await says(page, "drafts-title", "Gemt på denne enhed");
  await says(page, "drafts-close", "Luk fanen, når du går fra enheden.");
  // The picture is that of a page which never had the case open, dot by dot.
  const other = await device.open();
  await says(other, "drafts-title", "Gemt på denne enhed");
  const pictures = [await stillPictureOf(other), await stillPictureOf(page)];
  assert.equal(pictures[1], pictures[0]);
  await press(page, "footer-keeping");
  await says(page, "locked-close", "Først da er det, der har været åbent her, også ude af computerens hukommelse.");
  await device.close();
  device.forget();
  reached("E7", "Chromium", `${before} places in memory while open, 0 after locking, 0 in page, fields, title and address; the picture is that of a page that never had the case`);
});

test("a hidden screen holds no word of the case, by button and by key", async () => {
  const device = await startDevice(server);
  const page = await device.open();
  await choosePassphrase(page);
  await writeCase(page, "Ø");
  await page.keyboard.press("F8");
  await says(page, "title", "Skærmen er skjult");
  const ofAnother = await stillPictureOf(page);  // of a case with another word
  await press(page, "show");
  await says(page, "title", "Oversigt");
  await page.locator("#code-word").fill(MARK);
  const shown = () => page.evaluate(() => ({
    title: document.title,
    words: document.body.innerText + [...document.querySelectorAll("input, textarea")].map((field) => /** @type {any} */ (field).value).join(" "),
  }));
  assert.ok((await shown()).words.includes(MARK));
  await until(async () => (await inkOf(page, "code-word")).ink > 50, "the word in the picture");
  const pictures = [];
  for (const hide of [() => page.keyboard.press("F8"), () => press(page, "hide")]) {
    await hide();
    await says(page, "title", "Skærmen er skjult");
    const { title, words } = await shown();
    assert.equal(title, "Side");
    assert.ok(!words.includes(MARK) && !words.includes("Oversigt"), words);
    pictures.push(await stillPictureOf(page));
    await press(page, "show");
    await says(page, "title", "Oversigt");
    assert.ok((await shown()).words.includes(MARK));
  }
  assert.deepEqual(pictures, [ofAnother, ofAnother], "nothing of the word is in the picture");
  await device.close();
  device.forget();
});

test(`${isFull ? 1_000_000 : 20_000} seals throw an IV each, and none twice (E2)`, async () => {
  const device = await startDevice(server);
  const page = await device.open();
  const told = await page.evaluate(async ({ words, seals, asked }) => {
    const { keeping } = /** @type {any} */ (globalThis);
    await keeping.create(words);
    // Every IV there is goes through here.
    const ivs = new Set();
    let sealed = 0;
    const encrypt = SubtleCrypto.prototype.encrypt;
    SubtleCrypto.prototype.encrypt = function (/** @type {any} */ how, /** @type {any} */ key, /** @type {any} */ bytes) {
      ++sealed;
      ivs.add([...how.iv].join());
      return encrypt.call(this, how, key, bytes);
    };
    for (let at = 0; at < asked; ++at) await keeping.save("ab".repeat(16), at, "one and the same");
    const real = { sealed, different: ivs.size };
    // The dice themselves, for more than the disk has time for.
    const thrown = new Set();
    for (let at = 0; at < seals; ++at) thrown.add(crypto.getRandomValues(new Uint8Array(12)).join());
    return { ...real, thrown: thrown.size };
  }, { words: PASSPHRASE, seals: isFull ? 1_000_000 : 20_000, asked: isFull ? 2000 : 200 });
  assert.equal(told.sealed, isFull ? 2000 : 200);
  assert.equal(told.different, told.sealed);
  assert.equal(told.thrown, isFull ? 1_000_000 : 20_000);
  await device.close();
  device.forget();
  reached("E2", "Chromium", `${told.sealed} seals and ${told.thrown.toLocaleString("en")} throws, no IV twice`);
});

test("the key is made with 600,000 to 5,000,000 rounds, and a record that asks for others is refused (E3)", async () => {
  const device = await startDevice(server);
  const page = await device.open();
  const told = await page.evaluate(async (words) => {
    const { keeping } = /** @type {any} */ (globalThis);
    await keeping.create(words);
    const open = () => new Promise((resolve) => {
      const request = indexedDB.open("lineal");
      request.onsuccess = () => resolve(request.result);
    });
    const database = /** @type {IDBDatabase} */ (await open());
    const get = () => new Promise((resolve) => {
      const request = database.transaction("meta").objectStore("meta").get("vault");
      request.onsuccess = () => resolve(request.result);
    });
    const put = (/** @type {any} */ value) => new Promise((resolve) => {
      const transaction = database.transaction("meta", "readwrite");
      for (const place of ["vault", "vault-copy"]) transaction.objectStore("meta").put(value, place);
      transaction.oncomplete = resolve;
    });
    const record = /** @type {any} */ (await get());
    /** As docs/format.md has it: whoever can write the record can write its sum too. @param {any} of */
    const sumOf = async (of) => {
      const bytes = (/** @type {number} */ number) => [number & 255, (number >>> 8) & 255, (number >>> 16) & 255, number >>> 24];
      const all = [...new TextEncoder().encode("LINV"), ...bytes(of.format), ...of.id, ...bytes(of.iterations), ...of.salt, ...of.iv, ...of.wrapped];
      return new Uint8Array(await crypto.subtle.digest("SHA-256", new Uint8Array(all)));
    };
    const flip = (/** @type {Uint8Array} */ bytes) => bytes.map((byte) => byte ^ 1);
    const codes = [], summed = [];
    for (const change of [{ iterations: 599_999 }, { iterations: 5_000_001 }, { iterations: record.iterations + (record.iterations < 5_000_000 ? 1 : -1) },
      { salt: flip(record.salt) }, { id: flip(record.id) }, { wrapped: flip(record.wrapped) }, { format: 2 }, {}]) {
      const changed = { ...record, ...change };
      await put(changed);
      codes.push(await keeping.unlock(words));
      await put({ ...changed, sum: await sumOf(changed) });
      summed.push(await keeping.unlock(words));
    }
    database.close();
    return { iterations: record.iterations, codes, summed, kind: record.wrapped.length };
  }, PASSPHRASE);
  assert.ok(told.iterations >= 600_000 && told.iterations <= 5_000_000, String(told.iterations));
  assert.deepEqual(told.codes, [6, 6, 6, 6, 6, 6, 8, 0], "damaged, and not a passphrase that does not fit");
  assert.deepEqual(told.summed, [6, 6, 10, 10, 10, 10, 8, 0], "put there by somebody: the seal does not hold");
  assert.equal(told.kind, 48, "the key and its tag");
  await device.close();
  device.forget();
  reached("E3", "Chromium", `${told.iterations.toLocaleString("en")} rounds chosen; 599,999 and 5,000,001 refused; 13 changed records refused`);
});

test(`${isFull ? 2000 : 300} damaged records are all noticed, kept aside, and the copy before is used (R10)`, async () => {
  const device = await startDevice(server);
  const page = await device.open();
  const told = await page.evaluate(async ({ words, turns }) => {
    const { keeping } = /** @type {any} */ (globalThis);
    await keeping.create(words);
    const draft = "ab".repeat(16), other = "cd".repeat(16);
    for (const [at, text] of ["one", "two", "three"].entries()) {
      await keeping.save(draft, at, text);
      await keeping.save(other, at, `other ${text}`);
    }
    const database = /** @type {IDBDatabase} */ (await new Promise((resolve) => {
      const request = indexedDB.open("lineal");
      request.onsuccess = () => resolve(request.result);
    }));
    const ask = (/** @type {IDBTransactionMode} */ mode, /** @type {string} */ store, /** @type {(of: IDBObjectStore) => IDBRequest} */ work) => new Promise((resolve) => {
      const transaction = database.transaction(store, mode);
      const request = work(transaction.objectStore(store));
      transaction.oncomplete = () => resolve(request.result);
    });
    const read = (/** @type {string} */ store, /** @type {any} */ key) => ask("readonly", store, (of) => of.get(key));
    const write = (/** @type {string} */ store, /** @type {any} */ key, /** @type {any} */ value) => ask("readwrite", store, (of) => of.put(value, key));
    const head = /** @type {any} */ (await read("head", draft));
    const record = /** @type {Uint8Array} */ (await read("snap", [draft, head.slot]));
    const old = /** @type {Uint8Array} */ (await read("snap", [draft, 1 - head.slot]));
    const foreign = /** @type {Uint8Array} */ (await read("snap", [other, head.slot]));
    const sum = async (/** @type {Uint8Array} */ bytes) => new Uint8Array(await crypto.subtle.digest("SHA-256", /** @type {any} */ (bytes)));
    const wrong = [];
    let kept = 0;
    for (let turn = 0; turn < turns; ++turn) {
      let damaged = record.slice();
      const kind = turn % 6;
      if (kind === 0) damaged[Math.floor(turn / 6 * 7919) % damaged.length] ^= 1 << turn % 8;
      if (kind === 1) damaged = damaged.slice(0, turn * 7919 % damaged.length);
      if (kind === 2) damaged.fill(0, turn * 7919 % (damaged.length - 1));
      if (kind === 3) damaged = foreign.slice();  // of another draft
      if (kind === 4) damaged = old.slice();      // of an older generation
      if (kind === 5) damaged = new Uint8Array([...damaged, 0]);
      // Whoever can write the record can write its sum too.
      const knows = turn % 2 === 1;
      await write("snap", [draft, head.slot], damaged);
      await write("head", draft, { ...head, ...(knows ? { sum: await sum(damaged), length: damaged.length } : {}) });
      const newest = await keeping.load(draft, 0);
      const before = await keeping.load(draft, 1);
      if (newest.code !== 6) wrong.push([turn, kind, newest.code, newest.words]);
      if (before.code !== 0 || before.words !== "two") wrong.push([turn, kind, "before", before.code, before.words]);
    }
    kept = /** @type {number} */ (await ask("readonly", "quarantine", (of) => of.count()));
    await write("snap", [draft, head.slot], record);
    await write("head", draft, head);
    const whole = await keeping.load(draft, 0);
    database.close();
    return { wrong, kept, whole: whole.words };
  }, { words: PASSPHRASE, turns: isFull ? 2000 : 300 });
  assert.deepEqual(told.wrong, []);
  assert.ok(told.kept > 50, `${told.kept} kept aside`);
  assert.equal(told.whole, "three");
  await device.close();
  device.forget();
  reached("R10", "Chromium", `${isFull ? 2000 : 300} damaged records, all noticed, ${told.kept} kept aside, the copy before read each time`);
});

test("it locks by itself when nobody is there, and when the machine has slept (E6)", async () => {
  for (const steps of [Array.from({ length: 21 }, () => 30_000), [120_000]]) {
    await locksAfter((page) => page.evaluate((steps) => {
      const now = Date.now.bind(Date);
      let ahead = 0;
      Date.now = () => now() + ahead;
      for (const step of steps) {
        ahead += step;
        dispatchEvent(new Event("focus"));  // one of the events that tell the time
      }
    }, steps));
  }
  // Nothing happens to the page at all: its own timers alone.
  await locksAfter((page) => page.evaluate(() => /** @type {any} */ (globalThis).passTime(11 * 60_000)), holdTime);
  // Out of sight the browser wakes it once a minute, and five are enough.
  await locksAfter((page) => page.evaluate(async () => {
    Object.defineProperty(document, "hidden", { value: true, configurable: true });
    Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
    const { passTime } = /** @type {any} */ (globalThis);
    for (let minute = 0; minute < 6; ++minute) await passTime(60_000);
  }), holdTime);
  reached("E6", "Chromium", "locked after 10 min unused, by events and by its own timer alone, after 5 min out of sight, and after a sleep of 2 min; no word on the page");
});

/** In the page, from its beginning: what waits for a second or more comes when the test lets the time pass. */
function holdTime() {
  const now = Date.now.bind(Date), later = globalThis.setTimeout.bind(globalThis);
  let ahead = 0;
  const waiting = /** @type {{at: number, work: () => void}[]} */ ([]);
  Date.now = () => now() + ahead;
  Object.assign(globalThis, {
    setTimeout: (/** @type {() => void} */ work, /** @type {number | undefined} */ wait) =>
      (!wait || wait < 1000 ? later(work, wait) : waiting.push({ at: Date.now() + wait, work })),
    passTime: async (/** @type {number} */ long) => {
      for (const end = Date.now() + long; Date.now() < end;) {
        waiting.sort((one, other) => one.at - other.at);
        const next = waiting[0]?.at < end ? waiting.shift() : undefined;
        ahead += Math.max(0, (next?.at ?? end) - Date.now());
        next?.work();
        await new Promise((done) => later(done, 5));
      }
    },
  });
}

/** @param {(page: Page) => Promise<unknown>} pass lets time go by @param {() => void} [init] */
async function locksAfter(pass, init) {
  const device = await startDevice(server, { init });
  const page = await device.open();
  await choosePassphrase(page);
  await writeCase(page, MARK);
  const reloaded = page.waitForEvent("load", { timeout: 15_000 });
  await pass(page).catch(() => {});  // the page is gone
  await reloaded;
  await stands(page);
  await says(page, "drafts-title", "Gemt på denne enhed");
  assert.ok(!(await page.evaluate(() => document.body.innerText)).includes(MARK));
  await device.close();
  device.forget();
}

// @ts-check
// keep_support.mjs -- a browser whose disk outlives it, and a page that keeps cases on it.
//
// A context of its own kind: what Playwright opens by default keeps IndexedDB in memory, where nothing can be lost. What a
// page of it asks of elsewhere, breaks of the policy or complains of fails the test (N1, N4), but for what `expects` names.

import assert from "node:assert/strict";
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { FLAGS, settle, until } from "./support.mjs";

export const PASSPHRASE = "Min mormor bagte altid klejner";
/** What the page says of a program that was made to stop. */
export const STOPPED = /^console: linealen stopped /;
export const isFull = process.env.LINEALEN_FULL === "1";

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {Awaited<ReturnType<typeof startDevice>>} Device */

/**
 * @typedef {{profile?: string, init?: string | (() => void), expects?: RegExp, keepsPages?: boolean}} Setting
 *   keepsPages: pages that were left stay as they are for whoever goes back; Playwright asks Chromium to keep none
 *   expects: what the browser says of that which the test breaks on purpose
 * @param {{address: string}} server @param {Setting} [setting]
 */
export async function startDevice(server, setting = {}) {
  // A test that fails half-way leaves its browser: closed with the others when the file ends.
  const device = await openDevice(server, setting);
  opened.add(device);
  return device;
}

/** @type {Set<Awaited<ReturnType<typeof openDevice>>>} */
const opened = new Set();

export async function closeDevices() {
  for (const device of opened) {
    await device.context.close().catch(() => {});
    device.forget();
  }
}

/** What no page may do, noted as it happens. @param {import("playwright-core").BrowserContext} context @param {string} address @param {RegExp} [expects] */
async function watchFaults(context, address, expects) {
  const faults = /** @type {string[]} */ ([]);
  const note = (/** @type {string} */ fault) => { if (!expects?.test(fault)) faults.push(fault); };
  context.on("weberror", (told) => note(`error: ${told.error().message}`));
  context.on("console", (message) => {
    const of = message.location().url.replace(address, "/");
    // Asked for by the browser itself, for a page that names no icon: licences.txt.
    if (message.type() === "error" && of !== "/favicon.ico") note(`console: ${message.text()} at ${of}`);
  });
  context.on("request", (request) => {
    const isOwn = request.url().startsWith(address) || request.url().startsWith("blob:");
    if (!isOwn) note(`a request to elsewhere: ${request.url()}`);
  });
  await context.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => console.error(`policy: ${event.violatedDirective}`));
  });
  return faults;
}

/** @param {{address: string}} server @param {Setting} setting */
async function openDevice(server, setting) {
  const profile = setting.profile ?? mkdtempSync(join(tmpdir(), "linealen-profile-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS, locale: "da-DK",
    viewport: { width: 900, height: 900 }, serviceWorkers: "block", acceptDownloads: true,
    ignoreDefaultArgs: setting.keepsPages ? ["--disable-back-forward-cache"] : [],
  });
  const faults = await watchFaults(context, server.address, setting.expects);
  await context.addInitScript(() => addEventListener("linealen-ready", (event) => {
    const { host } = Object.assign(globalThis, { linealen: /** @type {any} */ (event).detail }).linealen;
    Object.assign(globalThis, { keeping: keepOf(host) });

    /** What the program orders, without the program: bytes in, bytes out. @param {any} host */
    function keepOf(host) {
      const KIND = { open: 1, load: 2, save: 3, remove: 4, wipe: 5, create: 6, unlock: 7 };
      const encoder = new TextEncoder(), decoder = new TextDecoder();
      const order = async (/** @type {object} */ given) => (await host.openKeep()).carryOut(
        { kind: 0, number: 0, flag: 0, text: "", bytes: new Uint8Array(), ...given });
      /** As wrap_draft in shared/keeping/envelope.cpp. @param {string} draft @param {number} generation @param {string} words */
      const wrap = (draft, generation, words) => {
        const text = encoder.encode(words);
        const plain = new Uint8Array(Math.ceil((text.length + 4) / 4096) * 4096);
        new DataView(plain.buffer).setUint32(0, text.length, true);
        plain.set(text, 4);
        const whole = new Uint8Array(76 + plain.length), view = new DataView(whole.buffer);
        whole.set([76, 73, 78, 49, 1, 1, 1]);
        view.setUint32(12, 1, true);
        whole.set((draft.match(/../g) ?? []).map((two) => parseInt(two, 16)), 32);
        view.setBigUint64(48, BigInt(generation), true);
        view.setUint32(72, plain.length + 16, true);
        whole.set(plain, 76);
        return whole;
      };
      const words = (/** @type {Uint8Array} */ opened) => {
        if (opened.length < 80) return "";
        const length = new DataView(opened.buffer, opened.byteOffset).getUint32(76, true);
        return decoder.decode(opened.slice(80, 80 + length));
      };
      /**
       * Everything the database holds, in one transaction after all that was begun before; as a browser's own tools see it.
       * A wipe closes a database under whoever reads it, and only an abort tells so.
       * @returns {Promise<{store: string, key: any, value: any}[]>}
       */
      const records = () => new Promise((resolve, reject) => {
        const request = indexedDB.open("lineal");
        request.onupgradeneeded = () => request.transaction?.abort();  // there is none, and looking makes none
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const told = /** @type {{store: string, key: any, value: any}[]} */ ([]);
          const database = request.result, transaction = database.transaction([...database.objectStoreNames]);
          database.onclose = transaction.onabort = () => reject(transaction.error ?? new Error("closed"));
          transaction.oncomplete = () => { database.close(); resolve(told); };
          for (const store of database.objectStoreNames) {
            transaction.objectStore(store).openCursor().onsuccess = (event) => {
              const cursor = /** @type {any} */ (event.target).result;
              if (!cursor) return;
              told.push({ store, key: cursor.key, value: cursor.value });
              cursor.continue();
            };
          }
        };
      });
      return {
        order, wrap, records,
        /** @returns {Promise<string>} what lies there, to be compared */
        sumOfRecords: async () => {
          const all = await records();
          const words = JSON.stringify(all, (_, value) => (value instanceof Uint8Array ? [...value].join() : value));
          const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", encoder.encode(words)));
          return `${all.length} ${[...sum].join()}`;
        },
        open: async () => {
          const answer = await order({ kind: KIND.open });
          const [first, ...drafts] = decoder.decode(answer.bytes).split("\n");
          const [state, ...days] = first.split(" ");
          return { code: answer.code, state, days: days.join(" "), drafts };
        },
        create: async (/** @type {string} */ words) => (await order({ kind: KIND.create, text: words })).code,
        unlock: async (/** @type {string} */ words) => (await order({ kind: KIND.unlock, text: words })).code,
        save: async (/** @type {string} */ draft, /** @type {number} */ after, /** @type {string} */ text, expires = "2026-12-22") => {
          const answer = await order({ kind: KIND.save, text: `${draft} ${expires}`, bytes: wrap(draft, after + 1, text) });
          return { code: answer.code, generation: answer.generation };
        },
        load: async (/** @type {string} */ draft, copy = 0, flag = 0) => {
          const answer = await order({ kind: KIND.load, text: draft, number: copy, flag });
          return { code: answer.code, generation: answer.generation, words: words(answer.bytes) };
        },
        remove: async (/** @type {string} */ draft) => (await order({ kind: KIND.remove, text: draft })).code,
        wipe: async () => order({ kind: KIND.wipe }),
      };
    }
  }));
  if (setting.init) await context.addInitScript(setting.init);
  return {
    profile, context, server, faults,
    /** @param {string} [address] @returns {Promise<Page>} a page that stands */
    async open(address = "#/") {
      const page = await context.newPage();
      await page.goto(server.address + address);
      await stands(page);
      return page;
    },
    /** As a cut in the power of the browser, not of the machine. */
    async kill() {
      const closed = new Promise((done) => context.once("close", done));
      for (const pid of processesOf(profile)) {
        try {
          process.kill(pid, "SIGKILL");
        } catch {
          // gone with its parent
        }
      }
      await closed;
      assert.deepEqual(faults, [], "until it was killed");
      for (const lock of readdirSync(profile)) if (lock.startsWith("Singleton")) rmSync(join(profile, lock), { force: true });
    },
    async close() {
      await context.close();
      assert.deepEqual(faults, [], "until it was closed");
    },
    forget() { rmSync(profile, { recursive: true, force: true }); },
  };
}

/** @param {Page} page */
export async function stands(page) {
  await until(() => page.evaluate(() => performance.getEntriesByName("app-ready").length > 0), "the page to be ready");
  await until(() => page.evaluate(() => /** @type {any} */ (globalThis).keeping !== undefined), "the store");
  // What is kept here is said on the page; until then a press may meet something that has moved.
  await until(() => page.evaluate(() => {
    const { host } = /** @type {any} */ (globalThis).linealen;
    return host.keep !== null && host.saving.size === 0;
  }), "what is kept on the device");
  await settle(page);
}

/** @param {string} profile */
function processesOf(profile) {
  return readdirSync("/proc").filter((name) => /^\d+$/.test(name)).filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(profile);
    } catch {
      return false;
    }
  }).map(Number);
}

/** As a browser leaves it that is killed between the two parts of a write. @param {string} profile */
export function halveLastRecord(profile) {
  const folder = `${profile}/Default/IndexedDB`;
  const logs = readdirSync(folder, { recursive: true }).map(String).filter((name) => /leveldb\/\d+\.log$/.test(name));
  assert.ok(logs.length > 0);
  const head = Buffer.from([1, 2, 3, 4, 184, 0, 1]);  // sum, length, kind; and nothing of what it is the head of
  for (const log of logs) appendFileSync(`${folder}/${log}`, head);
}

/** Once it stands still: what is counted or fetched meanwhile may move it. @param {Page} page @param {string} id */
export async function press(page, id) {
  await until(() => page.evaluate(async (one) => {
    const place = () => JSON.stringify(document.getElementById(one)?.getBoundingClientRect() ?? null);
    const before = place();
    await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
    return before !== "null" && before === place();
  }, id).catch(() => false), `#${id} to stand still`);  // or the page is being opened anew
  await page.locator(`[id="${id}"]`).click({ force: true });
  await settle(page);
}

/** On the page of what is kept. What is counted there comes a moment later, and moves the button. @param {Page} page */
export async function pressWipe(page) {
  await until(() => page.evaluate(() => document.getElementById("kept-table") !== null), "what is kept");
  await press(page, "wipe");
}

/** @param {Page} page @param {string} id */
export const wordsOf = (page, id) => page.evaluate((one) => document.getElementById(one)?.textContent?.replace(/\s+/g, " ").trim() ?? "", id);

/** @param {Page} page @param {string} id @param {string} part @param {number} [most] ms */
export async function says(page, id, part, most = 15_000) {
  let said = "";
  await until(async () => {
    said = await wordsOf(page, id);
    return said.includes(part);
  }, `#${id} to say »${part}«`, most).catch((fault) => { throw new Error(`${fault.message}; it says »${said}«`); });
  return said;
}

/** Chooses a passphrase, as a person does. @param {Page} page */
export async function choosePassphrase(page, words = PASSPHRASE) {
  await press(page, "footer-keeping");
  await press(page, "keep-mode-1");
  await page.locator("#passphrase").fill(words);
  await press(page, "show-passphrase");
  await page.locator("#passphrase-again").fill(words);
  await press(page, "keep");
  await until(() => page.evaluate(() => location.hash !== "#/gem"), "the vault");
}

/** A case of four years, at the overview. @param {Page} page */
export async function beginCase(page) {
  await page.evaluate(() => { location.hash = "#/vurder/alder"; });
  await press(page, "age-3");
  await page.evaluate(() => { location.hash = "#/vurder/oversigt"; });
  await until(() => page.evaluate(() => document.getElementById("code-word") !== null), "the overview");
}

/** The same with a code word; saved. @param {Page} page @param {string} codeWord */
export async function writeCase(page, codeWord) {
  await beginCase(page);
  await page.locator("#code-word").fill(codeWord);
  await says(page, "kept-state", "Gemt kl.");
}

/** With a case that is kept under a passphrase. @param {{address: string}} server @param {(device: Device, page: Page) => Promise<void>} work */
export async function withCaseAt(server, work) {
  const device = await startDevice(server);
  const page = await device.open();
  await choosePassphrase(page);
  await writeCase(page, "Mælkebøtte");
  await work(device, page);
  await device.close();
  device.forget();
}

/** @param {Page} page */
export async function unlock(page, words = PASSPHRASE) {
  await press(page, "footer-keeping");
  // A store that was slow at the start is asked again by who comes again.
  await until(async () => {
    if (await page.locator("#passphrase").waitFor({ timeout: 6000 }).then(() => true, () => false)) return true;
    await page.evaluate(() => { location.hash = "#/"; });
    await press(page, "footer-keeping");
    return false;
  }, "the field to unlock", 30_000);
  await page.locator("#passphrase").fill(words);
  await press(page, "unlock");
  await until(() => page.evaluate(() => document.getElementById("lock") !== null), "the drafts");
  await says(page, "notice", "Låst op.");
}

/** Opens the only draft, and reads that it is open. @param {Page} page */
export async function openDraft(page) {
  const id = await until(() => page.evaluate(() => document.querySelector("[id^=draft-][id$=-go]")?.id ?? ""), "a draft");
  await press(page, id);
  await until(() => page.evaluate(() => location.hash === "#/vurder/oversigt"), "the case");
  await says(page, "notice", "Kladden er åbnet");
  await settle(page);
}

/** Every file below a folder, as bytes. @param {string} folder @returns {{name: string, bytes: Buffer}[]} */
export function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    if (!entry.isFile()) return [];
    try {
      return [{ name: path, bytes: readFileSync(path) }];
    } catch {
      return [];  // gone while it was looked for
    }
  });
}

/** Where some words lie, in any of the ways a browser writes them. @param {string} folder @param {string} words */
export const placesOf = (folder, words) => filesBelow(folder)
  .filter(({ bytes }) => /** @type {const} */ (["utf8", "utf16le", "latin1"]).some((how) => bytes.includes(Buffer.from(words, how))))
  .map(({ name }) => name.slice(folder.length));

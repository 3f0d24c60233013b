// @ts-check
// Damaged files through the page, as a person chooses them: each is refused with a sentence, or is a case after all and is asked
// about; nothing stops, nothing waits, and neither the open case, nor what is stored, nor the browser's own objects are touched
// (F2, F6, F7 of safekeeping.md).

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { after, test } from "node:test";
import { damage } from "./damage.mjs";
import { choosePassphrase, closeDevices, isFull, PASSPHRASE, press, says, startDevice } from "./keep_support.mjs";
import { go } from "./offline_support.mjs";
import { reached } from "./reached.mjs";
import { ROOT, settle, startServer, until } from "./support.mjs";
import { download, openFile } from "./whole_visit.mjs";

const server = await startServer();
after(async () => { await closeDevices(); server.stop(); });

const DIST = `${ROOT}build/dist-testing`;
const CASE = readFileSync(`${ROOT}tests/content/sample_case.json`);
const SEALED = readFileSync(`${ROOT}tests/keeping/case_1.lineal`);
const FILES = isFull ? 2100 : 60;
const LONGEST = 2000;  // ms in which the page is to answer

/** What, where, and how to mend it. */
const SENTENCES = [
  /^Filen kan ikke åbnes, fordi den er beskadiget ved linje \d+\. Det, du er i gang med, er urørt\. Har du en anden kopi, så prøv den\.$/,
  /^Filen kan ikke åbnes, fordi den ikke er en kladde fra Linealen\. Det, du er i gang med, er urørt\. Vælg en fil, hvis navn begynder med »linealen-kladde«\.$/,
  /^Filen kan ikke åbnes, fordi den er gemt med en nyere udgave af Linealen(, i filformat \d+)?\. Det, du er i gang med, er urørt\. Gem det først; genindlæs så siden, og prøv igen\.$/,
  /^Filen kan ikke åbnes, fordi den fylder mere end 8 megabyte\. Det, du er i gang med, er urørt\. Vælg en fil, der er gemt med Linealen\.$/,
  /^Filen kan ikke åbnes, fordi dens begyndelse er beskadiget, eller fordi den er skåret af\. Det, du er i gang med, er urørt\. Har du en anden kopi, så prøv den\.$/,
  /^Filen kan ikke åbnes, fordi den er beskadiget\. Det er ikke adgangssætningen, der er noget galt med\. Det, du er i gang med, er urørt\. Har du en anden kopi, så prøv den\.$/,
];

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {{said: string, asks: boolean, hash: string, stopped: boolean, blocked: number}} Outcome */

/** Runs in the page: what is read is counted and timed, what is said is kept, and the browser's own objects are listed. */
function watchFiles() {
  const all = /** @type {any} */ (globalThis);
  const { host, page } = all.linealen;
  const FILE_READ = 16, STORED = 24;
  Object.assign(all, { answers: 0, said: [], blocked: 0 });
  const tell = host.tell.bind(host);
  host.tell = (/** @type {number} */ what, /** @type {any[]} */ ...more) => {
    const from = performance.now();
    tell(what, ...more);
    if (what !== FILE_READ && what !== STORED) return;
    all.blocked = performance.now() - from;
    ++all.answers;
  };
  const announce = page.announce.bind(page);
  page.announce = (/** @type {boolean} */ urgent, /** @type {string} */ words) => {
    if (urgent) all.said.push(words);
    announce(urgent, words);
  };
  const owners = { Object, Array, Function, String, Number, Boolean, RegExp, Date, Error, Map, Set, Promise, Uint8Array, ArrayBuffer, Node, Element };
  all.listOwn = () => Object.entries(owners).map(([name, owner]) => `${name}: ${[...Reflect.ownKeys(owner), "|", ...Reflect.ownKeys(owner.prototype)].map(String).join(" ")}`);
}

/** Waits in the page for the answer that comes after `before`. @param {number} before @returns {Promise<Outcome>} */
async function waitForAnswer(before) {
  const all = /** @type {any} */ (globalThis);
  while (all.answers === before && !all.linealen.host.stopped) await new Promise((next) => setTimeout(next, 1));
  return {
    said: all.said.splice(0).join(" | "), asks: document.querySelector("dialog[open] #question-no") !== null, hash: location.hash,
    stopped: all.linealen.host.stopped, blocked: all.blocked,
  };
}

/** @param {Page} page @param {string} id @returns {Promise<number>} how many answers there were before */
const click = (page, id) => page.evaluate((one) => {
  const { answers } = /** @type {any} */ (globalThis);
  /** @type {HTMLElement} */ (document.getElementById(one)).click();
  return answers;
}, id);

/** @param {Page} page @param {Buffer} bytes */
async function choose(page, bytes) {
  const [chooser, before] = await Promise.all([page.waitForEvent("filechooser"), click(page, "open-file")]);
  await chooser.setFiles({ name: "kladde", mimeType: "application/octet-stream", buffer: bytes });
  return page.evaluate(waitForAnswer, before);
}

/** Goes on with a sealed file whose header is sound. @param {Page} page */
async function unseal(page) {
  await page.locator("#passphrase").fill(PASSPHRASE);
  return page.evaluate(waitForAnswer, await click(page, "unseal"));
}

/** A device on which a case is kept encrypted and open. */
async function openKept() {
  const device = await startDevice(server);
  const page = await device.open();
  await choosePassphrase(page);
  await go(page, "#/vurder/alder");
  await press(page, "age-3");
  await openFile(page, CASE);
  await says(page, "kept-state", "Gemt kl.");
  return { device, page };
}

/** The open case as a file. @param {Page} page */
async function saveOpenly(page) {
  await go(page, "#/vurder/oversigt");
  await press(page, "save");
  await press(page, "file-kind-1");
  const bytes = await download(page, "save-file");
  await go(page, "#/vurder/oversigt");
  return bytes.toString();
}

/** Damaged cases, and damaged sealed files, one after the other. @returns {Generator<import("./damage.mjs").Damaged>} */
function* damagedFiles() {
  const cases = damage(CASE, Math.ceil(FILES * 0.7), 1, true);
  const sealed = damage(SEALED, Math.floor(FILES * 0.3), 2, false);
  for (;;) {
    const next = [cases.next(), cases.next(), sealed.next()].filter((one) => !one.done).map(({ value }) => value);
    if (next.length === 0) return;
    yield* next;
  }
}

test(`${FILES} damaged files: a sentence each, and the open case, the store and the browser's objects as before`, async () => {
  const { device, page } = await openKept();
  const faults = /** @type {string[]} */ ([]);
  page.on("pageerror", (error) => faults.push(error.message));
  const before = await saveOpenly(page);
  await page.evaluate(watchFiles);
  const own = await page.evaluate(() => /** @type {any} */ (globalThis).listOwn());
  const stored = await page.evaluate(() => /** @type {any} */ (globalThis).keeping.sumOfRecords());
  const told = { refused: 0, harmless: 0, slowest: 0, kinds: /** @type {Record<string, number>} */ ({}) };

  for (const { kind, bytes } of damagedFiles()) {
    const what = `${kind}, sum ${createHash("sha256").update(bytes).digest("hex").slice(0, 8)}, begins »${bytes.subarray(0, 40).toString("latin1")}«`;
    await page.mouse.move(told.refused % 400, 300);  // somebody is there: it does not lock
    let outcome = await choose(page, bytes);
    told.slowest = Math.max(told.slowest, outcome.blocked);
    if (outcome.hash === "#/aabn-fil" && outcome.said === "" && !outcome.stopped) outcome = await unseal(page);
    told.slowest = Math.max(told.slowest, outcome.blocked);
    assert.equal(outcome.stopped, false, what);
    assert.ok(told.slowest < LONGEST, `${what}: ${told.slowest} ms`);
    if (outcome.asks) {
      await click(page, "question-no");
      ++told.harmless;
    } else {
      assert.ok(SENTENCES.some((sentence) => sentence.test(outcome.said)), `${what}: »${outcome.said}«`);
      const shown = await page.evaluate(() => document.getElementById("notice")?.textContent?.replace(/\s+/g, " ").trim());
      assert.equal(shown, outcome.said, what);
      told.kinds[outcome.said.slice(0, 60)] = (told.kinds[outcome.said.slice(0, 60)] ?? 0) + 1;
      ++told.refused;
    }
    assert.equal(await page.evaluate(() => /** @type {any} */ (globalThis).keeping.sumOfRecords()), stored, `stored, after ${what}`);
    if (outcome.hash !== "#/vurder/oversigt") await go(page, "#/vurder/oversigt");
  }

  assert.equal(told.refused + told.harmless, FILES);
  assert.ok(told.refused > FILES * 0.8 && Object.keys(told.kinds).length >= 4, JSON.stringify(told));
  assert.equal(await saveOpenly(page), before);
  assert.deepEqual(await page.evaluate(() => /** @type {any} */ (globalThis).listOwn()), own);
  assert.equal(await page.evaluate(() => /** @type {any} */ ({}).polluted), undefined);
  assert.deepEqual(faults, []);
  const scripts = readdirSync(DIST).filter((name) => /\.m?js$/.test(name));
  assert.deepEqual(scripts.filter((name) => readFileSync(`${DIST}/${name}`).includes("JSON.parse")), [], "no file becomes an object of the browser");
  assert.ok(scripts.length >= 4);
  await device.close();
  device.forget();
  reached("F2", "Chromium, case files and sealed files", `${FILES} damaged files: ${told.refused} refused with a sentence, ${told.harmless} harmless, 0 traps, slowest ${Math.round(told.slowest)} ms`, FILES);
  reached("F6", "Chromium", `${told.refused} refused files, store equal to the byte after each`);
  reached("F7", "Chromium", `${FILES} files, ${own.length} objects of the browser as before; no JSON.parse in ${scripts.length} scripts`);
});

/** @param {Buffer} bytes @param {(header: Buffer) => void} change @returns {Buffer} with a sum that fits: somebody meant it */
function forge(bytes, change) {
  const copy = Buffer.from(bytes);
  change(copy);
  createHash("sha256").update(copy.subarray(0, -32)).digest().copy(copy, copy.length - 32);
  return copy;
}

const FORGED = [
  { name: "asks for four milliards of rounds", change: (/** @type {Buffer} */ file) => file.writeUInt32LE(0xFFFFFFFF, 80), says: SENTENCES[4] },
  { name: "asks for one round", change: (/** @type {Buffer} */ file) => file.writeUInt32LE(1, 80), says: SENTENCES[4] },
  { name: "says it is longer than it is", change: (/** @type {Buffer} */ file) => file.writeUInt32LE(0xFFFFFFF0, 72), says: SENTENCES[4] },
  { name: "is of a format to come", change: (/** @type {Buffer} */ file) => file.writeUInt8(9, 4), says: SENTENCES[2] },
  // Nothing tells it from a wrong passphrase, and nothing of it is read.
  { name: "has other words under the seal", change: (/** @type {Buffer} */ file) => file.writeUInt8(file[200] ^ 1, 200), says: /^$/ },
];

test("forged sealed files, with a sum that fits, are refused too", async () => {
  const { device, page } = await openKept();
  const before = await saveOpenly(page);
  await page.evaluate(watchFiles);
  const stored = await page.evaluate(() => /** @type {any} */ (globalThis).keeping.sumOfRecords());
  for (const { name, change, says: expected } of FORGED) {
    let outcome = await choose(page, forge(SEALED, change));
    if (outcome.hash === "#/aabn-fil") outcome = await unseal(page);
    assert.ok(outcome.blocked < LONGEST, `a file that ${name}: ${outcome.blocked} ms`);
    assert.match(outcome.said, expected, `a file that ${name}`);
    if (outcome.said === "") await says(page, "passphrase-error", "Adgangssætningen passer ikke.");
    assert.equal(outcome.asks, false);
    assert.equal(await page.evaluate(() => /** @type {any} */ (globalThis).keeping.sumOfRecords()), stored, name);
    await go(page, "#/vurder/oversigt");
  }
  assert.equal(await saveOpenly(page), before);
  await device.close();
  device.forget();
});

test("the sums see what they are there for", async () => {
  const { device, page } = await openKept();
  await page.evaluate(watchFiles);
  const sum = () => page.evaluate(() => /** @type {any} */ (globalThis).keeping.sumOfRecords());
  const own = () => page.evaluate(() => /** @type {any} */ (globalThis).listOwn());
  const stored = await sum(), objects = await own();
  assert.equal(await sum(), stored);
  await page.locator("#code-word").fill("Brombær");
  await until(async () => (await sum()) !== stored, "another sum after a save");
  await page.evaluate(() => { /** @type {any} */ (Object.prototype).polluted = 1; });
  assert.notDeepEqual(await own(), objects);
  await settle(page);
  await device.close();
  device.forget();
});

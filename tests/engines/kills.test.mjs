// @ts-check
// Firefox and WebKitGTK are killed, every process at once, while they save: nothing that was acknowledged is lost or
// torn, nothing of it can be read on the disk, and the page says what there is (R2, E1 of safekeeping.md; Chromium's part
// is in tests/browser/keep_store.test.mjs).

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { isFull, placesOf } from "../browser/keep_support.mjs";
import { reached } from "../browser/reached.mjs";
import { startServer, until } from "../browser/support.mjs";
import { closeEngines, ENGINES, makePlace, startEngine } from "./engines.mjs";
import { open, PASSPHRASE, press, says } from "./steps.mjs";

const server = await startServer();
after(async () => { await closeEngines(); server.stop(); });

const TURNS = isFull ? 20 : 3;
const DRAFT = "00112233445566778899aabbccddeeff";
const WORD = "Kvægtorvsmærkat";
const LENGTH = 2000;  // times the word and the number of its generation: a torn record would hold two numbers
/** @param {number} generation */
const wordsOf = (generation) => (generation ? `${WORD} ${generation} `.repeat(LENGTH) : "");

/** @typedef {import("./engines.mjs").Device} Device */

/** One order to the store, in the page; the same that the program gives. @param {Device} device @param {object} order */
const carryOut = (device, order) => device.evaluate(async (given) => {
  const keep = await /** @type {any} */ (globalThis).linealen.host.openKeep();
  const { code } = await keep.carryOut({ kind: 0, number: 0, flag: 0, text: "", bytes: new Uint8Array(), ...given });
  return code;
}, order);

/** What is there, unlocked and taken for writing. @param {Device} device */
const load = (device) => device.evaluate(async ({ draft, words }) => {
  const keep = await /** @type {any} */ (globalThis).linealen.host.openKeep();
  const order = (/** @type {object} */ given) => keep.carryOut({ kind: 0, number: 0, flag: 0, text: "", bytes: new Uint8Array(), ...given });
  const unlocked = (await order({ kind: 7, text: words })).code;
  const { code, generation, bytes } = await order({ kind: 2, text: draft, flag: 1 });
  if (code !== 0) return { unlocked, code, generation: 0, words: "" };
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(76, true);
  return { unlocked, code, generation: Number(generation), words: new TextDecoder().decode(bytes.slice(80, 80 + length)) };
}, { draft: DRAFT, words: PASSPHRASE });

/** Saves generation after generation until it is stopped; each is acknowledged in `globalThis`. @param {Device} device @param {number} after */
const saveOn = (device, after) => device.evaluate(async ({ after, draft, word, length }) => {
  const page = /** @type {any} */ (globalThis);
  const keep = await page.linealen.host.openKeep();
  page.acknowledged = after;
  const goOn = async () => {
    for (let generation = after + 1; ; ++generation) {
      // As wrap_draft in shared/keeping/envelope.cpp.
      const words = new TextEncoder().encode(`${word} ${generation} `.repeat(length));
      const plain = new Uint8Array(Math.ceil((words.length + 4) / 4096) * 4096);
      new DataView(plain.buffer).setUint32(0, words.length, true);
      plain.set(words, 4);
      const bytes = new Uint8Array(76 + plain.length), view = new DataView(bytes.buffer);
      bytes.set([76, 73, 78, 49, 1, 1, 1]);
      view.setUint32(12, 1, true);
      bytes.set((draft.match(/../g) ?? []).map((two) => parseInt(two, 16)), 32);
      view.setBigUint64(48, BigInt(generation), true);
      view.setUint32(72, plain.length + 16, true);
      bytes.set(plain, 76);
      const { code } = await keep.carryOut({ kind: 3, number: 0, flag: 0, text: `${draft} 2126-12-22`, bytes });
      if (code !== 0) { page.acknowledged = -code; return; }
      page.acknowledged = generation;
    }
  };
  goOn();
}, { after, draft: DRAFT, word: WORD, length: LENGTH });

/** @param {Device} device @returns {Promise<number>} */
const acknowledgedBy = (device) => device.evaluate(() => /** @type {any} */ (globalThis).acknowledged);

/** Whole, and not older than what was acknowledged. @param {Device} device @param {number} acknowledged */
async function check(device, acknowledged) {
  await press(device, "footer-keeping");
  if (acknowledged > 0) await says(device, "locked-lead", "Skriv din adgangssætning for at åbne det, der er gemt her. Antal kladder: 1.");
  const told = await load(device);
  assert.equal(told.unlocked, 0, "unlocked");
  assert.equal(told.code, acknowledged > 0 ? 0 : 1, "nothing acknowledged is lost or unreadable");
  assert.ok(told.generation >= acknowledged, `generation ${told.generation} of ${acknowledged}`);
  assert.equal(told.words, wordsOf(told.generation), "not torn");
  return told.generation;
}

for (const engine of ENGINES.filter(({ name }) => name !== "Chromium")) {
  test(`${engine.name}: ${TURNS} times killed while it saves, it loses nothing that was acknowledged (R2)`, async () => {
    const place = makePlace();
    let device = await startEngine(engine, place);
    await open(device, `${server.address}#/`);
    assert.equal(await carryOut(device, { kind: 6, text: PASSPHRASE }), 0, "a vault");
    let acknowledged = 0;
    for (let turn = 0; turn < TURNS; ++turn) {
      const kept = await check(device, acknowledged);
      await saveOn(device, kept);
      await until(async () => {
        acknowledged = await acknowledgedBy(device);
        assert.ok(acknowledged >= 0, `refused with ${-acknowledged}`);
        return acknowledged >= kept + 2;
      }, "saves", 60_000);
      await new Promise((done) => setTimeout(done, Math.random() * 60));
      acknowledged = await acknowledgedBy(device);
      await device.kill();
      assert.deepEqual(placesOf(place.profile, WORD), [], "on the disk");
      device = await startEngine(engine, place);
      await open(device, `${server.address}#/`);
    }
    await check(device, acknowledged);
    await device.close();
    reached("R2", engine.name, `killed ${TURNS} times, ${acknowledged} saves acknowledged, 0 lost, 0 torn, 0 unreadable`, TURNS);
    reached("E1", `${engine.name}, killed`, `killed ${TURNS} times while it saved: the words looked for in the whole profile each time, 0 found`);
  });
}

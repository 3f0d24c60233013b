// @ts-check
// "Ryd alt" in each engine: what is left on the disk, and after how long (E9 of safekeeping.md). And a private window:
// a case works in it, and nothing of it is left (R7, E11).

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { placesOf } from "../browser/keep_support.mjs";
import { reached } from "../browser/reached.mjs";
import { startServer, until } from "../browser/support.mjs";
import { closeEngines, ENGINES, makePlace, startEngine } from "./engines.mjs";
import { choosePassphrase, fileFrom, fill, go, open, PASSPHRASE, press, says, use } from "./steps.mjs";

const server = await startServer();
after(async () => { await closeEngines(); server.stop(); });

const WORD = "Kvægtorvsmærkat";
const WITHIN = 10_000;  // ms

/** @typedef {import("./engines.mjs").Device} Device */

const SEAL = "LIN1\u0001\u0001\u0001";  // the first bytes of a sealed draft; "LIN1" alone is in the program too

/** Where sealed records lie, relative to the profile. @param {string} profile */
const sealsIn = (profile) => placesOf(profile, SEAL);

/** @param {Device} device */
async function writeCase(device) {
  await choosePassphrase(device);
  await go(device, "#/vurder/alder");
  await use(device, "3–5 år");
  await go(device, "#/vurder/oversigt");
  await fill(device, "code-word", WORD);
  await says(device, "kept-state", "Gemt kl.");
}

for (const engine of ENGINES) {
  test(`${engine.name}: after a wipe no seal of ours is left, and the page says so (E9)`, async () => {
    const place = makePlace();
    const { profile } = place;
    const device = await startEngine(engine, place);
    await open(device, `${server.address}#/`);
    await writeCase(device);
    await until(async () => sealsIn(profile).length > 0, "a seal on the disk");
    await press(device, "footer-kept");
    await press(device, "wipe");
    const from = Date.now();
    await press(device, "question-yes");
    const said = await says(device, "notice", "Alt er");
    let left = sealsIn(profile);
    while (left.length > 0 && Date.now() - from < WITHIN) {
      await new Promise((done) => setTimeout(done, 200));
      left = sealsIn(profile);
    }
    const after = Date.now() - from;
    // WebKit lists a database that was asked for and never made, as version 0.
    const databases = await device.evaluate(async () => (await indexedDB.databases()).filter(({ version }) => version !== 0));
    await device.close();
    assert.deepEqual(left, [], `after ${after} ms`);
    assert.deepEqual(databases, []);
    assert.deepEqual(sealsIn(profile), []);
    assert.match(said, /^Alt er ryddet fra denne browser\. Luk fanen/);
    assert.deepEqual(placesOf(profile, WORD), []);
    reached("E9", `${engine.name}, by --engines`, `no seal left ${after} ms after "Ja, ryd alt", nor after closing`);
  });

  test(`${engine.name}: in a private window a case works and can be taken along; nothing is left of it (R7)`, async () => {
    const place = makePlace();
    const { profile, downloads } = place;
    const device = await startEngine(engine, place, true);
    await open(device, `${server.address}#/gem`);
    assert.ok(await device.evaluate(() => document.getElementById("absent") === null), "it offers to keep: no engine says what kind of window it is");
    await says(device, "keep-mode", "I et privat vindue er det væk, når vinduet lukkes.");
    await writeCase(device);
    await press(device, "save");
    await press(device, "file-kind-1");
    const file = await fileFrom(downloads, ".json", () => press(device, "save-file"));
    assert.equal(JSON.parse(String(file.bytes)).code_word, WORD);
    await open(device, `${server.address}#/`);
    await device.reload();
    await says(device, "drafts-title", "Gemt på denne enhed");
    assert.deepEqual(await device.evaluate(() => /** @type {any} */ (globalThis).faults), []);
    await device.close();
    for (const words of [WORD, PASSPHRASE, SEAL]) assert.deepEqual(placesOf(profile, words), [], words);
    reached("R7", `${engine.name}, private window`, "a case is written, saved, found after a reload, taken along; nothing is left after closing");
  });
}

// @ts-check
// One journey in Chromium, Firefox ESR and WebKitGTK: begin, assess, choose a passphrase, save, reload, unlock, take
// along, lock, delete. What each engine leaves on the disk, and that each opens the files of all (E1, E4, F2 of
// safekeeping.md).

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { isFull, placesOf } from "../browser/keep_support.mjs";
import { reached } from "../browser/reached.mjs";
import { ROOT, startServer, until } from "../browser/support.mjs";
import { closeEngines, ENGINES, makePlace, startEngine } from "./engines.mjs";
import { arrive, choosePassphrase, fileFrom, fill, go, open, PASSPHRASE, press, pressOnDraft, says, stands, unlock, unseal, use, valueOf, wordsOfPage } from "./steps.mjs";

const server = await startServer();
after(async () => { await closeEngines(); server.stop(); });

const WORD = "Kvægtorvsmærkat";  // æ: other bytes in UTF-8, UTF-16 and Latin-1
const SAW = "Snefnugsprøven på legepladsen gik barnet ikke med til; æblet røg på gulvet";
const IN_THE_REPOSITORY = "Mælkebøtte";  // the code word of tests/keeping/case_1.lineal
// The first that has the library; tools/gate/machine.py sees to it that one has.
const PYTHON = ["python3", "/usr/bin/python3"].find((one) => spawnSync(one, ["-c", "import cryptography"]).status === 0) ?? "python3";

const PICTURES = `${ROOT}build/engines`;  // of the start page, for a person to look at
mkdirSync(PICTURES, { recursive: true });
const written = makePlace().downloads;  // the sealed file of each engine

/** @typedef {import("./engines.mjs").Device} Device */

/** @param {string} path @returns {any} the case, read by the document alone */
const openByTheBook = (path) => JSON.parse(execFileSync(PYTHON, ["-B", `${ROOT}tools/open_case.py`, path, "--passphrase", PASSPHRASE], { encoding: "utf8" }));

/** How many colours the picture has; 0 where there is none. @param {Device} device */
const coloursOfPicture = (device) => device.evaluate(() => {
  const { tile } = /** @type {any} */ (globalThis).linealen;
  const graphics = tile.canvas.getContext("webgl2");
  if (!graphics || !tile.on) return 0;
  tile.draw();  // read in the same task: afterwards the browser may take the pixels away
  const { drawingBufferWidth: width, drawingBufferHeight: height } = graphics;
  const pixels = new Uint8Array(width * height * 4);
  graphics.readPixels(0, 0, width, height, graphics.RGBA, graphics.UNSIGNED_BYTE, pixels);
  return new Set(new Uint32Array(pixels.buffer)).size;
});

/** From the start page to the page of what was seen. @param {Device} device */
async function assess(device) {
  await use(device, "Start en vurdering");
  await use(device, "3–5 år");
  await use(device, "Fortsæt");
  await arrive(device, "#/vurder/rolle");
  await use(device, "Medarbejder i børnehave");
  await use(device, "Fortsæt");
  await arrive(device, "#/vurder/omraader");
  await use(device, "Tag dem efter tur");
  await arrive(device, "#/vurder/tegn/mental");
  await use(device, "Ja");
  await use(device, "Flere gange om ugen", "Hvor ofte?");
  await use(device, "En del", "Hvor meget bekymrer det dig?");
  const saw = await until(() => device.evaluate(() => document.querySelector("#page textarea[id^=saw-]")?.id), "the field for what was seen");
  await fill(device, saw, SAW);
  await go(device, "#/vurder/oversigt");
  await fill(device, "code-word", WORD);
  await says(device, "kept-state", "Gemt kl.");
  return saw;
}

/** The documents and the sealed file, as files. @param {Device} device @param {string} downloads */
async function takeAlong(device, downloads) {
  await go(device, "#/vurder/dokument/own_notes");
  const text = await fileFrom(downloads, ".txt", async () => {
    await press(device, "download-text");
    await sayYes(device);  // that anybody can read it is asked once a visit
  });
  assert.ok(text.bytes.includes(SAW), "the text holds what was seen");
  const html = await fileFrom(downloads, ".html", () => press(device, "download-html"));
  assert.ok(html.bytes.includes(SAW) && html.bytes.includes("<html lang=\"da\""), "the page holds what was seen");
  await go(device, "#/vurder/oversigt");
  await press(device, "save");
  await fill(device, "passphrase", PASSPHRASE);
  await press(device, "show-passphrase");
  await fill(device, "passphrase-again", PASSPHRASE);
  const sealed = await fileFrom(downloads, ".lineal", () => press(device, "save-file"));
  await says(device, "notice", "Browseren har fået kladden som fil. Se efter, at den ligger på enheden, før du lukker siden.");
  assert.match(sealed.name, /^linealen-kladde-\d{4}-\d\d-\d\d\.lineal$/);
  return sealed;
}

/** @param {Device} device @param {string} path */
async function choose(device, path) {
  await go(device, "#/");  // what was said of the file before goes
  await go(device, "#/vurder/oversigt");
  await press(device, "open-file");
  await device.choose(path);
}

/** @param {Device} device @param {string} path @param {string} codeWord of the case in it */
async function openFile(device, path, codeWord) {
  await choose(device, path);
  await unseal(device);
  // Over another case it asks first.
  await until(async () => {
    await sayYes(device);
    return await valueOf(device, "code-word") === codeWord;
  }, `the case of ${path}`);
}

/** @param {Device} device where the page asks */
async function sayYes(device) {
  if (await device.evaluate(() => document.querySelector("dialog[open] #question-yes") !== null)) await press(device, "question-yes");
}

/** @param {Device} device @param {string} path @returns {Promise<[string, number]>} what the page says, and after how many ms */
async function refuse(device, path) {
  let from = Date.now();
  await choose(device, path);
  const state = await until(() => device.evaluate(() => (document.getElementById("notice") ? "refused"
    : location.hash === "#/aabn-fil" ? "asks" : "")), "an answer to the file");
  if (state === "asks") {
    await fill(device, "passphrase", PASSPHRASE);
    from = Date.now();
    await press(device, "unseal");
  }
  const said = await says(device, "notice", "Filen");
  return [said, Date.now() - from];
}

/** What the app never does; runs in the page. @param {string} words */
const storePlainly = (words) => new Promise((resolve, reject) => {
  const request = indexedDB.open("probe", 1);
  request.onerror = () => reject(request.error);
  request.onupgradeneeded = () => request.result.createObjectStore("all").put(new TextEncoder().encode(words), 1);
  request.onsuccess = () => resolve(request.result.close());
});

/** @param {import("./engines.mjs").Engine} engine */
const fileOf = (engine) => join(written, `${engine.name}.lineal`);

for (const engine of ENGINES) {
  test(`${engine.name}: a case is written, saved, opened again, taken along, locked and deleted (E1)`, async (told) => {
    const place = makePlace();
    const { profile, downloads } = place;
    const nowhere = (/** @type {string} */ when) => {
      for (const words of [WORD, SAW, PASSPHRASE]) assert.deepEqual(placesOf(profile, words), [], `»${words}« ${when}`);
    };
    let device = await startEngine(engine, place);
    await open(device, `${server.address}#/`);
    const hasGraphics = await device.evaluate(() => document.createElement("canvas").getContext("webgl2") !== null);
    const colours = await coloursOfPicture(device);
    assert.equal(colours > 50, hasGraphics, `${colours} colours`);
    writeFileSync(join(PICTURES, `${engine.name}.png`), await device.screenshot());
    told.diagnostic(`${engine.name} ${device.version}, ${hasGraphics ? `picture with ${colours} colours` : "text view: no WebGL 2"}`);

    await choosePassphrase(device);
    await go(device, "#/");
    const saw = await assess(device);
    nowhere("after saving");

    await device.reload();
    await stands(device);
    assert.ok(!(await wordsOfPage(device)).includes(WORD), "locked after a reload");
    await unlock(device);
    await pressOnDraft(device, "go");
    await arrive(device, "#/vurder/oversigt");
    assert.equal(await valueOf(device, "code-word"), WORD);
    await go(device, "#/vurder/tegn/mental");
    assert.equal(await valueOf(device, saw), SAW);

    const sealed = await takeAlong(device, downloads);
    assert.ok(!sealed.bytes.includes(WORD));
    assert.equal(openByTheBook(sealed.path).code_word, WORD);
    copyFileSync(sealed.path, fileOf(engine));

    await press(device, "footer-keeping");
    await press(device, "lock");
    await until(() => device.evaluate(() => document.getElementById("drafts-title") !== null).catch(() => false), "the locked page");
    await stands(device);
    assert.ok(!(await wordsOfPage(device)).includes(WORD), "locked");
    assert.deepEqual(await device.evaluate(() => /** @type {any} */ (globalThis).faults), []);
    await device.close();
    nowhere("after closing");
    assert.ok(placesOf(profile, "LIN1\u0001\u0001\u0001").length > 0, "the seal itself is there: the search can find");

    device = await startEngine(engine, place);
    await open(device, `${server.address}#/`);
    await unlock(device);
    await pressOnDraft(device, "remove");
    await press(device, "question-yes");
    await says(device, "notice", "Kladden er slettet, og der ligger ikke flere.");
    await device.close();
    nowhere("after deleting and closing");

    device = await startEngine(engine, place);
    await device.goto(`${server.address}licences.txt`);
    await device.evaluate(storePlainly, WORD);
    await device.close();
    assert.notDeepEqual(placesOf(profile, WORD), [], "what is stored plainly is found: the search can fail");
    reached("E1", `${engine.name}, by --engines`, "3 texts in 3 spellings looked for in the whole profile after saving, closing, deleting: 0 found");
  });
}

const DAMAGED = isFull ? 200 : 20;
const SENTENCES = /^Filen kan ikke åbnes, fordi (dens begyndelse er beskadiget|den er beskadiget|den ikke er en kladde fra Linealen|den er gemt med en nyere udgave).* Det, du er i gang med, er urørt\./;

for (const engine of ENGINES) {
  test(`${engine.name}: opens the file of every engine and of the repository; ${DAMAGED} damaged ones get a sentence (E4, F2)`, async () => {
    const place = makePlace();
    const device = await startEngine(engine, place);
    await open(device, `${server.address}#/vurder/oversigt`);
    for (const other of ENGINES) {
      await openFile(device, fileOf(other), WORD);
      await press(device, "discard");  // so that the next one cannot be the one before
      await press(device, "question-yes");
    }
    await openFile(device, `${ROOT}tests/keeping/case_1.lineal`, IN_THE_REPOSITORY);

    const sound = readFileSync(fileOf(engine));
    let slowest = 0;
    for (let turn = 0; turn < DAMAGED; ++turn) {
      const damaged = turn % 4 === 3 ? sound.subarray(0, (turn * 7919) % sound.length) : Buffer.from(sound);
      if (turn % 4 !== 3) damaged[turn % 4 === 0 ? turn % 100 : (turn * 7919) % sound.length] ^= 1 << turn % 8;
      const path = join(place.downloads, `damaged-${turn}.lineal`);
      writeFileSync(path, damaged);
      const [said, ms] = await refuse(device, path);
      assert.match(said, SENTENCES, `file ${turn}`);
      assert.ok(ms <= 2000, `file ${turn}: ${ms} ms`);
      slowest = Math.max(slowest, ms);
    }
    assert.equal(await valueOf(device, "code-word"), IN_THE_REPOSITORY, "the open case is untouched");
    assert.deepEqual(await device.evaluate(() => /** @type {any} */ (globalThis).faults), []);
    await device.close();
    reached("E4", `${engine.name}, by --engines`, "wrote a file that tools/open_case.py reads; opened those of three engines and the repository's");
    reached("F2", `${engine.name}, by --engines`, `${DAMAGED} damaged files, each with its sentence, the slowest after ${slowest} ms; open case untouched`, DAMAGED);
  });
}

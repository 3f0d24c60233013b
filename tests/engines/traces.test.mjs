// @ts-check
// What Firefox writes down by itself, to open its tabs again: never what was answered (E1 of safekeeping.md). Chromium's
// part is in tests/browser/keep_traces.test.mjs; a window of WebKitGTK writes nothing of the kind.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { reached } from "../browser/reached.mjs";
import { startServer, until } from "../browser/support.mjs";
import { closeEngines, ENGINES, makePlace, startEngine } from "./engines.mjs";
import { choosePassphrase, go, open, press, says, use } from "./steps.mjs";

const server = await startServer();
after(async () => { await closeEngines(); server.stop(); });

const SOON = 60_000;  // ms; it writes every fifteen seconds

/** Firefox's own kind of file: eight letters, the length of the words, one LZ4 block. @param {Buffer} bytes */
function unpack(bytes) {
  assert.equal(bytes.toString("latin1", 0, 7), "mozLz40");
  const words = Buffer.alloc(bytes.readUInt32LE(8));
  let from = 12, to = 0;
  const lengthOf = (/** @type {number} */ begun) => {
    let length = begun, more = begun === 15 ? 255 : 0;
    for (; more === 255; length += more) more = bytes[from++];
    return length;
  };
  while (from < bytes.length) {
    const token = bytes[from++], literals = lengthOf(token >> 4);
    to += bytes.copy(words, to, from, from + literals);
    from += literals;
    if (from >= bytes.length) break;
    const back = bytes.readUInt16LE(from);
    from += 2;
    for (let left = lengthOf(token & 15) + 4; left > 0; --left, ++to) words[to] = words[to - back];
  }
  return words.toString("utf8", 0, to);
}

/** What it would open again, once that holds these words. @param {string} profile @param {string} part */
const sessionWith = (profile, part) => until(async () => {
  try {
    const words = unpack(readFileSync(`${profile}/sessionstore-backups/recovery.jsonlz4`));
    return words.includes(part) ? words : "";
  } catch {
    return "";  // not written yet, or being written
  }
}, `the file of its tabs with »${part}«`, SOON);

const firefox = /** @type {import("./engines.mjs").Engine} */ (ENGINES.find(({ name }) => name.startsWith("Firefox")));

test("Firefox ESR: no answer lies in the file of its tabs (E1)", async () => {
  const place = makePlace();
  const device = await startEngine(firefox, place);
  await open(device, `${server.address}#/`);
  await choosePassphrase(device);
  await go(device, "#/vurder/alder");
  await use(device, "3–5 år");
  await go(device, "#/vurder/rolle");
  await use(device, "Medarbejder i børnehave");
  await go(device, "#/vurder/tegn/mental");
  await use(device, "Ja");
  await use(device, "Flere gange om ugen", "Hvor ofte?");
  await says(device, "kept-state", "Gemt kl.");
  const answered = await device.evaluate(() => [...document.querySelectorAll("#page fieldset")].map(({ id }) => id).filter((id) => id !== ""));
  assert.ok(answered.length > 3);
  await go(device, "#/vurder/oversigt");
  await press(device, "code-word");

  const kept = await sessionWith(place.profile, "#/vurder/oversigt");
  assert.ok(!kept.includes('"formdata"'), "no state of any field");
  for (const id of answered) assert.ok(!kept.includes(id), id);

  // What it may keep it does keep: this can fail.
  await device.evaluate(() => {
    const control = document.createElement("input");
    Object.assign(control, { type: "checkbox", id: "probe-of-a-sign" });
    document.body.prepend(control);
    control.click();
  });
  await go(device, "#/om");
  assert.match(await sessionWith(place.profile, "probe-of-a-sign"), /"formdata"/);
  await device.evaluate(() => /** @type {any} */ (globalThis).linealen.host.guard(false));
  await device.close();
  reached("E1", "Firefox ESR, answers", `${answered.length} answers: none in the file of its tabs, no state of a field`);
});

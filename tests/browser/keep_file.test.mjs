// @ts-check
// The encrypted file: what the page writes, a reader that shares no code with it reads by docs/format.md; and what the
// page says of files that are not whole (E4, E5 of safekeeping.md).

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { beginCase, choosePassphrase, closeDevices, openDraft, PASSPHRASE, press, says, startDevice, STOPPED, unlock, writeCase } from "./keep_support.mjs";
import { reached } from "./reached.mjs";
import { ROOT, settle, startServer, until } from "./support.mjs";

const server = await startServer();
const folder = mkdtempSync(join(tmpdir(), "linealen-file-"));
after(async () => {
  await closeDevices();
  server.stop();
  rmSync(folder, { recursive: true, force: true });
});

// The first that has the library; tools/gate/machine.py sees to it that one has.
const PYTHON = ["python3", "/usr/bin/python3"].find((one) => spawnSync(one, ["-c", "import cryptography"]).status === 0) ?? "python3";
const WORD = "Mælkebøtte";
/** @typedef {import("playwright-core").Page} Page */

/** @param {Buffer} bytes @param {string} passphrase */
function openByTheBook(bytes, passphrase) {
  const path = join(folder, "case.lineal");
  writeFileSync(path, bytes);
  try {
    return { said: execFileSync(PYTHON, ["-B", `${ROOT}tools/open_case.py`, path, "--passphrase", passphrase], { encoding: "utf8", stdio: "pipe" }) };
  } catch (fault) {
    return { refused: String(/** @type {any} */ (fault).stderr) };
  }
}

/** Writes a case and takes it along encrypted. @param {Page} page */
async function saveSealed(page) {
  await page.evaluate(() => { location.hash = "#/vurder/alder"; });
  await beginCase(page);
  await page.locator("#code-word").fill(WORD);
  await press(page, "save");
  await until(() => page.evaluate(() => document.getElementById("passphrase") !== null), "the file page");
  await page.locator("#passphrase").fill(PASSPHRASE);
  await press(page, "show-passphrase");
  await page.locator("#passphrase-again").fill(PASSPHRASE);
  const [file] = await Promise.all([page.waitForEvent("download"), press(page, "save-file")]);
  assert.match(file.suggestedFilename(), /^linealen-kladde-\d{4}-\d\d-\d\d\.lineal$/);
  await says(page, "notice", "Browseren har fået kladden som fil. Se efter, at den ligger på enheden, før du lukker siden.");
  return readFileSync(await file.path());
}

/** @param {Page} page @param {Buffer} bytes */
async function choose(page, bytes) {
  await page.evaluate(() => { location.hash = "#/vurder/oversigt"; });
  await until(() => page.evaluate(() => document.getElementById("open-file") !== null), "the overview");
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), press(page, "open-file")]);
  await chooser.setFiles({ name: "kladde.lineal", mimeType: "application/octet-stream", buffer: bytes });
  await settle(page);
}

/** @param {Page} page @param {string} passphrase */
async function unseal(page, passphrase) {
  await until(() => page.evaluate(() => document.getElementById("unseal")?.hasAttribute("disabled") === false), "the button");
  await page.locator("#passphrase").fill(passphrase);
  await press(page, "unseal");
}

/** @param {Buffer} bytes @param {number} at */
function flipped(bytes, at) {
  const copy = Buffer.from(bytes);
  copy[at] ^= 1;
  return copy;
}

test("a file is read by the book, opened on another device, and refused with the sentence that fits", async () => {
  const device = await startDevice(server);
  const page = await device.open();
  const bytes = await saveSealed(page);
  assert.ok(!bytes.includes(WORD));

  const read = openByTheBook(bytes, PASSPHRASE);
  assert.equal(JSON.parse(read.said ?? "").code_word, WORD);
  assert.match(openByTheBook(bytes, "noget andet").refused ?? "", /passphrase does not fit/);
  assert.match(openByTheBook(flipped(bytes, 4100), PASSPHRASE).refused ?? "", /is damaged/);
  assert.match(openByTheBook(bytes.subarray(0, 90), PASSPHRASE).refused ?? "", /cut off/);
  await page.close();

  const other = await startDevice(server);
  const there = await other.open("#/vurder/oversigt");
  await choose(there, flipped(bytes, 6));
  await says(there, "notice", "fordi dens begyndelse er beskadiget, eller fordi den er skåret af");
  await choose(there, bytes.subarray(0, bytes.length - 1));
  await says(there, "notice", "fordi dens begyndelse er beskadiget, eller fordi den er skåret af");
  await choose(there, flipped(bytes, 4000));
  await unseal(there, PASSPHRASE);
  await says(there, "notice", "fordi den er beskadiget. Det er ikke adgangssætningen, der er noget galt med.");
  await choose(there, bytes);
  await unseal(there, "noget helt andet");
  await says(there, "passphrase-error", "Adgangssætningen passer ikke.");
  assert.ok(!(await there.evaluate(() => document.body.innerText)).includes(WORD));
  await unseal(there, ` ${PASSPHRASE.toUpperCase()} `.toLowerCase());
  await says(there, "passphrase-error", "Adgangssætningen passer ikke.");  // its own capital was part of it
  await unseal(there, PASSPHRASE);
  await until(() => there.evaluate(() => document.getElementById("code-word") !== null), "the case");
  assert.equal(await there.locator("#code-word").inputValue(), WORD);
  for (const one of [device, other]) {
    await one.close();
    one.forget();
  }
  reached("E5", "Chromium", "wrong passphrase, damaged beginning, cut off, damaged body: each its own sentence, nothing shown before");
});

// Files of today must open in every edition to come: they are never made anew.
for (const name of ["case_1", "rescue_1"]) {
  test(`the file ${name} in the repository opens with the passphrase it was made with (E4)`, async () => {
    const bytes = readFileSync(`${ROOT}tests/keeping/${name}.lineal`);
    assert.equal(JSON.parse(openByTheBook(bytes, PASSPHRASE).said ?? "").code_word, WORD);
    const device = await startDevice(server);
    const page = await device.open("#/vurder/oversigt");
    await choose(page, bytes);
    await unseal(page, PASSPHRASE);
    await until(() => page.evaluate(() => document.getElementById("code-word") !== null), "the case");
    assert.equal(await page.locator("#code-word").inputValue(), WORD);
    await device.close();
    device.forget();
    reached("E4", `Chromium, ${name.replace("_1", "")}`, "a file of each edition opens in the page and in tools/open_case.py");
  });
}

/** The help panel's file, after a fault. @param {Page} page */
async function saveRescued(page) {
  await page.evaluate(() => /** @type {any} */ (globalThis).linealen.host.call((/** @type {any} */ program) => program._page_trap(0)));
  await page.locator("#page-rescued").waitFor();
  const [file] = await Promise.all([page.waitForEvent("download"), page.locator("#page-rescued").click()]);
  assert.match(file.suggestedFilename(), /^linealen-kladde-\d{4}-\d\d-\d\d\.lineal$/);
  return readFileSync(await file.path());
}

test("what the help panel saves is the last saved draft, opened elsewhere with the device's passphrase, also when it was damaged", async () => {
  const device = await startDevice(server, { expects: STOPPED });
  const page = await device.open();
  await choosePassphrase(page);
  await writeCase(page, "Ærenpris");
  const generation = () => page.evaluate(async () => Number((await /** @type {any} */ (globalThis).keeping.open()).drafts[0].split(" ")[1]));
  const before = await generation();
  await page.locator("#code-word").fill(WORD);
  await until(async () => await generation() > before, "a save");
  await says(page, "kept-state", "Gemt kl.");
  const bytes = await saveRescued(page);
  assert.ok(!bytes.includes(WORD));

  assert.equal(JSON.parse(openByTheBook(bytes, PASSPHRASE).said ?? "").code_word, WORD);
  assert.match(openByTheBook(bytes, "noget andet").refused ?? "", /passphrase does not fit/);
  assert.match(openByTheBook(flipped(bytes, 4100), PASSPHRASE).refused ?? "", /is damaged/);
  assert.match(openByTheBook(bytes.subarray(0, 150), PASSPHRASE).refused ?? "", /cut off/);

  // The newest copy is damaged on the disk: the one before it is the last safe one.
  await page.locator("#page-reload").click();
  await until(() => page.evaluate(() => performance.getEntriesByName("app-ready").length > 0).catch(() => false), "the page");
  await unlock(page);
  await openDraft(page);
  await page.evaluate(() => new Promise((resolve) => {
    indexedDB.open("lineal").onsuccess = (event) => {
      const transaction = /** @type {any} */ (event.target).result.transaction(["head", "snap"], "readwrite");
      transaction.oncomplete = resolve;
      transaction.objectStore("head").openCursor().onsuccess = (/** @type {any} */ found) => {
        const { key, value } = found.target.result;
        const snaps = transaction.objectStore("snap");
        snaps.get([key, value.slot]).onsuccess = (/** @type {any} */ got) => {
          got.target.result[2000] ^= 1;
          snaps.put(got.target.result, [key, value.slot]);
        };
      };
    };
  }));
  const older = await saveRescued(page);
  assert.equal(JSON.parse(openByTheBook(older, PASSPHRASE).said ?? "").code_word, "Ærenpris");

  const other = await startDevice(server);
  const there = await other.open("#/vurder/oversigt");
  await choose(there, flipped(bytes, 6));  // kind 2: another header
  await says(there, "notice", "fordi dens begyndelse er beskadiget, eller fordi den er skåret af");
  await choose(there, flipped(bytes, 4000));
  await unseal(there, PASSPHRASE);
  await says(there, "notice", "fordi den er beskadiget. Det er ikke adgangssætningen, der er noget galt med.");
  await choose(there, bytes);
  await unseal(there, "noget helt andet");
  await says(there, "passphrase-error", "Adgangssætningen passer ikke.");
  await unseal(there, PASSPHRASE);
  await until(() => there.evaluate(() => document.getElementById("code-word") !== null), "the case");
  assert.equal(await there.locator("#code-word").inputValue(), WORD);
  for (const one of [device, other]) {
    await one.close();
    one.forget();
  }
});

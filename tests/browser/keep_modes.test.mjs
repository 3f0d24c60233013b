// @ts-check
// How a case is kept can be changed: another passphrase, and the device's own key where the municipality allows it. What
// lies on the device is told, all of it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { after, test } from "node:test";
import { choosePassphrase, closeDevices, openDraft, placesOf, press, pressWipe, says, startDevice, unlock, writeCase } from "./keep_support.mjs";
import { ROOT, startServer, until } from "./support.mjs";

const server = await startServer();
const stops = [() => server.stop()];
after(async () => { await closeDevices(); for (const stop of stops) stop(); });

const NEXT = "Fire gamle cykler i regnvejr";

/** @typedef {import("playwright-core").Page} Page */

/** What opens the vault, as it lies on the disk. @param {Page} page @returns {Promise<{id: string, wrapped: string, copy: string, managed: boolean}>} */
const vaultOf = (page) => page.evaluate(async () => {
  const records = /** @type {{store: string, key: any, value: any}[]} */ (await /** @type {any} */ (globalThis).keeping.records());
  const at = (/** @type {string} */ place) => records.find(({ store, key }) => store === "meta" && key === place)?.value;
  const { id, wrapped, managed } = at("vault");
  return { id: String(id), wrapped: String(wrapped), copy: String(at("vault-copy").wrapped), managed: managed !== undefined };
});

/** From now on the page notes the pause that follows a wrong passphrase. @param {Page} page */
const watchPause = (page) => page.evaluate(() => new MutationObserver(() => {
  const pause = document.getElementById("penalty")?.textContent;
  if (pause) Object.assign(globalThis, { pause });
}).observe(document.body, { childList: true, subtree: true, characterData: true }));

/** @param {Page} page */
async function waitOut(page) {
  await until(() => page.evaluate(() => document.getElementById("penalty") === null), "the pause to end");
  assert.match(await page.evaluate(() => /** @type {any} */ (globalThis).pause ?? ""), /Vent et øjeblik, før du prøver igen\./);
}

test("another passphrase opens the drafts from now on, and the old one does not", async () => {
  const device = await startDevice(server);
  let page = await device.open();
  await choosePassphrase(page);
  await writeCase(page, "Mælkebøtte");
  const before = await vaultOf(page);
  await press(page, "footer-keeping");
  await press(page, "to-new-key");
  const fill = async (/** @type {string} */ now) => {
    await page.locator("#passphrase-now").fill(now);
    await page.locator("#passphrase").fill(NEXT);
    await page.locator("#passphrase-again").fill(NEXT);
    await press(page, "change");
  };
  await watchPause(page);
  await fill("en helt anden sætning");
  await says(page, "fault-summary", "Adgangssætningen passer ikke.");
  assert.deepEqual(await vaultOf(page), before, "nothing is changed by a wrong one");
  await waitOut(page);
  await fill("Min mormor bagte altid klejner");
  await says(page, "notice", "Adgangssætningen er skiftet.");
  const now = await vaultOf(page);
  assert.equal(now.id, before.id, "the same vault");
  assert.notEqual(now.wrapped, before.wrapped);
  assert.equal(now.copy, now.wrapped, "both of its copies");
  await page.evaluate(() => { location.hash = "#/vurder/oversigt"; });
  await until(() => page.evaluate(() => document.getElementById("code-word") !== null), "the overview");
  await page.locator("#code-word").fill("Ærenpris");  // and goes on saving with the key it has
  await says(page, "kept-state", "Gemt kl.");
  await page.close();
  page = await device.open("#/gem");
  await watchPause(page);
  await page.locator("#passphrase").fill("Min mormor bagte altid klejner");
  await press(page, "unlock");
  await says(page, "fault-summary", "Adgangssætningen passer ikke.");
  await waitOut(page);
  await unlock(page, NEXT);
  await openDraft(page);
  assert.equal(await page.locator("#code-word").inputValue(), "Ærenpris");
  await device.close();
  for (const words of [NEXT, "Ærenpris"]) assert.deepEqual(placesOf(device.profile, words), []);
  device.forget();
});

test("a passphrase of 201 characters that is pasted is not cut: it is said that it is too long, hidden and shown", async () => {
  const device = await startDevice(server);
  const page = await device.open();
  await press(page, "footer-keeping");
  await press(page, "keep-mode-1");
  const field = page.locator("#passphrase");
  /** As a person pastes: the browser puts it in, and would cut it there. @param {string} words */
  const paste = async (words) => {
    await field.fill("");
    await field.focus();
    await page.keyboard.insertText(words);
    assert.equal((await field.inputValue()).length, words.length, "all of it");
  };
  for (const isShown of [false, true]) {
    if (isShown) await press(page, "show-passphrase");
    await paste(`${"Cykler i regn ".repeat(20)}`.slice(0, 201));
    await press(page, "keep");
    await says(page, "passphrase-error", "Adgangssætningen er for lang. Brug højst 200 tegn.");
  }
  const longest = `${"Cykler i regn ".repeat(20)}`.slice(0, 199) + "!";
  await paste(longest);
  await page.locator("#passphrase-again").fill(longest);
  await press(page, "keep");
  await until(() => page.evaluate(() => location.hash !== "#/gem"), "200 are taken");
  await device.close();
  device.forget();
});

/** The page of a municipality that has allowed it: its own content, packed by its own command. */
function packManaged() {
  const folder = `${ROOT}build/managed`, content = `${folder}/content`, dist = `${folder}/dist`;
  rmSync(folder, { recursive: true, force: true });
  cpSync(`${ROOT}content`, content, { recursive: true });
  cpSync(`${ROOT}build/dist-testing`, dist, { recursive: true });
  const settings = JSON.parse(readFileSync(`${content}/lineal/settings.json`, "utf8"));
  writeFileSync(`${content}/lineal/settings.json`, JSON.stringify({ ...settings, allows_managed_key: true }));
  execFileSync(`${ROOT}build/native/lineal`, ["pack", "--content", content, "--into", dist], { stdio: "pipe" });
  return dist;
}

test("where the municipality allows it the device keeps the key itself, and says who can read it", async () => {
  const managed = await startServer(packManaged());
  stops.push(() => managed.stop());
  const device = await startDevice(managed);
  let page = await device.open();
  await press(page, "footer-keeping");
  await says(page, "keep-mode", "Alle, der kan bruge din brugerprofil på enheden, kan læse det.");
  await press(page, "keep-mode-2");
  await press(page, "keep");
  await until(() => page.evaluate(() => location.hash !== "#/gem"), "the vault");
  await writeCase(page, "Mælkebøtte");
  assert.ok((await vaultOf(page)).managed);
  await page.close();
  page = await device.open("#/gem");
  await openDraft(page);  // nothing is asked for
  assert.equal(await page.locator("#code-word").inputValue(), "Mælkebøtte");
  await page.evaluate(() => { location.hash = "#/gemt"; });
  await says(page, "kept-table", "nøglen ligger på enheden. Alle, der kan bruge din brugerprofil her.");
  await press(page, "footer-keeping");
  assert.equal(await page.evaluate(() => document.getElementById("to-new-key") ?? document.getElementById("lock")), null,
    "no passphrase to exchange, and nothing to lock");
  await device.close();
  assert.deepEqual(placesOf(device.profile, "Mælkebøtte"), [], "sealed all the same");
  device.forget();
});

test("without that setting nobody is offered it", async () => {
  const device = await startDevice(server);
  const page = await device.open("#/gem");
  await press(page, "keep-mode-1");
  assert.equal(await page.evaluate(() => document.getElementById("keep-mode-2")), null);
  await device.close();
  device.forget();
});

test("»Hvad ved dette værktøj?« names every kind of thing that lies on the device, and nothing else lies there", async () => {
  const device = await startDevice(server);
  let page = await device.open();
  const rows = async () => {
    await page.evaluate(() => { location.hash = "#/"; });
    await page.evaluate(() => { location.hash = "#/gemt"; });
    await until(() => page.evaluate(() => document.getElementById("kept-table") !== null), "the table");
    return Object.fromEntries(await page.evaluate(() => [...document.querySelectorAll("#kept-table tbody tr")].map((row) => {
      const cells = [...row.querySelectorAll("th, td")].map((cell) => cell.querySelector(".t:last-child")?.textContent?.trim() ?? "");
      return [cells[0], cells.at(-1)];
    })));
  };
  /** Looked at as a browser's own tools do, without the program. */
  const lies = () => page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name);
    const folder = await navigator.storage.getDirectory();
    const files = [];
    for await (const name of /** @type {any} */ (folder).keys()) files.push(name);
    return { names, local: Object.keys(localStorage).sort(), session: Object.keys(sessionStorage), caches: await caches.keys(), cookies: document.cookie, files };
  });

  assert.deepEqual(new Set(Object.values(await rows())), new Set(["intet"]), "nothing before anything is chosen");
  assert.deepEqual(await lies(), { names: [], local: [], session: [], caches: [], cookies: "", files: [] });

  await choosePassphrase(page);
  await writeCase(page, "Mælkebøtte");
  await page.evaluate(() => { location.hash = "#/udseende"; });
  await press(page, "colours-2");
  await page.evaluate(() => sessionStorage.setItem("linealen.faults", `1 ${Date.now()}`));
  const told = await rows();
  const there = await lies();
  assert.deepEqual(there.names, ["lineal"]);
  assert.deepEqual(there.files.concat(there.caches), []);
  assert.equal(there.cookies, "");
  const records = await page.evaluate(async () => (await /** @type {any} */ (globalThis).keeping.records())
    .map((/** @type {any} */ { store, value }) => ({ store: String(store), bytes: Number(value.length ?? 0) })));
  const lying = (/** @type {string} */ name) => records.filter((/** @type {{store: string}} */ { store }) => store === name);
  /** Each place where something lies, and the row that names it. */
  const named = {
    "Kladder": lying("snap").length > 0, "Dag for fjernelse og nummer på hver kladde": lying("head").length > 0, "Nøglen": lying("meta").length > 0,
    "Kladder, der ikke kunne læses": lying("quarantine").length > 0, "Dit valg af farver og skriftstørrelse": there.local.some((key) => key !== "linealen.readings"),
    "Det, du har læst": there.local.includes("linealen.readings"), "Et mærke, når Linealen er standset af en fejl": there.session.length > 0,
    "Selve Linealen, så den virker uden net": there.caches.length > 0,
  };
  assert.deepEqual(Object.fromEntries(Object.entries(told).map(([row, size]) => [row, size !== "intet"])), named);
  assert.equal(Object.values(named).filter(Boolean).length, 5, JSON.stringify(there));
  assert.equal(told["Kladder"], `${Math.round(lying("snap").reduce((/** @type {number} */ sum, /** @type {{bytes: number}} */ { bytes }) => sum + bytes, 0) / 1000)} kB`);

  await pressWipe(page);
  await press(page, "question-yes");
  await until(async () => (await lies().catch(() => null))?.names.length === 0, "all to be gone");
  assert.deepEqual(await lies(), { names: [], local: [], session: [], caches: [], cookies: "", files: [] });
  await device.close();
  device.forget();
});

// @ts-check
// A wipe leaves nothing; one that something is in the way of goes on with the rest, and its receipt tells what is left (E9
// of safekeeping.md).

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { choosePassphrase, closeDevices, filesBelow, placesOf, press, pressWipe, says, startDevice, wordsOf, writeCase } from "./keep_support.mjs";
import { reached } from "./reached.mjs";
import { startServer, until } from "./support.mjs";

const server = await startServer();
after(async () => { await closeDevices(); server.stop(); });

const MARK = "Kvægtorvsmærkat";

/** @typedef {import("playwright-core").Page} Page */

// The browser complains of a /wipe that is not answered, and that is what is tried here.
const expects = /Failed to load resource/;

/** A page that has written, and one besides that is not of this program and never lets go of the database. */
async function startHeld() {
  const device = await startDevice(server, { expects });
  const page = await device.open();
  await choosePassphrase(page);
  await writeCase(page, "Mælkebøtte");
  await page.evaluate(async () => {
    localStorage.setItem("linealen.appearance", "1");
    sessionStorage.setItem("linealen.faults", "1 0");
    await caches.open("app-of-before");
  });
  const holder = await device.context.newPage();
  await holder.goto(`${server.address}licences.txt`);
  await holder.evaluate(() => new Promise((resolve) => {
    indexedDB.open("lineal").onsuccess = (event) => {
      Object.assign(globalThis, { held: /** @type {any} */ (event.target).result });
      resolve(0);
    };
  }));
  await page.bringToFront();
  return { device, page, holder };
}

/** @param {Page} page */
async function wipe(page) {
  await press(page, "footer-kept");
  await pressWipe(page);
  await press(page, "question-yes");
}

/** @param {Page} page */
const left = (page) => page.evaluate(async () => ({
  databases: (await indexedDB.databases()).map(({ name }) => name), caches: await caches.keys(),
  local: localStorage.length, session: sessionStorage.length,
}));

test("after a wipe no seal of ours is left in the browser's folder within 10 s (E9)", async () => {
  const device = await startDevice(server);
  const page = await device.open();
  await choosePassphrase(page);
  await writeCase(page, MARK);
  const seals = () => filesBelow(device.profile).filter(({ bytes }) => bytes.includes("LIN1")).length;
  await until(async () => seals() > 0, "a seal on the disk");
  await press(page, "footer-kept");
  await pressWipe(page);
  await press(page, "question-yes");
  await says(page, "notice", "Alt er ryddet fra denne browser. Luk fanen");
  await until(async () => seals() === 0, "no seal", 10_000);
  assert.ok(!(await page.evaluate(() => document.body.innerText)).includes(MARK));
  await device.close();
  assert.equal(seals(), 0);
  assert.deepEqual(placesOf(device.profile, MARK), []);
  device.forget();
  reached("E9", "Chromium", "0 seals and 0 words left within 10 s");
});

test("the receipt says »in part« where the server does not clear (E9)", async () => {
  const device = await startDevice(server, { expects: /404 .*\/wipe$/ });
  const page = await device.open();
  await page.route("**/wipe", (route) => route.fulfill({ status: 404, body: "Not found." }));
  await choosePassphrase(page);
  await press(page, "footer-kept");
  await pressWipe(page);
  await press(page, "question-yes");
  await says(page, "notice", "Alt er slettet, men serveren kunne ikke bede browseren om at rydde filerne bagved.");
  await device.close();
  device.forget();
});

test("a page that holds the database open stops no other step of the wipe, and the receipt says that something is left", async () => {
  const { device, page, holder } = await startHeld();
  let asked = 0;
  await page.route("**/wipe", (route) => {
    ++asked;
    return route.fulfill({ status: 404, body: "Not found." });
  });
  await wipe(page);
  await says(page, "notice", "Ikke alt kunne ryddes. Luk de andre faner med Linealen, og prøv igen, eller ryd data for siden i browserens indstillinger.");
  assert.equal(asked, 1, "the server is asked all the same");
  assert.deepEqual(await left(page), { databases: ["lineal"], caches: [], local: 0, session: 0 });

  await holder.close();  // as it was told to
  await until(async () => (await left(page)).databases.length === 0, "the database to go after its time");
  await wipe(page);
  await says(page, "notice", "Alt er slettet, men serveren kunne ikke bede browseren om at rydde filerne bagved.");
  await device.close();
  device.forget();
});

test("where the server has the browser clear it all, a page that holds the database open is no hindrance", async () => {
  const { device, page, holder } = await startHeld();
  await wipe(page);
  await says(page, "notice", "Alt er ryddet fra denne browser. Luk fanen");
  assert.ok(!(await wordsOf(page, "page")).includes("Mælkebøtte"));
  await holder.close();
  assert.deepEqual(await left(page), { databases: [], caches: [], local: 0, session: 0 });
  await device.close();
  device.forget();
});

test("a cache that cannot be deleted is told, and what comes after it goes", async () => {
  const device = await startDevice(server, { expects });
  const page = await device.open();
  await choosePassphrase(page);
  await writeCase(page, "Mælkebøtte");
  await page.route("**/wipe", (route) => route.abort());
  await page.evaluate(async () => {
    for (const name of ["app-1", "app-2"]) await caches.open(name);
    const remove = CacheStorage.prototype.delete;
    CacheStorage.prototype.delete = function (/** @type {string} */ name) {
      return name === "app-1" ? Promise.reject(new DOMException("no", "UnknownError")) : remove.call(this, name);
    };
  });
  await wipe(page);
  await says(page, "notice", "Ikke alt kunne ryddes.");
  assert.deepEqual(await left(page), { databases: [], caches: ["app-1"], local: 0, session: 0 });
  await device.close();
  device.forget();
});

test("a server that never answers is not waited for, and the receipt says »in part« within 10 s (E9)", async () => {
  const device = await startDevice(server, { expects });
  const page = await device.open();
  await choosePassphrase(page);
  await writeCase(page, "Mælkebøtte");
  await page.route("**/wipe", () => {});
  const from = Date.now();
  await wipe(page);
  await says(page, "notice", "Alt er slettet, men serveren kunne ikke bede browseren om at rydde filerne bagved.", 10_000);
  const took = Date.now() - from;
  assert.ok(took <= 10_000, `${took} ms`);
  assert.deepEqual(await left(page), { databases: [], caches: [], local: 0, session: 0 });
  await device.close();
  device.forget();
  reached("E9", "Chromium, hindered", `a database held open, a cache that stays, a server that fails: the rest goes, and the receipt says so; a server that never answers: told after ${(took / 1000).toFixed(1)} s`);
});

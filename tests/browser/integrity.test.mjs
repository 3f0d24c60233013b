// @ts-check
// N6: every shipped file, changed by one byte on its way, is refused: by the page that asks for it, with a sentence, and by the
// service worker, which then keeps nothing.
//
// One file of each kind; with LINEALEN_FULL every file.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { isFull, press, says } from "./keep_support.mjs";
import { cachesOf, editionOf, missingPacks, untilKept, untilOpen, workersOf } from "./offline_support.mjs";
import { RefusingProxy } from "./proxy.mjs";
import { reached } from "./reached.mjs";
import { ROOT, settle, startBrowser, startServer, until } from "./support.mjs";

const DIST = `${ROOT}build/dist-testing`;
const server = await startServer(DIST);
const browser = await startBrowser(["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]);
after(async () => { await browser.close(); server.stop(); });

const PAGE = readFileSync(`${DIST}/index.html`, "utf8");
const FILES = Object.keys(editionOf(DIST).files).filter((path) => path !== "./");
/** @param {RegExp} mark */
const nameIn = (mark) => mark.exec(PAGE)?.[1] ?? assert.fail(`index.html has no ${mark}`);
const packNamed = (/** @type {string} */ name) => FILES.find((path) => path.startsWith(`content/${name}.`)) ?? "";
const AGES = FILES.filter((path) => path.startsWith("content/age_"));

/** @typedef {import("playwright-core").Page} Page */

const NOT_AS_IT_SHOULD_BE = "En del af Linealen er ikke, som den skal være, og er derfor ikke taget i brug. Genindlæs siden;";
const PACK = "En del af indholdet er ikke, som det skal være, og er derfor ikke taget i brug. Prøv igen;";

/** @param {Page} page */
const panelSays = (page) => until(() => page.evaluate((words) => {
  const panel = /** @type {HTMLElement} */ (document.getElementById("page-fault"));
  return !panel.hidden && panel.innerText.includes(words);  // of what is hidden, innerText is all there is
}, NOT_AS_IT_SHOULD_BE), "the panel");

/** Where the script is refused, only what index.html and its style can do by themselves. @param {Page} page */
async function lateSays(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Animation.enable");
  assert.equal(await page.locator("#page-late").isVisible(), false, "not from the beginning");
  await session.send("Animation.setPlaybackRate", { playbackRate: 50 });
  await until(() => page.locator("#page-late").isVisible(), "the words for those who wait");
  assert.match(await page.locator("#page-late").innerText(), /genindlæs siden\. Hjælper det ikke, så sig det til den, der driver siden\./);
}

/** @param {Page} page */
async function packSays(page) {
  await says(page, "pack-failed", PACK);
  assert.match(await page.locator("#page main").innerText(), /Ring 112/);
}

/** Without its words nothing is proposed, and the field asks for words of one's own. @param {Page} page */
async function asksForOwnWords(page) {
  const answered = page.waitForResponse(/content\/passphrase\./);
  await press(page, "footer-keeping");
  await press(page, "keep-mode-1");
  await answered;
  await until(() => page.evaluate(() => /** @type {any} */ (globalThis).linealen.host.loading === 0), "it to be decided");
  await settle(page);
  await says(page, "passphrase-hint", "Din egen sætning på mindst 15 tegn.");
  assert.equal(await page.locator("#proposal-card").count(), 0);
  assert.equal(await page.locator("#pack-failed").count(), 0, "it goes on without");
}

/**
 * @typedef {{path: string, at: string, isRefused: (page: Page) => Promise<unknown>}} Changed
 * @param {string} path of an age @returns {Changed}
 */
const ofAge = (path) => ({ path, at: "#/vurder/alder", isRefused: async (page) => {
  await untilOpen(page);
  await page.evaluate((at) => { /** @type {HTMLElement[]} */ ([...document.querySelectorAll("#page main input[type=radio]")])[at].click(); },
    ["age_0_11m", "age_12_35m", "age_3_5", "age_6_9", "age_10_14", "age_15_17"].findIndex((age) => path.includes(age)) + 1);
  await page.evaluate(() => { location.hash = "#/vurder/oversigt"; });
  await packSays(page);
} });

/** What the page itself asks for, and what it says. @type {Changed[]} */
const OF_PAGE = [
  { path: nameIn(/rel="stylesheet" href="([^"]+)"/), at: "#/", isRefused: panelSays },
  { path: nameIn(/<script[^>]* src="([^"]+)"/), at: "#/", isRefused: lateSays },
  { path: nameIn(/data-asset="wasm" href="([^"]+)"/), at: "#/", isRefused: panelSays },
  { path: nameIn(/data-asset="face-400" href="([^"]+)"/), at: "#/", isRefused: panelSays },
  { path: nameIn(/data-asset="face-600" href="([^"]+)"/), at: "#/", isRefused: panelSays },
  { path: packNamed("front"), at: "#/", isRefused: panelSays },
  { path: packNamed("start"), at: "#/vurder/alder", isRefused: panelSays },
  { path: packNamed("start"), at: "#/", isRefused: async (page) => { await press(page, "door-assess"); await packSays(page); } },
  { path: packNamed("guide"), at: "#/hjaelp", isRefused: packSays },
  { path: packNamed("passphrase"), at: "#/", isRefused: async (page) => { await untilOpen(page); await asksForOwnWords(page); } },
  ...AGES.map(ofAge),
  { path: nameIn(/id="page-keep" href="([^"]+)"/), at: "#/gem", isRefused: async (page) => { await says(page, "absent", "fordi en del af Linealen ikke kunne hentes."); } },
  // The rest goes on, and nothing is promised that does not hold.
  { path: nameIn(/id="page-offline" href="([^"]+)"/), at: "#/", isRefused: async (page) => {
    await untilOpen(page);
    await until(() => page.evaluate(() => document.querySelectorAll("link[rel=modulepreload]").length > 0), "the page to ask for it");
    await page.waitForTimeout(500);  // what is then said of it, the shipped page says: offline.test.mjs
    assert.equal(await page.evaluate(() => performance.getEntriesByName("offline-told").length), 0);
  } },
  { path: nameIn(/href="([^"]+)" data-asset="wasm-rest"/), at: "#/vurder/alder", isRefused: panelSays },
  { path: nameIn(/href="([^"]+)" data-asset="wasm-rest"/), at: "#/", isRefused: async (page) => { await press(page, "door-assess"); await packSays(page); } },
  { path: packNamed("knowledge"), at: "#/viden", isRefused: packSays },
  // The help panel says what it can without it, and offers nothing.
  { path: nameIn(/id="page-rescue" href="([^"]+)"/), at: "#/", isRefused: async (page) => {
    await untilOpen(page);
    await page.evaluate(() => /** @type {any} */ (globalThis).linealen.host.call((/** @type {any} */ program) => program._page_trap(0)));
    await until(() => page.locator("#page-fault").isVisible(), "the panel");
    await page.waitForTimeout(500);
    assert.match(await page.locator("#page-fault").innerText(), /Det, du ikke har gemt på enheden eller i en fil, er desværre tabt\./);
    assert.equal(await page.evaluate(() => performance.getEntriesByName("rescue-told").length), 0);
    assert.equal(await page.locator("#page-rescued").isVisible(), false);
  } },
];
const SOME = [0, 1, 2, 3, 6, 8, 10, 16, 18, 19, 20, 21].map((at) => OF_PAGE[at]);

/** One bit of the byte in the middle. @param {Buffer} body */
function changed(body) {
  const copy = Buffer.from(body);
  copy[copy.length >> 1] ^= 1;
  return copy;
}

/** @param {string} path @param {"allow" | "block"} workers */
async function openChanged(path, workers) {
  const proxy = await new RefusingProxy(server.address).start();
  let times = 0;
  proxy.change = (asked, body) => {
    if (asked !== `/${path}`) return body;
    ++times;
    return changed(body);
  };
  const context = await browser.newContext({ locale: "da-DK", serviceWorkers: workers, proxy: { server: proxy.address, bypass: "<-loopback>" } });
  const page = await context.newPage();
  await page.addInitScript(() => addEventListener("linealen-ready", (event) => Object.assign(globalThis, { linealen: /** @type {any} */ (event).detail })));
  return { proxy, page, times: () => times, async close() {
    await context.close();
    proxy.stop();
  } };
}

/** What was seen to be refused, for the record. */
const refused = { byPage: 0, byWorker: 0 };
const ofPage = isFull ? OF_PAGE : SOME;
for (const { path, at, isRefused } of ofPage) {
  test(`${path.replace(/\.[^.]*\./, ".")} changed by one byte is refused by the page at ${at}`, async () => {
    const opened = await openChanged(path, "block");
    await opened.page.goto(server.address + at);
    await isRefused(opened.page);
    assert.ok(opened.times() > 0, "it was asked for, and changed");
    await opened.close();
    ++refused.byPage;
  });
}

// What no page can compare with a hash, the worker can: icons, the manifest, the licences, and the page itself once it is kept.
const ofWorker = isFull ? FILES : [...FILES.filter((path) => /webmanifest|icon-512|licences/.test(path)), packNamed("age_6_9")];
test(`${ofWorker.length + 1} files changed by one byte are each refused by the service worker, which then keeps nothing`, async () => {
  for (const path of ["", ...ofWorker]) {
    const opened = await openChanged(path, "allow");
    // A page whose own script was changed has no worker to ask; the worker of another window has.
    await opened.page.goto(`${server.address}licences.txt`);
    const said = await opened.page.evaluate(async () => {
      const policy = /** @type {any} */ (globalThis).trustedTypes.createPolicy("lineal-sw", { createScriptURL: () => "sw.js" });
      const found = await navigator.serviceWorker.register(policy.createScriptURL(""), { updateViaCache: "none" });
      const worker = found.installing;
      return new Promise((done) => worker?.addEventListener("statechange", () => done(worker.state)));
    });
    assert.equal(said, "redundant", path);
    assert.ok(opened.times() > 0, path);
    assert.deepEqual(await workersOf(opened.page), { active: "", waiting: "", installing: "" }, path);
    assert.deepEqual(await cachesOf(opened.page), [], path);
    await opened.close();
    ++refused.byWorker;
  }
});

test("with no byte changed all of it is taken: the page, its packs and the worker", async () => {
  const opened = await openChanged("none", "allow");
  await opened.page.goto(server.address);
  await untilKept(opened.page);
  assert.deepEqual(await missingPacks(opened.page), []);
  await opened.page.evaluate(() => { location.hash = "#/hjaelp"; });
  await until(() => opened.page.evaluate(() => document.querySelectorAll("#page main h2").length > 1), "the help");
  assert.equal(await opened.page.locator("#pack-failed").count(), 0);
  await opened.close();
  assert.deepEqual(refused, { byPage: ofPage.length, byWorker: ofWorker.length + 1 });
  reached("N6", "Chromium", `${refused.byPage} files changed by one byte on their way to the page, ${refused.byWorker} on their way to the service worker: all refused`);
});

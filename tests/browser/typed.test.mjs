// @ts-check
// What is typed stays in the page: not in the address, the title, the history, any store, the console, a request, or plainly
// in the browser's folder; in every field of every view (N9 of safekeeping.md).

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { choosePassphrase, placesOf, press, says } from "./keep_support.mjs";
import { go, untilKept, untilOpen } from "./offline_support.mjs";
import { closeWatched, RefusingProxy, startWatched } from "./proxy.mjs";
import { reached } from "./reached.mjs";
import { ROOT, settle, startServer, until } from "./support.mjs";
import { openFile } from "./whole_visit.mjs";

const server = await startServer();
after(async () => { await closeWatched(); server.stop(); });

const MARK = "Kvægtorvsmærkat";  // æ: other bytes in UTF-8 and UTF-16, and others again in an address
const WAYS = [MARK, encodeURIComponent(MARK), JSON.stringify(MARK), Buffer.from(MARK).toString("base64").slice(0, 16)];

/** @typedef {import("playwright-core").Page} Page */

/** Everything a page can leave words in besides its own fields. @param {Page} page @returns {Promise<string>} */
const leftBehind = (page) => page.evaluate(async () => {
  const { navigation } = /** @type {any} */ (globalThis);
  const words = [location.href, document.title, document.referrer, document.cookie, window.name, JSON.stringify(history.state),
    JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), JSON.stringify(await indexedDB.databases()),
    ...navigation.entries().map((/** @type {any} */ one) => `${one.url} ${JSON.stringify(one.getState())}`),
    ...performance.getEntries().map(({ name }) => name)];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) words.push(name, request.url, await (await cache.match(request))?.text() ?? "");
  }
  return words.join("\n");
});

/** @param {Page} page @param {import("./proxy.mjs").Watched} watched @param {RefusingProxy} proxy @param {string} where */
async function isNowhere(page, watched, proxy, where) {
  const words = [await leftBehind(page), ...watched.told.console, ...proxy.log.map(({ host, path }) => host + path)].join("\n");
  for (const way of WAYS) assert.ok(!words.includes(way), `${where}: ${words.slice(Math.max(0, words.indexOf(way) - 200), words.indexOf(way) + 50)}`);
}

/** Writes the mark in each field there is, the ones that come meanwhile too. @param {Page} page @returns {Promise<number>} how many */
const typeEverywhere = (page) => page.evaluate(async (mark) => {
  const done = new Set();
  for (;;) {
    const top = document.querySelector("dialog[open]") ?? document;
    const next = [.../** @type {NodeListOf<HTMLInputElement>} */ (top.querySelectorAll("#page textarea, #page input:not([type=radio]):not([type=checkbox])"))]
      .find(({ id }) => !done.has(id));
    if (!next) return done.size;
    done.add(next.id);
    next.focus();
    next.value = `${mark} ${done.size}`;
    next.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText" }));
    await new Promise((drawn) => requestAnimationFrame(drawn));
  }
}, MARK);

/** A page with all its test views, kept for use without a net. @param {string} address @param {(page: Page) => Promise<void>} [prepare] */
async function openWatched(address, prepare) {
  const proxy = await new RefusingProxy(server.address).start();
  const watched = await startWatched(proxy);
  const page = await watched.context.newPage();
  page.on("dialog", (dialog) => { dialog.accept(); });
  await page.goto(`${server.address}?visning=tekst${address}`);  // a picture of each view would take most of the time
  await untilOpen(page);
  await untilKept(page);
  await prepare?.(page);
  return { proxy, watched, page, async close() {
    await watched.close();
    proxy.stop();
    const places = WAYS.flatMap((way) => placesOf(watched.profile, way));
    watched.forget();
    assert.deepEqual(places, [], "in the browser's folder");
  } };
}

test("in every field of every view, kept in memory only", async () => {
  const opened = await openWatched("#/sample");  // elsewhere than at the start page, so that the views have all their words
  const { page } = opened;
  const names = JSON.parse(await page.evaluate(() => {
    const { host } = /** @type {any} */ (globalThis).linealen;
    host.program._page_views();
    return host.witness;
  }));
  let fields = 0;
  for (const address of ["#/sample", ...names.map((/** @type {string} */ name) => `#/view/${name}`)]) {
    await page.evaluate(async (to) => {
      location.hash = to;
      do await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
      while (/** @type {any} */ (globalThis).linealen.host.loading > 0 || location.hash === to && to.startsWith("#/view/"));
    }, address);
    fields += await typeEverywhere(page);
    assert.ok(!(await page.evaluate(() => location.href + document.title)).includes(MARK), address);
  }
  assert.ok(fields > 50, `${fields} fields`);
  await isNowhere(page, opened.watched, opened.proxy, "memory only");
  await opened.close();
  reached("N9", "Chromium, memory only", `${fields} fields of ${names.length + 1} views, 13 places and the browser's folder: 0 words`);
});

const AREAS = ["mental", "social", "cognitive", "physical", "attendance", "care", "parents"];
const SCREENS = [...AREAS.map((area) => `#/vurder/tegn/${area}`), "#/vurder/forhold", "#/vurder/beskyttende", "#/vurder/refleksion",
  "#/vurder/vurdering", "#/vurder/hvad-nu", "#/vurder/oversigt", "#/vurder/tegn/abuse", "#/gem", "#/gem-fil"];

test("in every field of a case that is kept encrypted", async () => {
  const opened = await openWatched("#/", (page) => choosePassphrase(page, `${MARK} er min adgangssætning`));
  const { page } = opened;
  await go(page, "#/vurder/alder");
  await press(page, "age-3");
  await openFile(page, readFileSync(`${ROOT}tests/content/sample_case.json`));
  let fields = 0;
  for (const screen of SCREENS) {
    await go(page, screen);
    // A sign that is seen has notes; so has a search that is unfolded.
    await page.evaluate(() => {
      /** @type {HTMLElement | null} */ (document.querySelector("#page main fieldset input[type=radio]"))?.click();
      for (const one of document.querySelectorAll("#page main button[aria-expanded=false]")) /** @type {HTMLElement} */ (one).click();
    });
    await settle(page);
    fields += await typeEverywhere(page);
  }
  await go(page, "#/vurder/oversigt");
  await page.locator("#code-word").fill(MARK);
  await until(() => page.evaluate(() => /** @type {any} */ (globalThis).linealen.host.saving.size === 0), "the save");
  await says(page, "kept-state", "Gemt kl.");
  assert.ok(fields > 25, `${fields} fields`);
  await isNowhere(page, opened.watched, opened.proxy, "kept encrypted");
  await opened.close();
  reached("N9", "Chromium, kept encrypted", `${fields} fields of ${SCREENS.length} screens, 13 places and the browser's folder: 0 words`);
});

test("the search looks where it says: words put there are found", async () => {
  const opened = await openWatched("#/");
  const { page } = opened;
  for (const put of [
    () => page.evaluate((words) => { document.title = words; }, MARK),
    () => page.evaluate((words) => { window.name = words; }, MARK),
    () => page.evaluate((words) => { history.replaceState({ words }, ""); }, MARK),
    () => page.evaluate((words) => { sessionStorage.setItem("probe", words); }, MARK),
    () => page.evaluate((words) => { document.cookie = `probe=${encodeURIComponent(words)}`; }, MARK),
    () => page.evaluate(async (words) => { await (await caches.open("probe")).put("probe", new Response(words)); }, MARK),
    () => page.evaluate((words) => { fetch(`probe?${words}`); }, MARK),
    () => page.evaluate((words) => { console.log(words); }, MARK),
  ]) {
    await put();
    await assert.rejects(async () => {
      for (let turn = 0; turn < 20; ++turn) {  // a request takes its time
        await isNowhere(page, opened.watched, opened.proxy, "probe");
        await page.waitForTimeout(50);
      }
    }, /probe/, String(put));
    await page.evaluate(async () => {
      document.title = window.name = "";
      document.cookie = "probe=; max-age=0";
      history.replaceState(null, "");
      sessionStorage.clear();
      performance.clearResourceTimings();
      await caches.delete("probe");
    });
    opened.proxy.log.length = opened.watched.told.console.length = 0;
    await isNowhere(page, opened.watched, opened.proxy, "tidied");
  }
  await page.evaluate((words) => localStorage.setItem("probe", words), MARK);
  await assert.rejects(opened.close(), /in the browser's folder/);
});

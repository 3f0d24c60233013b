// @ts-check
// support.mjs -- a server, a browser, and a page of ours that is ready.
//
// Polls with page.evaluate: waitForFunction with a string throws under our
// policy, and the policy is never bypassed. A violation of it, an error and a
// request to elsewhere fail the test that caused them.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const TESTING = `${ROOT}build/dist-testing`;
export const FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-quic",
  "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--force-color-profile=srgb"];

/** @returns {Promise<{address: string, stop: () => void}>} */
export function startServer(dist = TESTING) {
  if (!existsSync(`${dist}/index.html`)) throw new Error(`${dist} is missing; build it with tools/build_testing`);
  const server = spawn("python3", ["-B", "serve.py", "--no-build", "--port", "0", "--dist", dist], { cwd: ROOT });
  let said = "";
  return new Promise((resolve, reject) => {
    server.stderr.on("data", (bytes) => { said += bytes; });
    server.stdout.on("data", (bytes) => {
      said += bytes;
      const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(said);
      if (found) resolve({ address: found[0], stop: () => server.kill() });
    });
    server.on("exit", () => reject(new Error(`serve.py ended: ${said}`)));
  });
}

/** @param {string[]} [more] */
export const startBrowser = (more = []) =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: [...FLAGS, ...more] });

/**
 * @typedef {{server: {address: string}, browser: import("playwright-core").Browser,
 *   kept: Map<string, Opened>, inUse: Opened | null}} Both
 * @typedef {Awaited<ReturnType<typeof openPage>>} Opened
 */

/** A server and a browser for one test file. */
export async function startBoth(/** @type {string[]} */ more = []) {
  const [server, browser] = await Promise.all([startServer(), startBrowser(more)]);
  const both = /** @type {Both} */ ({ server, browser, kept: new Map(), inUse: null });
  return { ...both, async stop() { await browser.close(); server.stop(); } };
}

/**
 * @template T
 * @param {() => Promise<T>} ask
 * @param {string} what
 * @param {number} [most] milliseconds
 * @returns {Promise<NonNullable<T>>} the first answer that is not empty
 */
export async function until(ask, what, most = 15_000) {
  const end = Date.now() + most;
  for (;;) {
    // A page that is asked may never answer: its database was closed under it, or it is gone.
    let late = /** @type {NodeJS.Timeout | undefined} */ (undefined);
    const silence = new Promise((_, reject) => {
      late = setTimeout(() => reject(new Error(`waited in vain for an answer about: ${what}`)), Math.max(end - Date.now(), 0) + most);
    });
    const answer = /** @type {T} */ (await Promise.race([ask(), silence]).finally(() => clearTimeout(late)));
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/**
 * @typedef {{width?: number, height?: number, density?: number, touch?: boolean, dark?: boolean, text?: boolean,
 *   percent?: number, forced?: boolean, reduced?: boolean, remember?: string, page?: string}} Setting
 */

/**
 * A page of ours at an address, ready, in the setting asked for.
 * @param {Both} both
 * @param {string} address "#/sample"
 * @param {Setting} [setting]
 */
export async function openPage(both, address, setting = {}) {
  const context = await both.browser.newContext({
    viewport: { width: setting.width ?? 1280, height: setting.height ?? 800 },
    deviceScaleFactor: setting.density ?? 1,
    hasTouch: setting.touch ?? false,
    isMobile: setting.touch ?? false,
    colorScheme: setting.dark ? "dark" : "light",
    forcedColors: setting.forced ? "active" : "none",
    reducedMotion: setting.reduced ? "reduce" : "no-preference",
    locale: "da-DK",
    serviceWorkers: "block",  // offline.test.mjs is about them; here each page asks the server itself
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const faults = /** @type {string[]} */ ([]);
  const page = await context.newPage();
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    const own = request.url().startsWith(both.server.address) || request.url().startsWith("blob:");
    if (!own) faults.push(`a request to elsewhere: ${request.url()}`);
  });
  const words = `${setting.dark ? "dark" : "light"} ${setting.text ? "text" : "picture"} ${setting.percent ?? 100}`;
  await page.addInitScript((remember) => {
    localStorage.setItem("linealen.appearance", remember);
    addEventListener("linealen-ready", (event) => {
      Object.assign(globalThis, { linealen: /** @type {any} */ (event).detail });
    });
    addEventListener("securitypolicyviolation", (event) => console.error(`policy: ${event.violatedDirective}`));
  }, setting.remember ?? words);
  await page.goto(both.server.address + (setting.page ?? "") + address);
  await until(() => page.evaluate(() => performance.getEntriesByName("app-ready").length > 0 ||
    document.body.className.includes("is-stopped")), "the page to be ready");
  await finishLoading(page);
  assert.deepEqual(faults, [], "opening the page");
  return { page, context, faults, async close() { await context.close(); assert.deepEqual(faults, []); } };
}

/** @param {import("playwright-core").Page} page */
async function finishLoading(page) {
  await until(() => page.evaluate(() => {
    const { host, page } = /** @type {any} */ (globalThis).linealen ?? {};
    const told = performance.getEntriesByName("offline-told").length > 0;  // what comes last, when all is quiet
    const isKnown = host?.keep !== null && host?.saving.size === 0;  // what is kept on the device
    return (host?.loading === 0 && page.unsaid === 0 && told && isKnown) || document.body.className.includes("is-stopped");
  }), "the packs, and what is to be said");
  await settle(page);
  const stopped = await page.evaluate(() => document.querySelector("#page-fault:not([hidden]) [data-fault]:not([hidden])")?.textContent);
  assert.equal(stopped ?? "", "", "the page opens");
}

const MOST_KEPT = 2;  // a page with its picture is large

/**
 * As openPage, but a page that was closed is used again where it has the same
 * setting: the program is started once, and a view is come to from another,
 * as a person comes to it. An address of "#/view/" begins a new session. A
 * page whose test failed is not used again.
 * @param {Both} both @param {string} address @param {Setting} [setting]
 */
export async function visitPage(both, address, setting = {}) {
  const key = JSON.stringify(setting);
  await both.inUse?.context.close();
  both.inUse = null;
  const kept = both.kept.get(key);
  both.kept.delete(key);
  const opened = both.inUse = kept ?? await openPage(both, address, setting);
  if (kept) await moveTo(opened.page, address);
  return {
    page: opened.page, context: opened.context, isNew: !kept,
    async close() {
      assert.deepEqual(opened.faults, []);
      both.inUse = null;
      both.kept.set(key, opened);
      for (const [oldest, { context }] of both.kept) {
        if (both.kept.size <= MOST_KEPT) break;
        both.kept.delete(oldest);
        await context.close();
      }
    },
  };
}

/** @param {import("playwright-core").Page} page @param {string} address */
export async function moveTo(page, address) {
  await page.evaluate(async (wanted) => {
    const move = (/** @type {string} */ hash) => new Promise((done) => {
      addEventListener("hashchange", done, { once: true });  // after the program's own listener
      location.hash = hash;
    });
    for (const region of document.querySelectorAll("#page-polite, #page-assertive")) region.textContent = "";
    const before = location.hash;
    if (before !== wanted) await move(wanted);
    if (location.hash !== before) return;
    // The same address again is no new view to the program: it keeps the focus and the place on the page.
    await move(before === "#/" ? "#/om" : "#/");
    await move(wanted);
  }, address);
  await finishLoading(page);
}

/** Two frames: what was asked for is written and drawn. @param {import("playwright-core").Page} page */
export const settle = (page) => page.evaluate(() => new Promise((resolve) =>
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(true), 0)))));

/**
 * @typedef {{id: string, tag: string, x: number, y: number, width: number, height: number, lines: number[], words: string}} Drawn
 * @param {import("playwright-core").Page} page
 * @returns {Promise<{address: string, height: number, nodes: Drawn[], heard: {role: string, name: string, state: string}[]}>}
 */
export const askWitness = async (page) => JSON.parse(await page.evaluate(() => {
  const { host } = /** @type {any} */ (globalThis).linealen;
  host.program._page_witness();
  return host.witness;
}));

/** @param {import("playwright-core").Page} page @returns {Promise<{operations: number, frames: number}>} */
export const counters = (page) => page.evaluate(() => {
  const parts = /** @type {any} */ (globalThis).linealen;
  return { operations: parts.page.count, frames: parts.tile.frames };
});

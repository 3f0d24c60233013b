// @ts-check
// offline_support.mjs -- a host that can fail at any file, two editions of the page, and a browser that keeps its profile.
//
// The host is really stopped: a browser told to be offline still has one.
// Knows: dist, tools/gate/policy.py, `lineal pack`. Never: what is right.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { chromium } from "playwright-core";
import { FLAGS, ROOT, until } from "./support.mjs";

export const READY = "Klar til brug uden net.";
export const WAITS = "En ny udgave af Linealen er klar";
export const LATER = " (den nye udgave)";  // stands in every heading that the second edition has and the first has not

const HEADERS = JSON.parse(execFileSync("python3", ["-B", "-c", "import json, sys; sys.path.insert(0, 'tools')\n" +
  "from gate.policy import HEADERS; import serve; print(json.dumps([HEADERS, serve.TYPES]))"], { cwd: ROOT, encoding: "utf8" }));

export const FAULTS = /** @type {const} */ (["reset", "truncated", "short", "404", "500", "wrong type", "wrong hash", "longer", "redirect"]);
/** @typedef {typeof FAULTS[number] | "never"} Fault */

/** Serves one edition; from the moment the worker itself has been asked for, `fault` befalls one file of it. */
export class FaultyHost {
  /** @param {string} folder */
  constructor(folder) {
    this.folder = folder;
    /** @type {{path: string, kind: Fault} | null} */
    this.fault = null;
    this.hits = 0;
    this.armed = false;
    /** @type {string[]} */
    this.log = [];
    this.caching = "no-store";  // the browser's own cache is not to help
    this.port = 0;
    this.server = this.make();
  }

  get address() { return `http://127.0.0.1:${this.port}/`; }

  make() {
    const server = createServer((request, response) => this.answer(request, response));
    server.keepAliveTimeout = 60_000;
    return server;
  }

  /** @returns {Promise<FaultyHost>} at the same port as before: another port is another origin */
  async start() {
    this.server = this.make();
    await new Promise((ready) => this.server.listen(this.port, "127.0.0.1", () => ready(null)));
    this.server.unref();  // a test that fails leaves it behind
    this.port = /** @type {import("node:net").AddressInfo} */ (this.server.address()).port;
    return this;
  }

  async stop() {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  /** @param {string} path @param {Fault} kind */
  failAt(path, kind) {
    this.fault = { path, kind };
    this.hits = 0;
    this.armed = path === "sw.js";
  }

  /** @param {import("node:http").IncomingMessage} request @param {import("node:http").ServerResponse} response */
  answer(request, response) {
    const path = (request.url ?? "/").split("?")[0].slice(1).replace(/^moved\//, "") || "./";
    this.log.push(`${request.headers["sec-fetch-mode"] === "navigate" ? "NAVIGATE" : request.method} ${path}`);
    const fault = this.armed && this.fault?.path === path && !request.url?.startsWith("/moved/") ? this.fault.kind : null;
    if (path === "sw.js") this.armed = true;
    if (fault) ++this.hits;
    const file = `${this.folder}/${path === "./" ? "index.html" : path}`;
    let body = existsSync(file) && !file.endsWith("/") ? readFileSync(file) : null;
    const type = HEADERS[1][/\.[^.]*$/.exec(file)?.[0] ?? ""] ?? "application/octet-stream";
    const headers = { ...HEADERS[0], "Content-Type": type, "Cache-Control": this.caching };
    if (request.method !== "GET" || body === null) return void response.writeHead(request.method === "POST" ? 200 : 404, HEADERS[0]).end();
    switch (fault) {
      case "never": return;
      case "reset": return void request.socket.destroy();
      case "truncated":
        response.writeHead(200, { ...headers, "Content-Length": body.length });
        return void response.write(body.subarray(0, body.length / 2), () => request.socket.destroy());
      case "short": return void response.writeHead(200, headers).end(body.subarray(0, body.length / 2));
      case "404": return void response.writeHead(404, headers).end(body);
      case "500": return void response.writeHead(500, headers).end(body);
      case "wrong type": headers["Content-Type"] = type.startsWith("text/html") ? "text/plain" : "text/html"; break;
      case "wrong hash": body[Math.floor(body.length / 2)] ^= 1; break;
      case "longer": body = Buffer.concat([body, Buffer.from("\n")]); break;  // sound, and yet not what was built
      case "redirect": return void response.writeHead(302, { ...HEADERS[0], Location: `/moved/${path}` }).end();
    }
    response.writeHead(200, { ...headers, "Content-Length": body.length }).end(body);
  }
}

/** The list in front of a worker. @param {string} folder @returns {{name: string, files: Record<string, string>}} */
export const editionOf = (folder) => JSON.parse(/^self\.edition=(.*);\n/.exec(readFileSync(`${folder}/sw.js`, "utf8"))?.[1] ?? "");

/** Every file the page can ask for, and the worker. @param {string} folder */
export const filesOf = (folder) => [...Object.keys(editionOf(folder).files), "sw.js"];

/** The shipped page, and the next edition of it: other content, other program, other script, other style. */
export function makeEditions() {
  const top = mkdtempSync(`${tmpdir()}/linealen-editions-`);
  const [first, second, content] = ["first", "second", "content"].map((name) => `${top}/${name}`);
  const shipped = `${ROOT}dist`;
  if (!existsSync(`${shipped}/sw.js`)) throw new Error("dist is missing; build it with python3 serve.py --build-only");
  cpSync(shipped, first, { recursive: true });
  cpSync(shipped, second, { recursive: true });
  cpSync(`${ROOT}content`, content, { recursive: true });
  change(`${content}/texts.da.json`, (words) => words.replace(/("(?:start_title|age_title|areas_title)": "[^"]*)/g, `$1${LATER}`));
  change(`${content}/manifest.json`, (words) => words.replace(/("version": ")([^"]*)/, "$1$2.1"));
  let page = readFileSync(`${second}/index.html`, "utf8");
  /** @type {[RegExp, Buffer][]} what makes a file another one and leaves it what it is */
  const additions = [[/^linealen\..*\.wasm$/, Buffer.from([0, 2, 1, 120])], [/^(main|offline)\..*\.mjs$/, Buffer.from("\n//2\n")],
    [/^style\..*\.css$/, Buffer.from("\n/*2*/\n")]];
  for (const name of readdirSync(second)) {
    const addition = additions.find(([pattern]) => pattern.test(name))?.[1];
    if (!addition) continue;
    const before = readFileSync(`${second}/${name}`);
    const after = Buffer.concat([before, addition]);
    const renamed = name.replace(/\.[^.]*\.(?=[^.]*$)/, `.${createHash("sha256").update(after).digest("hex").slice(0, 12)}.`);
    writeFileSync(`${second}/${name}`, after);
    renameSync(`${second}/${name}`, `${second}/${renamed}`);
    page = page.replaceAll(name, renamed).replaceAll(integrity(before), integrity(after));
  }
  writeFileSync(`${second}/index.html`, page);
  execFileSync(`${ROOT}build/native/lineal`, ["pack", "--content", content, "--into", second]);
  leftOver.push(() => rmSync(top, { recursive: true, force: true }));
  return { first, second };
}

/** @param {string} path @param {(text: string) => string} by */
const change = (path, by) => writeFileSync(path, by(readFileSync(path, "utf8")));
/** @param {Buffer} bytes */
const integrity = (bytes) => `sha384-${createHash("sha384").update(bytes).digest("base64")}`;

/** @type {(() => unknown)[]} */
const leftOver = [];
/** What a test that failed has left open; without it the run would not end. */
export async function closeAll() {
  for (const close of leftOver) await close();
}

/** A browser whose profile outlives it. @param {string} [profile] */
export async function startKeeping(profile = mkdtempSync(`${tmpdir()}/linealen-profile-`)) {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS, locale: "da-DK", viewport: { width: 1280, height: 800 },
  });
  const remove = () => rmSync(profile, { recursive: true, force: true });
  leftOver.push(() => context.close(), remove);
  return { context, profile };
}

/** @typedef {import("playwright-core").Page} Page */

/** @param {Page} page @returns {Promise<void>} the page stands, and has asked for the worker */
export async function untilOpen(page) {
  await until(() => page.evaluate(() => performance.getEntriesByName("app-ready").length > 0 ||
    document.body.className.includes("is-stopped")).catch(() => false), "the page to be ready");
}

/** @param {Page} page */
export const footer = (page) => page.evaluate(() =>
  [...document.querySelectorAll("#page .footer > p, #page .footer > div > p")].map((one) => one.textContent ?? "").join(" "));

/** @param {Page} page @param {string} words */
export const untilFooter = (page, words) => until(async () => (await footer(page).catch(() => "")).includes(words), `the footer to say ${words}`);

/** It is said where it can be read what the tool knows, and nothing is promised elsewhere. @param {Page} page @param {string} what */
export async function saysNotOffline(page, what) {
  const before = await page.evaluate(() => location.hash);
  await go(page, "#/gemt");
  await until(() => page.evaluate(() => document.getElementById("kept-offline")?.textContent?.includes("Linealen kan ikke åbnes uden net i denne browser endnu.") ?? false), `it is said why: ${what}`);
  assert.equal((await footer(page)).includes("uden net"), false, what);
  await go(page, before || "#/");
  assert.equal((await footer(page)).includes("uden net"), false, what);
}

/** @param {Page} page */
export const cachesOf = (page) => page.evaluate(async () => (await caches.keys()).sort());

/** What the registration holds. @param {Page} page */
export const workersOf = (page) => page.evaluate(async () => {
  const found = await navigator.serviceWorker.getRegistration();
  return { active: found?.active?.state ?? "", waiting: found?.waiting?.state ?? "", installing: found?.installing?.state ?? "" };
});

/** All files are on the device: what READY says, also of the page of the tests, which says nothing of it. @param {Page} page */
export const untilKept = (page) => until(async () => (await workersOf(page).catch(() => null))?.active === "activated", "the worker");

/** Asks the host for a newer worker, and waits until it has come to an end. @param {Page} page */
export async function update(page) {
  await page.evaluate(async () => {
    const found = await navigator.serviceWorker.getRegistration();
    await found?.update().catch(() => {});  // it says nothing of an installation that fails
  });
  await until(async () => !(await workersOf(page)).installing, "the installation to end");
}

/** Everything the page has been given came from this edition. @param {Page} page @param {string} folder */
export async function isOfOneEdition(page, folder) {
  const { files } = editionOf(folder);
  const strangers = await page.evaluate((known) => performance.getEntriesByType("resource")
    .map((one) => new URL(one.name).pathname.slice(1)).filter((path) => path !== "sw.js" && !known.includes(path)), Object.keys(files));
  const index = await page.evaluate(() => document.querySelector("script[src]")?.getAttribute("src") ?? "");
  return strangers.length === 0 && index in files;
}

/** Asks for every pack as the page does; the names of those that do not come as they were built. @param {Page} page */
export const missingPacks = (page) => page.evaluate(async () => {
  const missing = [];
  for (const link of document.querySelectorAll("link[data-pack]")) {
    const address = link.getAttribute("href") ?? "";
    const answer = await fetch(address, { integrity: link.getAttribute("data-integrity") ?? "" }).catch(() => null);
    if (!answer?.ok) missing.push(address);
  }
  return missing;
});

/** @param {Page} page */
export const heading = (page) => page.evaluate(() => document.querySelector("h1")?.textContent ?? "");

/** @param {Page} page @param {string} hash */
export async function go(page, hash) {
  await page.evaluate((to) => { location.hash = to; }, hash);
  await until(() => page.evaluate((to) => location.hash === to && !document.querySelector("#pack-waiting"), hash), hash);
}

/** A case of the age at that place, far enough to need its signs; then the other pages, and something looked up. @param {Page} page @param {number} age */
export async function walk(page, age) {
  await go(page, "#/vurder/alder");
  const label = await page.evaluate((at) => {
    const option = /** @type {HTMLInputElement} */ (document.querySelectorAll("#page main input[type=radio]")[at]);
    option.click();
    return option.labels?.[0]?.textContent ?? "";
  }, age);
  const months = page.locator("#months");
  if (await months.count() > 0) await months.fill(/0/.test(label) ? "5" : "20");
  await page.locator("#continue").click();
  await until(() => page.evaluate(() => location.hash !== "#/vurder/alder"), `an answer to ${label}`);
  if (await page.evaluate(() => location.hash) === "#/vurder/rolle") {
    await page.evaluate(() => /** @type {HTMLInputElement} */ (document.querySelector("#page main input[type=radio]")).click());
    await page.locator("#continue").click();
    await until(() => page.evaluate(() => document.querySelector("#page main dl, #page main .summary") !== null), `the areas of ${label}`);
    await page.locator("#page main .summary a").first().click();
    await until(() => page.evaluate(() => document.querySelectorAll("#page main fieldset").length > 1), `the signs of ${label}`);
  }
  for (const [address, id] of [["#/om", "about"], ["#/hjaelp", "help"], ["#/udseende", "appearance"], ["#/vurder/oversigt", "overview"]]) {
    await go(page, address);
    assert.equal(await page.locator("#pack-failed").count(), 0, id);
  }
  await lookUp(page);
  return label;
}

/** Asks, and reads the first answer. @param {Page} page */
async function lookUp(page) {
  await go(page, "#/viden");
  await page.locator("#sought").fill("vil ikke i skole");
  await page.locator("#found-1").click();
  await until(() => page.evaluate(() => location.hash.startsWith("#/viden/") && document.querySelectorAll("#page main p").length > 3), "what was asked for");
}

// @ts-check
// The page without a net: what it says of it, that it keeps its word, and how a new edition comes.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { cachesOf, closeAll, editionOf, FaultyHost, footer, go, heading, isOfOneEdition, LATER, makeEditions, missingPacks, READY, saysNotOffline,
  startKeeping, untilFooter, untilOpen, update, WAITS, walk, workersOf } from "./offline_support.mjs";
import { until } from "./support.mjs";

const editions = makeEditions();
const keeping = await startKeeping();
after(closeAll);
const FIRST = editionOf(editions.first).name;
const SECOND = editionOf(editions.second).name;

/** @typedef {import("playwright-core").Page} Page */

/** A host of its own, so an origin of its own, and a page of it. @param {(page: Page) => Promise<unknown>} [before] @param {string} [caching] */
async function openFirst(before, caching) {
  const host = await new FaultyHost(editions.first).start();
  host.caching = caching ?? host.caching;
  const page = await keeping.context.newPage();
  const faults = /** @type {string[]} */ ([]);
  let loads = 0;
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("load", () => ++loads);
  await page.addInitScript(() => {
    addEventListener("linealen-ready", (event) => Object.assign(globalThis, { linealen: /** @type {any} */ (event).detail }));
  });
  await before?.(page);
  await page.goto(host.address);
  await untilOpen(page);
  return { host, page, faults, loads: () => loads, async close() {
    await page.close();
    await host.stop();
    assert.deepEqual(faults, []);
  } };
}

async function openReady() {
  const opened = await openFirst();
  await untilFooter(opened.page, READY);
  return opened;
}

/** @param {Page} page */
const words = (page) => page.evaluate(() => document.querySelector("#page")?.textContent ?? "");
/** @param {Page} page @param {string} id */
const press = (page, id) => page.locator(`[id="${id}"]`).click();

test("»Klar til brug uden net« is said once every file is on the device, and not before", async () => {
  let letGo = () => {};
  const held = new Promise((resolve) => { letGo = () => resolve(undefined); });
  const host = await new FaultyHost(editions.first).start();
  const answer = host.answer.bind(host);
  host.answer = (request, response) => {  // one file of the worker's comes late
    const isLate = host.armed && request.url?.includes("icon-512");
    if (isLate) held.then(() => answer(request, response));
    else answer(request, response);
  };
  const page = await keeping.context.newPage();
  await page.goto(host.address);
  await untilOpen(page);
  const all = Object.keys(editionOf(editions.first).files);
  await until(async () => (await page.evaluate(async (name) =>
    (await caches.has(name)) && (await (await caches.open(name)).keys()).length, FIRST)) === all.length - 1, "all but one");
  assert.equal((await footer(page)).includes(READY), false);
  letGo();
  await untilFooter(page, READY);
  const kept = await page.evaluate(async (name) => (await (await caches.open(name)).keys()).map((one) => new URL(one.url).pathname.slice(1) || "./"), FIRST);
  assert.deepEqual(kept.sort(), all.sort());
  assert.equal(await page.evaluate(() => navigator.serviceWorker.controller !== null), true, "true of this page too");
  host.log = [];
  await page.waitForTimeout(1500);  // nothing is to happen; a look for a newer worker is the browser's own
  assert.deepEqual(host.log.filter((line) => line !== "GET sw.js"), []);
  await page.close();
  await host.stop();
});

test("the browser finds nothing that keeps it from being installed as an app", async () => {
  const opened = await openReady();
  const session = await opened.page.context().newCDPSession(opened.page);
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito"), []);
  const { data, errors } = await session.send("Page.getAppManifest");
  assert.deepEqual(errors, []);
  assert.equal(JSON.parse(data ?? "{}").short_name, "Linealen");
  await opened.close();
});

test("the words are kept: the host is gone, and the first page goes on with what it has not fetched yet", async () => {
  const opened = await openReady();
  await opened.host.stop();
  assert.deepEqual(await missingPacks(opened.page), []);
  await walk(opened.page, 2);
  await opened.host.start();
  await opened.close();
});

test("a browser that keeps nothing is promised nothing, and the page is as it was", async () => {
  const opened = await openFirst((page) => page.addInitScript(() => {
    navigator.serviceWorker.register = () => Promise.reject(new DOMException("The operation is insecure.", "SecurityError"));
  }));
  await until(() => opened.page.evaluate(() => performance.getEntriesByType("resource").some((one) => one.name.includes("offline."))), "the module");
  await saysNotOffline(opened.page, "a browser that keeps nothing");
  await walk(opened.page, 3);
  assert.deepEqual(await cachesOf(opened.page), []);
  await opened.close();
});

test("a part that looks after the offline copy and is not as it was built is not run", async () => {
  const host = await new FaultyHost(editions.first).start();
  const name = Object.keys(editionOf(editions.first).files).find((path) => path.startsWith("offline.")) ?? "";
  host.failAt(name, "longer");
  host.armed = true;
  const page = await keeping.context.newPage();
  await page.goto(host.address);
  await untilOpen(page);
  await until(async () => host.hits > 0, "the module to be asked for");
  await page.waitForTimeout(500);
  await saysNotOffline(page, "a module that is refused");
  assert.equal(host.log.includes("GET sw.js"), false, "it would have asked for the worker");
  await page.close();
  await host.stop();
});

test("only listed files are answered from the device; a POST and all else goes to the host untouched", async () => {
  const { host, page, close } = await openReady();
  const listed = Object.keys(editionOf(editions.first).files);
  const ask = (/** @type {string} */ path, method = "GET") => page.evaluate(async ([to, how]) => {
    const answer = await fetch(to, { method: how }).catch(() => null);
    return answer ? { status: answer.status, type: answer.headers.get("Content-Type") } : null;
  }, [path, method]);

  host.log = [];
  for (const path of listed.filter((one) => one !== "./")) assert.equal((await ask(path))?.status, 200, path);
  assert.deepEqual(host.log.filter((line) => !line.endsWith("sw.js")), [], "listed files need no host");

  host.log = [];
  const wasm = await ask("linealen.000000000000.wasm");
  assert.deepEqual(wasm, { status: 404, type: null }, "never the page for a file that is missing");
  for (const path of ["wipe", "constructor", "content/", "index.html", "main.mjs?x"]) await ask(path);
  await ask("wipe", "POST");
  const css = listed.find((one) => one.endsWith(".css")) ?? "";
  await ask(css, "HEAD");
  await ask(css, "POST");
  assert.deepEqual(host.log.filter((line) => !line.endsWith("sw.js")), ["GET linealen.000000000000.wasm", "GET wipe", "GET constructor",
    "GET content/", "GET index.html", "GET main.mjs", "POST wipe", `HEAD ${css}`, `POST ${css}`]);
  await close();
});

test("a new edition waits, changes nothing until a yes, then comes with exactly one reload", async () => {
  const { host, page, loads, close } = await openReady();
  await page.reload();
  await untilFooter(page, READY);
  host.folder = editions.second;
  await update(page);
  await until(async () => (await words(page)).includes(WAITS), "the notice");
  assert.equal(await page.evaluate(() => document.querySelector("#page-assertive")?.textContent), "");
  assert.deepEqual(await cachesOf(page), [FIRST, SECOND].sort());

  await page.reload();
  await until(async () => (await words(page)).includes(WAITS), "the notice after a reload");
  assert.equal((await heading(page)).includes(LATER), false, "still the first edition");
  assert.equal(await isOfOneEdition(page, editions.first), true);
  await go(page, "#/vurder/alder");
  assert.equal(await page.locator("#update-start").count(), 0, "nobody is asked in the middle of a case");
  assert.match(await footer(page), /Du finder den på forsiden/);
  await go(page, "#/");

  const before = loads();
  await press(page, "update-start");
  await until(async () => (await heading(page).catch(() => "")).includes(LATER), "the new edition");
  await untilFooter(page, READY);
  await page.waitForTimeout(3500);  // longer than a page waits that asked to be opened anew
  assert.equal(loads() - before, 1);
  assert.equal(await isOfOneEdition(page, editions.second), true);
  assert.deepEqual(await cachesOf(page), [SECOND]);
  assert.equal((await words(page)).includes("ny udgave er"), false);
  await host.stop();
  await page.reload();
  await untilOpen(page);
  assert.ok((await heading(page)).includes(LATER), "the new one, without a host");
  assert.deepEqual(await missingPacks(page), []);
  await host.start();
  await close();
});

test("a host that lets everything be kept for a year keeps nobody on an old edition", async () => {
  const { host, page, close } = await openFirst(undefined, "public, max-age=31536000, immutable");
  await untilFooter(page, READY);
  host.folder = editions.second;
  await update(page);
  await until(async () => (await words(page)).includes(WAITS), "the notice");
  await press(page, "update-start");
  await until(async () => (await heading(page).catch(() => "")).includes(LATER), "the new edition");
  await untilFooter(page, READY);
  await close();
});

test("a second window is told, keeps what it has, and gets nothing of the other edition", async () => {
  const { host, page, close } = await openReady();
  const other = await keeping.context.newPage();
  await other.goto(host.address);
  await untilFooter(other, READY);
  await go(other, "#/vurder/alder");
  let reloads = 0;
  other.on("load", () => ++reloads);
  host.folder = editions.second;
  await update(page);
  await until(async () => (await words(page)).includes(WAITS), "the notice");
  await untilFooter(other, "Du finder den på forsiden");

  await press(page, "update-start");
  await until(async () => (await heading(page).catch(() => "")).includes(LATER), "the new edition");
  await untilFooter(other, "En ny udgave af Linealen er taget i brug i et andet vindue.");
  assert.equal((await footer(other)).includes(READY), false, "no promise that is not true any more");

  // A pack it had not fetched: the calm sentence, and no word of the other edition.
  await other.evaluate(() => /** @type {HTMLInputElement} */ (document.querySelectorAll("#page main input[type=radio]")[3]).click());
  await other.locator("#continue").click();
  await until(() => other.evaluate(() => location.hash === "#/vurder/rolle"), "the role");
  await other.evaluate(() => /** @type {HTMLInputElement} */ (document.querySelector("#page main input[type=radio]")).click());
  await other.locator("#continue").click();
  await until(() => other.evaluate(() => document.querySelector("#pack-failed") !== null), "the calm sentence");
  assert.match(await words(other), /Indholdet kunne ikke hentes\..*Dine svar er her stadig\./);
  assert.equal((await words(other)).includes(LATER), false);
  assert.equal(await isOfOneEdition(other, editions.first), true);
  assert.equal(reloads, 0, "nothing was taken away from it");
  await other.close();
  await close();
});

test("what is not saved is guarded: no button before, and the browser asks if something is written meanwhile", async () => {
  const { host, page, loads } = await openReady();
  await go(page, "#/vurder/alder");
  await page.evaluate(() => /** @type {HTMLInputElement} */ (document.querySelectorAll("#page main input[type=radio]")[3]).click());
  await go(page, "#/");
  host.folder = editions.second;
  await update(page);
  await until(async () => /Du har en kladde, der ikke er gemt\. Gem den først/.test(await words(page)), "the sentence");
  assert.equal(await page.locator("#update-start").count(), 0);

  // Were the order given all the same, the browser's own question stands before what is lost.
  const before = loads();
  let asked = 0;
  page.on("dialog", (dialog) => {
    ++asked;
    assert.equal(dialog.type(), "beforeunload");
    dialog.dismiss();
  });
  await page.locator("h1").click();  // a browser asks for those only who have touched the page
  await page.evaluate(() => /** @type {any} */ (globalThis).linealen.host.startUpdate());
  await until(async () => asked === 1, "the browser's question");
  await until(async () => (await words(page)).includes("Gem kladden, hvis du er i gang med en"), "what has become of it");
  assert.equal(loads(), before);
  await go(page, "#/vurder/oversigt");
  assert.match(await words(page), /3–5 år/);
  await page.close({ runBeforeUnload: false });
  await host.stop();
});

test("the old edition goes when the new one is taken into use, also where our page is not there to see to it", async () => {
  const { host, page, close } = await openReady();
  const other = await keeping.context.newPage();
  await other.goto(`${host.address}licences.txt`);
  host.folder = editions.second;
  await update(page);
  await page.goto("about:blank");
  await other.evaluate(async () => {
    const found = await navigator.serviceWorker.getRegistration();
    found?.waiting?.postMessage({ ask: "update" });
  });
  await until(async () => (await cachesOf(other)).join() === SECOND, "the old edition to go");
  await until(async () => (await workersOf(other)).active === "activated", "the new one");
  assert.equal((await workersOf(other)).waiting, "");
  await other.close();
  await close();
});

test("an edition that is damaged on the device is not taken into use while it cannot be mended", async () => {
  const { host, page, close } = await openReady();
  host.folder = editions.second;
  await update(page);
  await until(async () => (await words(page)).includes(WAITS), "the notice");
  await page.evaluate(async (name) => {
    const cache = await caches.open(name);
    await cache.delete((await cache.keys()).filter((one) => one.url.endsWith(".wasm"))[0]);
  }, SECOND);
  await host.stop();
  await press(page, "update-start");
  await until(async () => (await words(page)).includes("Den nye udgave kunne ikke tages i brug lige nu."), "the sentence");
  assert.equal((await heading(page)).includes(LATER), false);
  assert.deepEqual(await missingPacks(page), []);

  await host.start();
  await press(page, "update-start");
  await until(async () => (await heading(page).catch(() => "")).includes(LATER), "the mended edition");
  await untilFooter(page, READY);
  await close();
});

test("a damaged edition shuts nobody out: the host has another by now, and the page opens with that", async () => {
  const { host, page, close } = await openReady();
  await page.evaluate(async (name) => {
    const cache = await caches.open(name);
    await cache.delete((await cache.keys()).filter((one) => one.url.endsWith(".wasm"))[0]);
  }, FIRST);
  host.folder = editions.second;
  await page.reload();
  await untilOpen(page);
  assert.ok((await heading(page)).includes(LATER));
  assert.equal(await isOfOneEdition(page, editions.second), true);
  await close();
});

test("what others keep at the same address is neither used nor thrown away", async () => {
  const host = await new FaultyHost(editions.first).start();
  const page = await keeping.context.newPage();
  await page.goto(`${host.address}licences.txt`);
  await page.evaluate(async (paths) => {
    const cache = await caches.open("another program");
    for (const path of paths) await cache.put(path, new Response("not ours", { headers: { "Content-Type": "text/html" } }));
  }, Object.keys(editionOf(editions.first).files));
  await page.goto(host.address);
  await untilFooter(page, READY);
  await page.reload();
  await untilFooter(page, READY);
  assert.deepEqual(await missingPacks(page), []);
  assert.deepEqual(await cachesOf(page), ["another program", FIRST].sort());
  await page.close();
  await host.stop();
});

test("no worker can be made from another address, nor another policy", async () => {
  const { page, close } = await openReady();
  const said = await page.evaluate(() => ["lineal-sw", "other"].map((name) => {
    try {
      /** @type {any} */ (globalThis).trustedTypes.createPolicy(name, { createScriptURL: (/** @type {string} */ text) => text });
      return "made";
    } catch {
      return "refused";
    }
  }));
  assert.deepEqual(said, ["refused", "refused"]);
  assert.equal(await page.evaluate(() => navigator.serviceWorker.register("other.js").then(() => "made", (fault) => fault.name)), "TypeError");
  await close();
});

test("a file that the browser has thrown away is fetched again, and the promise with it", async () => {
  const { host, page, close } = await openReady();
  const throwAway = () => page.evaluate(async (name) => {
    const cache = await caches.open(name);
    await cache.delete((await cache.keys()).filter((one) => one.url.includes("content/age"))[0]);
  }, FIRST);
  await throwAway();
  await host.stop();
  await page.reload();
  await untilOpen(page);
  await saysNotOffline(page, "a file is missing, and the host gone");

  await host.start();
  await page.reload();
  await untilFooter(page, READY);
  await host.stop();
  assert.deepEqual(await missingPacks(page), []);
  await host.start();
  await close();
});

test("after two faults in a row the panel stands without a net too, and so does what it leads to (R13)", async () => {
  const { host, page, close } = await openReady();
  await host.stop();
  await page.evaluate(() => sessionStorage.setItem("linealen.faults", `2 ${Date.now()}`));
  await page.reload();
  await until(() => page.evaluate(() => performance.getEntriesByName("rescue-told").length > 0), "the panel");
  const panel = page.locator("#page-fault");
  assert.equal(await panel.isVisible(), true);
  assert.match(await panel.innerText(), /Linealen er standset to gange i træk/);
  assert.match(await panel.innerText(), /ring 112/);
  assert.equal(await page.evaluate(() => performance.getEntriesByName("app-ready").length), 0, "no program was opened");
  await page.locator("#page-without").click();
  await until(() => page.evaluate(() => location.search === "?visning=tekst" && performance.getEntriesByName("app-ready").length > 0)
    .catch(() => false), "the text view");
  assert.match(await words(page), /Linealen/);
  await host.start();
  await close();
});

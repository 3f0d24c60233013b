// @ts-check
// The help panel: what it says of the drafts on this device is true, it needs no server, and a page that has stopped
// twice in a row is not opened a third time by itself (R13 of safekeeping.md).

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { findNothing } from "./axe.mjs";
import { choosePassphrase, closeDevices, openDraft, press, says, stands, startDevice, STOPPED, unlock, writeCase } from "./keep_support.mjs";
import { reached } from "./reached.mjs";
import { settle, startServer, until } from "./support.mjs";

const server = await startServer();
after(async () => { await closeDevices(); server.stop(); });

/** @typedef {import("playwright-core").Page} Page */

/** @param {Page} page */
const stop = (page) => page.evaluate(() => /** @type {any} */ (globalThis).linealen.host.call((/** @type {any} */ program) => program._page_trap(0)));

/** What the panel says once it knows what is saved. @param {Page} page */
async function panelOf(page) {
  await until(() => page.evaluate(() => performance.getEntriesByName("rescue-told").length > 0).catch(() => false), "the panel to know");
  return page.evaluate(() => {
    const panel = /** @type {HTMLElement} */ (document.getElementById("page-fault"));
    const isSeen = (/** @type {Element} */ one) => one.getClientRects().length > 0;
    return {
      words: panel.innerText.replace(/\s+/g, " "),
      buttons: [...panel.querySelectorAll("button")].filter(isSeen).map((one) => one.innerText),
      focus: document.activeElement?.textContent ?? "",
      isAlone: document.getElementById("page-stage")?.hidden,
    };
  });
}

/** @param {Page} page @param {string} id */
async function leaveBy(page, id) {
  await page.locator(id).click();
  await until(() => page.evaluate(() => performance.getEntriesByName("app-ready").length > 0).catch(() => false), "the page");
  await stands(page);
}

const EMERGENCY = /Er barnet i fare, så ring 112, og bliv hos barnet\./;
const RESCUE = "Gem sidste sikre kladde som fil";

test("kept in memory only: the panel says that what is in no file is lost, and offers no file", async () => {
  const device = await startDevice(server, { expects: /^console: linealen stopped |^error: the browser says no$/ });
  const page = await device.open("#/vurder/alder");
  await press(page, "age-3");
  await page.evaluate(() => {  // none of this is a fault of ours
    const foreign = new Error("foreign");
    foreign.stack = "Error: foreign\n at chrome-extension://abc/one.js:1:1";
    for (const error of [foreign, null]) dispatchEvent(new ErrorEvent("error", { error, message: "ResizeObserver loop", filename: location.href }));
    Promise.reject(new DOMException("the browser says no", "AbortError"));
  });
  await settle(page);
  assert.equal(await page.locator("#page-fault").isVisible(), false);
  await stop(page);
  const { words, buttons, focus, isAlone } = await panelOf(page);
  assert.match(words, /^Linealen er standset Der skete en fejl i Linealen, og den er standset\. Genindlæs siden for at arbejde videre\. Det, du ikke har gemt i en fil, er desværre tabt\. /);
  assert.match(words, EMERGENCY);
  assert.deepEqual(buttons, ["Genindlæs siden"]);
  assert.ok(focus.includes("Linealen er standset"), "it is read aloud");
  assert.ok(isAlone, "nothing of the page is left to be used");
  await leaveBy(page, "#page-reload");
  await device.close();
  device.forget();
});

test("kept under a passphrase: the panel says when, and gives the file, also without a server", async (context) => {
  const own = await startServer();
  context.after(() => own.stop());
  const device = await startDevice(own, { expects: STOPPED });
  const page = await device.open();
  await choosePassphrase(page);
  await writeCase(page, "Mælkebøtte");
  own.stop();
  const time = await page.evaluate(() => new Date().toTimeString().slice(0, 5).replace(":", "."));
  await stop(page);
  const { words, buttons } = await panelOf(page);
  const said = /Kladden blev sidst gemt kl\. (\d\d\.\d\d) og ligger på denne enhed\. Det, du har skrevet siden da, er desværre tabt\./.exec(words);
  assert.ok(said, words);
  assert.ok(said[1] <= time || time === "00.00", `${said[1]}, now ${time}`);
  assert.ok(words.includes("Filen er krypteret. Du åbner den i Linealen med »Åbn en fil« og den adgangssætning, du bruger på denne enhed."), words);
  assert.deepEqual(buttons, ["Genindlæs siden", RESCUE]);
  const [file] = await Promise.all([page.waitForEvent("download"), page.locator("#page-rescued").click()]);
  assert.match(file.suggestedFilename(), /^linealen-kladde-\d{4}-\d\d-\d\d\.lineal$/);
  await device.close();
  device.forget();
});

test("kept by a key of the device: the panel says that the draft is there, and offers no file that nobody could open", async () => {
  const device = await startDevice(server, { expects: STOPPED });
  const page = await device.open();
  await page.evaluate(async () => {
    const { keeping } = /** @type {any} */ (globalThis);
    await keeping.create("");
    await keeping.save("ab".repeat(16), 0, "one");
  });
  await stop(page);
  const { words, buttons } = await panelOf(page);
  assert.match(words, /Kladden blev sidst gemt kl\. \d\d\.\d\d og ligger på denne enhed\./);
  assert.ok(!words.includes("Filen er krypteret"), words);
  assert.deepEqual(buttons, ["Genindlæs siden"]);
  await device.close();
  device.forget();
});

test("a database that cannot be read is said to be so", async () => {
  const device = await startDevice(server, { expects: STOPPED });
  const page = await device.open();
  await choosePassphrase(page);
  await writeCase(page, "Mælkebøtte");
  await page.evaluate(() => { IDBFactory.prototype.open = () => { throw new DOMException("no", "UnknownError"); }; });
  await stop(page);
  const { words, buttons } = await panelOf(page);
  assert.match(words, /Det, du ikke har gemt i en fil, er desværre tabt\. Det kan lige nu ikke læses, hvad der er gemt på denne enhed\. Intet er slettet\./);
  assert.deepEqual(buttons, ["Genindlæs siden"]);
  await device.close();
  device.forget();
});

/** All there is of this tab's own storage. @param {Page} page */
const noted = (page) => page.evaluate(() => ({ ...sessionStorage }));

test("two faults within 60 s: the panel opens instead of the program until somebody chooses how to go on (R13)", async () => {
  const device = await startDevice(server, { expects: STOPPED });
  const page = await device.open();
  await choosePassphrase(page);
  await writeCase(page, "Mælkebøtte");
  await stop(page);
  assert.ok((await panelOf(page)).words.includes("Der skete en fejl i Linealen"));
  await leaveBy(page, "#page-reload");
  await stop(page);
  for (const when of ["at once", "after reloading"]) {
    const { words, buttons } = await panelOf(page);
    assert.match(words, /^Linealen er standset Linealen er standset to gange i træk på grund af en fejl\. Det kan hjælpe at åbne den uden tegning/, when);
    assert.ok(words.includes("De kladder, der er gemt på denne enhed, ligger der stadig."), `${when}: ${words}`);
    assert.match(words, EMERGENCY);
    assert.deepEqual(buttons, ["Åbn uden tegning", "Prøv igen", RESCUE], when);
    assert.deepEqual(Object.keys(await noted(page)), ["linealen.faults"]);
    assert.match((await noted(page))["linealen.faults"], /^2 \d{13}$/, "a count and a time, nothing else");
    await page.reload();
  }
  await panelOf(page);
  assert.equal(await page.evaluate(() => performance.getEntriesByName("app-ready").length), 0, "no program was opened");
  const [file] = await Promise.all([page.waitForEvent("download"), page.locator("#page-rescued").click()]);
  assert.match(file.suggestedFilename(), /\.lineal$/);

  await leaveBy(page, "#page-without");
  assert.equal(await page.evaluate(() => location.search), "?visning=tekst");
  assert.equal(await page.evaluate(() => document.body.classList.contains("view-text")), true);
  assert.deepEqual(await noted(page), {});
  await unlock(page);
  await openDraft(page);
  await page.locator("#code-word").fill("Ærenpris");
  await says(page, "kept-state", "Gemt kl.");

  await stop(page);
  assert.ok((await panelOf(page)).words.includes("Der skete en fejl i Linealen"), "the count began anew");
  await leaveBy(page, "#page-reload");
  await page.evaluate(() => { Date.now = () => new Date().getTime() + 61_000; });
  await stop(page);
  assert.ok((await panelOf(page)).words.includes("Der skete en fejl i Linealen"), "61 s apart is not in a row");
  await leaveBy(page, "#page-reload");
  await stop(page);
  assert.ok((await panelOf(page)).words.includes("to gange i træk"));
  await leaveBy(page, "#page-again");
  await says(page, "footer-keeping", "Gem på denne enhed");
  await device.close();
  device.forget();
  reached("R13", "Chromium, safe mode", "2 faults within 60 s open the help panel instead of the program; file, text view and another try from there");
});

test("a browser that keeps nothing for a tab still shows the panel", async () => {
  const device = await startDevice(server, { expects: STOPPED, init: () => Object.defineProperty(globalThis, "sessionStorage", { get() { throw new DOMException("no", "SecurityError"); } }) });
  const page = await device.open();
  for (const turn of [1, 2]) {
    await stop(page);
    assert.ok((await panelOf(page)).words.includes("Der skete en fejl i Linealen"), `turn ${turn}`);
    await leaveBy(page, "#page-reload");
  }
  await device.close();
  device.forget();
});

/** Where it does not open at all. @type {{name: string, init: () => void, says: RegExp}[]} */
const CLOSED = [
  {
    name: "that cannot run the program", says: /Linealen kan ikke åbnes lige nu Denne browser kan ikke køre Linealen\. Brug en nyere browser/,
    init: () => { Reflect.deleteProperty(globalThis, "WebAssembly"); },
  },
  {
    name: "over a connection that is not secure", says: /Linealen kan ikke åbnes lige nu Siden er ikke åbnet over en sikker forbindelse\. Brug adressen, der begynder med https\./,
    init: () => { Object.defineProperty(globalThis, "isSecureContext", { value: false }); },
  },
];

for (const { name, init, says: sentence } of CLOSED) {
  test(`a page ${name} says why, what to do, and whom to ring`, async () => {
    const device = await startDevice(server, { expects: STOPPED, init });
    const page = await device.context.newPage();
    await page.goto(server.address);
    await until(() => page.locator("#page-fault").isVisible(), "the panel");
    const words = (await page.locator("#page-fault").innerText()).replace(/\s+/g, " ");
    assert.match(words, sentence);
    assert.match(words, EMERGENCY);
    assert.equal(await page.locator("#page-starting").count(), 0, "it does not say that it is opening");
    assert.equal(await page.evaluate(() => performance.getEntriesByName("app-ready").length), 0);
    await device.close();
    device.forget();
  });
}

test("where the host forbids no frame the page does not open inside another one, and says where it does", async () => {
  const device = await startDevice(server, { expects: STOPPED });
  await device.context.route(/\/(licences\.txt)?$/, async (route) => {
    const real = await route.fetch();
    const kept = Object.entries(real.headers()).filter(([name]) => !/^(content-security-policy|x-frame-options|cross-origin-.*)$/.test(name));
    await route.fulfill({ response: real, headers: Object.fromEntries(kept) });
  });
  const outer = await device.context.newPage();
  await outer.goto(`${server.address}licences.txt`);
  await outer.evaluate((address) => {
    const frame = document.createElement("iframe");
    frame.src = address;
    document.body.append(frame);
  }, server.address);
  const inner = await until(async () => outer.frames().find((one) => one.url() === server.address), "the frame");
  await until(() => inner.locator("#page-fault").isVisible().catch(() => false), "the panel");
  const words = (await inner.locator("#page-fault").innerText()).replace(/\s+/g, " ");
  assert.match(words, /Linealen kan ikke åbnes lige nu Linealen er vist inde i en anden side\. .* Åbn Linealen i sit eget vindue/);
  assert.match(words, EMERGENCY);
  assert.equal(await inner.evaluate(() => performance.getEntriesByName("app-ready").length), 0);
  assert.equal(await inner.locator("button:visible").count(), 0, "nothing to press that would not help");
  await device.close();
  device.forget();
});

test("axe finds nothing in the help panel, Tab comes to each of its buttons in turn, and Enter uses them", async () => {
  const device = await startDevice(server, { expects: STOPPED });
  const page = await device.open();
  await choosePassphrase(page);
  await writeCase(page, "Mælkebøtte");
  const standing = () => page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).innerText);
  for (const wanted of [["Genindlæs siden", RESCUE], ["Åbn uden tegning", "Prøv igen", RESCUE]]) {
    await stop(page);
    const { buttons } = await panelOf(page);
    assert.deepEqual(buttons, wanted);
    await findNothing(page);
    for (const button of wanted) {
      await page.keyboard.press("Tab");
      assert.equal(await standing(), button);
    }
    while (await standing() !== wanted[0]) await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");
    await until(() => page.evaluate(() => performance.getEntriesByName("app-ready").length > 0).catch(() => false), "the page");
    await stands(page);
  }
  assert.ok(await page.evaluate(() => document.body.classList.contains("view-text")), "without drawing");
  await device.close();
  device.forget();
});

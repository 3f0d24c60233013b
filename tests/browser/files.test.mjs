// @ts-check
// What goes out of the page and comes back: the case file, the documents, a
// copied section; and the question before what is unsaved is left.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { openPage, settle, startBoth, until, visitPage } from "./support.mjs";

const both = await startBoth();
after(() => both.stop());

const LARGEST = 8 * 1024 * 1024;
const DAY = "2026-11-22";
const UNTOUCHED = "Det, du er i gang med, er urørt.";
const PAPERS = [
  { view: "notification", slug: "notification", title: "Bilag til underretning" },
  { view: "focus-team", slug: "focus_team", title: "Forberedelse til fokusteam" },
  { view: "parent-talk", slug: "parent_talk", title: "Forberedelse til forældresamtale" },
  { view: "own-notes", slug: "own_notes", title: "Egne noter" },
];

/** @typedef {import("playwright-core").Page} Page */

/** @param {Page} page @param {string} id */
async function press(page, id) {
  await page.locator(`[id="${id}"]`).click({ force: true });  // a label may lie over it
  await settle(page);
}

/** @param {Page} page @param {string} id @param {RegExp} name @returns {Promise<string>} what was downloaded */
async function download(page, id, name) {
  const waiting = page.waitForEvent("download");
  await press(page, id);
  // That anybody can read it is asked once a visit.
  const asks = await page.evaluate(() => document.querySelector("dialog[open] #question-yes") !== null);
  if (asks) await press(page, "question-yes");
  const file = await waiting;
  assert.match(file.suggestedFilename(), name);
  return readFileSync(await file.path(), "utf8");
}

/** As a file that anybody can read; the overview is on the screen before and after. @param {Page} page */
async function saveOpenly(page, name = new RegExp(`^linealen-kladde-${DAY}\\.json$`)) {
  await press(page, "save");
  await press(page, "file-kind-1");
  const file = await download(page, "save-file", name);
  const notice = await until(() => readNotice(page), "the notice");
  await page.evaluate(() => { location.hash = "#/vurder/oversigt"; });
  await until(() => page.evaluate(() => document.getElementById("save") !== null), "the overview");
  await settle(page);
  return { file, notice };
}

/** @param {Page} page @param {string} text the file that is chosen */
async function choose(page, text) {
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), press(page, "open-file")]);
  assert.equal(chooser.isMultiple(), false);
  await chooser.setFiles({ name: "kladde.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await settle(page);
}

/** @param {Page} page what the overview says of each part of the case */
const readOverview = (page) => page.evaluate(() =>
  [...document.querySelectorAll("#page main dd, #page main textarea, #page main input")].map((node) =>
    (/** @type {any} */ (node).value ?? node.textContent ?? "").replace(/\s+/g, " ").trim()));

/** @param {Page} page */
const readNotice = (page) => page.evaluate(() => document.getElementById("notice")?.textContent?.replace(/\s+/g, " ").trim() ?? "");

/** The case of the views, as a file. */
async function saveCase() {
  const opened = await visitPage(both, "#/view/overview");
  const { file, notice } = await saveOpenly(opened.page);
  const overview = await readOverview(opened.page);
  assert.equal(notice, "Browseren har fået kladden som fil. Se efter, at den ligger på enheden, før du lukker siden.");
  await opened.close();
  return { file, overview };
}

test("a saved case, opened again, gives the same answers and the same file", async () => {
  const { file, overview } = await saveCase();
  const held = JSON.parse(file);
  assert.equal(held.kind, "linealen-case");
  assert.equal(held.code_word, "Mælkebøtte");
  assert.ok(overview.length > 10);
  const opened = await visitPage(both, "#/view/start");
  await choose(opened.page, file);
  await until(() => opened.page.evaluate(() => location.hash === "#/vurder/oversigt"), "the overview");
  await until(() => opened.page.evaluate(() => /** @type {any} */ (globalThis).linealen.host.loading === 0), "the packs");
  await settle(opened.page);
  assert.equal(await readNotice(opened.page), "Kladden er åbnet.");
  assert.deepEqual(await readOverview(opened.page), overview);
  assert.equal((await saveOpenly(opened.page)).file, file);
  await opened.close();
});

test("a file just small enough is opened", async () => {
  const { file } = await saveCase();
  const opened = await visitPage(both, "#/view/start");
  await choose(opened.page, file.padEnd(LARGEST - (Buffer.byteLength(file) - file.length)));
  await until(async () => (await readNotice(opened.page)).startsWith("Kladden er åbnet."), "the case");
  await opened.close();
});

test("over an open case a file is opened only after a yes", async () => {
  const { file } = await saveCase();
  const infant = JSON.stringify({ ...JSON.parse(file), code_word: "Ærenpris" });
  const opened = await visitPage(both, "#/view/overview");
  const before = await readOverview(opened.page);
  await choose(opened.page, infant);
  await press(opened.page, "question-no");
  assert.deepEqual(await readOverview(opened.page), before);
  await choose(opened.page, infant);
  await press(opened.page, "question-yes");
  assert.deepEqual(await readOverview(opened.page), before.map((said) => (said === "Mælkebøtte" ? "Ærenpris" : said)));
  await opened.close();
});

const TRY_ANOTHER = "Har du en anden kopi, så prøv den.";
const CHOOSE_OURS = "Vælg en fil, hvis navn begynder med »linealen-kladde«.";
/** @type {{name: string, change: (file: string) => string, says: string, mend: string}[]} */
const BAD_FILES = [
  { name: "is cut off", change: (file) => file.slice(0, file.length / 2), says: "den er beskadiget ved linje ", mend: TRY_ANOTHER },
  { name: "has a control character and a number too large in it", change: (file) => file.replace(/"months": ?\d+|"schema": ?1/, '$&, "\u0001": 1e999'), says: "den er beskadiget ved linje ", mend: TRY_ANOTHER },
  { name: "is somebody else's JSON", change: () => '{"name": "noget andet", "version": 1}', says: "den ikke er en kladde fra Linealen. ", mend: CHOOSE_OURS },
  { name: "is no JSON at all", change: () => "Kære Ærø\n", says: "den ikke er en kladde fra Linealen. ", mend: CHOOSE_OURS },
  { name: "is empty", change: () => "", says: "den ikke er en kladde fra Linealen. ", mend: CHOOSE_OURS },
  {
    name: "is of a newer edition", change: (file) => file.replace(/"schema": ?1/, '"schema": 7'),
    says: "den er gemt med en nyere udgave af Linealen, i filformat 7. ",
    mend: "Gem det først; genindlæs så siden, og prøv igen.",
  },
  { name: "is too large", change: (file) => file.padEnd(LARGEST + 1), says: "den fylder mere end 8 megabyte. ", mend: "Vælg en fil, der er gemt med Linealen." },
];

for (const bad of BAD_FILES) {
  test(`a file that ${bad.name} is refused with a sentence, and the open case is untouched`, async () => {
    const { file } = await saveCase();
    const changed = bad.change(file);
    assert.notEqual(changed, file);
    for (const view of ["start", "overview"]) {
      const opened = await visitPage(both, `#/view/${view}`);
      const before = await readOverview(opened.page);
      const told = await readNotice(opened.page);
      await choose(opened.page, changed);
      const notice = await until(async () => {
        const now = await readNotice(opened.page);
        return now !== told ? now : "";
      }, "a notice");
      assert.ok(notice.startsWith(`Filen kan ikke åbnes, fordi ${bad.says}`), notice);
      assert.ok(notice.includes(UNTOUCHED), notice);
      assert.ok(notice.endsWith(bad.mend), notice);
      assert.match(notice, /^[^{}]+$/);
      await until(() => opened.page.evaluate((words) => document.getElementById("page-assertive")?.textContent === words, notice), "said at once");
      assert.deepEqual(await readOverview(opened.page), before);
      await opened.close();
    }
  });
}

test("a file chooser that is closed changes nothing", async () => {
  const opened = await visitPage(both, "#/view/overview");
  const before = await readOverview(opened.page);
  const told = await readNotice(opened.page);
  await Promise.all([opened.page.waitForEvent("filechooser"), press(opened.page, "open-file")]);
  await opened.page.evaluate(() => document.querySelector("input[type=file]")?.dispatchEvent(new Event("cancel")));
  await settle(opened.page);
  assert.deepEqual(await readOverview(opened.page), before);
  assert.equal(await opened.page.evaluate(() => document.querySelector("input[type=file]")), null);
  assert.equal(await readNotice(opened.page), told);
  await choose(opened.page, "{");
  await until(async () => (await readNotice(opened.page)).startsWith("Filen kan ikke åbnes"), "the chooser to work again");
  await opened.close();
});

for (const paper of PAPERS) {
  test(`${paper.title} is taken along as a page that stands alone`, async () => {
    const opened = await visitPage(both, `#/view/${paper.view}`);
    const html = await download(opened.page, "download-html", new RegExp(`^linealen-${paper.slug}-${DAY}\\.html$`));
    const headings = await opened.page.evaluate(() => [...document.querySelectorAll("#page main h2")].map((one) => one.textContent?.replace(/\s+/g, " ").trim()));
    await opened.close();

    // Its own policy: nothing but the one style it carries.
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]+)">/.exec(html)?.[1] ?? "";
    assert.match(policy, /^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='; base-uri 'none'; form-action 'none'$/);
    assert.deepEqual(/<script|<link|<img|<iframe|href=|src=|url\((?!#)/.exec(html), null);
    const context = await both.browser.newContext({ viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    const faults = /** @type {string[]} */ ([]);
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("console", (message) => faults.push(message.text()));
    await page.route("https://papir.invalid/", (route) => route.fulfill({ body: html, contentType: "text/html;charset=utf-8" }));
    page.on("request", (request) => { if (!request.url().endsWith("papir.invalid/")) faults.push(request.url()); });
    await page.goto("https://papir.invalid/");
    const shown = await page.evaluate(() => ({
      h1: document.querySelector("h1")?.textContent ?? "", lang: document.documentElement.lang,
      headings: [...document.querySelectorAll("h2")].map((one) => one.textContent?.replace(/\s+/g, " ").trim()),
      size: parseFloat(getComputedStyle(document.querySelector("h1") ?? document.body).fontSize),
      wide: document.documentElement.scrollWidth, text: document.body.innerText,
    }));
    assert.ok(shown.h1.startsWith(paper.title), shown.h1);
    assert.equal(shown.lang, "da");
    assert.deepEqual(shown.headings, headings, "the same sections as on the screen");
    assert.ok(shown.size > 24, "its style is taken");
    assert.ok(shown.wide <= 390, `scrolls sideways: ${shown.wide}`);
    assert.ok(shown.text.includes("gik for sig selv"), "what was seen");
    await context.close();
    assert.deepEqual(faults, []);
  });

  test(`${paper.title} is taken along as text, and each section can be copied by itself`, async () => {
    const opened = await visitPage(both, `#/view/${paper.view}`);
    const { page } = opened;
    const text = await download(page, "download-text", new RegExp(`^linealen-${paper.slug}-${DAY}\\.txt$`));
    assert.ok(text.startsWith(paper.title));
    const ids = await page.evaluate(() => [...document.querySelectorAll("#page button[id^=copy-]")].map((one) => one.id));
    assert.ok(ids.length > 1);
    // The policy lets no page read the clipboard: it is asked by pasting.
    await page.evaluate(() => {
      const field = document.createElement("textarea");
      field.id = "test-field";
      document.body.append(field);
    });
    let all = "";
    for (const id of ids) {
      await press(page, id);
      assert.ok(await until(() => page.evaluate((words) => document.getElementById("page-polite")?.textContent === words || document.body.textContent?.includes(words),
        "Afsnittet er kopieret."), "the notice"));
      await page.locator("#test-field").focus();
      await page.keyboard.press("Control+A");
      await page.keyboard.press("Control+V");
      const copied = await page.locator("#test-field").inputValue();
      const heading = await page.evaluate((one) => document.querySelector(`#section-${one.slice(5)}-title`)?.textContent?.replace(/\s+/g, " ").trim(), id);
      assert.equal(copied.split("\n")[0], heading);
      all += `\n${copied}`;
    }
    await page.evaluate(() => document.getElementById("test-field")?.remove());
    assert.ok(text.includes(all), "the sections one after the other are what the text holds");
    await opened.close();
  });
}

test("data is taken along as JSON", async () => {
  const opened = await visitPage(both, "#/view/notification");
  const held = JSON.parse(await download(opened.page, "download-json", new RegExp(`^linealen-notification-${DAY}\\.json$`)));
  assert.ok(JSON.stringify(held).includes("gik for sig selv"));
  await opened.close();
});

/** Closes the window as a person does. @param {Page} page @returns {Promise<string>} "asked" or "closed" */
async function leave(page) {
  const asked = page.waitForEvent("dialog").then((dialog) => dialog.accept().then(() => dialog.type()));
  const closed = page.waitForEvent("close").then(() => "closed");
  await page.close({ runBeforeUnload: true });
  const first = await Promise.race([asked, closed]);
  asked.catch(() => {});  // never asked: the window is gone
  await closed;
  return first;
}

test("the browser asks before what is unsaved is left", async () => {
  const opened = await openPage(both, "#/vurder/alder");
  await press(opened.page, "age-3");
  assert.equal(await leave(opened.page), "beforeunload");
  await opened.close();
});

test("nobody is asked when nothing was written", async () => {
  const opened = await openPage(both, "#/vurder/alder");
  await press(opened.page, "footer-appearance");
  assert.equal(await opened.page.evaluate(() => location.hash), "#/udseende");
  assert.equal(await leave(opened.page), "closed");
  await opened.close();
});

test("nobody is asked when the case is saved, and again when more was written", async () => {
  for (const more of [false, true]) {
    const opened = await openPage(both, "#/vurder/alder");
    await press(opened.page, "age-3");
    await opened.page.evaluate(() => { location.hash = "#/vurder/oversigt"; });
    await until(() => opened.page.evaluate(() => document.getElementById("save") !== null), "the overview");
    await saveOpenly(opened.page, /^linealen-kladde-/);
    if (more) {
      await opened.page.locator("#page main input[type=text]").pressSequentially("Ærø");
      await settle(opened.page);
    }
    assert.equal(await leave(opened.page), more ? "beforeunload" : "closed");
    await opened.close();
  }
});

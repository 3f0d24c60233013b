// @ts-check
// Words that look like a script stay words, in the page and in a document made of them and opened in a browser.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { closeDevices, press, startDevice } from "./keep_support.mjs";
import { go } from "./offline_support.mjs";
import { startBrowser, startServer, until } from "./support.mjs";
import { download } from "./whole_visit.mjs";

const folder = mkdtempSync(join(tmpdir(), "linealen-hostile-"));
const server = await startServer();
const browser = await startBrowser();
after(async () => {
  await closeDevices();
  await browser.close();
  server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const MARK = "Snefnug";
const HOSTILE = `${MARK}</p></title></style></textarea><script>globalThis.ran=1</script><img src="x:" onerror="globalThis.ran=1">` +
  `<svg onload="globalThis.ran=1"></svg><a href="javascript:globalThis.ran=1">a</a>'"&lt;script&gt;`;

/** A document as it lies in somebody's folder: nothing but the file itself forbids anything. @param {string} name @param {Buffer | string} bytes */
async function openedFile(name, bytes) {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const page = await browser.newPage();
  const asked = /** @type {string[]} */ ([]);
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(pathToFileURL(path).href);
  const told = await page.evaluate(() => ({
    ran: "ran" in globalThis,
    text: document.body.innerText,
    active: [...document.querySelectorAll("*")].filter((one) => one.matches("script, img, iframe, object, [href^='javascript:']") ||
      one.getAttributeNames().some((attribute) => attribute.startsWith("on"))).map((one) => one.outerHTML.slice(0, 80)),
  }));
  await page.close();
  return { ...told, asked: asked.length };
}

test("typed scripts and handlers stand in the documents as they were typed, and nothing of them runs", async () => {
  const device = await startDevice(server);
  const page = await device.open("#/vurder/alder");
  await press(page, "age-3");
  await go(page, "#/vurder/rolle");
  await press(page, await until(() => page.evaluate(() => document.querySelector("#page main input[type=radio]")?.id ?? ""), "a role"));
  await go(page, "#/vurder/tegn/mental");
  await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("#page main fieldset input[type=radio]")).click());
  const note = await until(() => page.evaluate(() => document.querySelector("#page main textarea")?.id ?? ""), "the note");
  await page.locator(`[id="${note}"]`).fill(HOSTILE);
  await go(page, "#/vurder/oversigt");
  await page.locator("#code-word").fill(HOSTILE.slice(0, 40));
  let shown = 0;
  for (const paper of ["own_notes", "notification"]) {
    await go(page, `#/vurder/dokument/${paper}`);
    const { ran, text, active, asked } = await openedFile(`${paper}.html`, await download(page, "download-html"));
    assert.equal(ran, false, paper);
    assert.deepEqual(active, [], paper);
    assert.equal(asked, 1, "nothing but the file itself");
    if (text.includes(HOSTILE)) ++shown;
    assert.equal(text.includes(MARK), text.includes(HOSTILE), `${paper} says it whole or not at all`);
  }
  assert.ok(shown > 0, "the words are in a document");
  assert.equal(await page.evaluate(() => "ran" in globalThis), false, "nor in the page");
  page.on("dialog", (dialog) => { dialog.accept().catch(() => {}); });
  await device.close();
  device.forget();
});

test("the same words, not made harmless, do run: the test before this can fail", async () => {
  const { ran, active } = await openedFile("plain.html", `<!doctype html><p>${HOSTILE}</p>`);
  assert.ok(ran);
  assert.ok(active.length >= 4, `${active}`);
});

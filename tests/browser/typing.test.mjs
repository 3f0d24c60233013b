// @ts-check
// T9: what is written is what stands there, however it is written.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { reached } from "./reached.mjs";
import { askWitness, visitPage, settle, startBoth } from "./support.mjs";
import { listViews, some } from "./views.mjs";

const both = await startBoth();
after(() => both.stop());
const views = await listViews(both);

/** @param {import("playwright-core").Page} page @param {string} id what the field shows, and what the model holds */
async function values(page, id) {
  const shown = await page.locator(`[id="${id}"]`).inputValue();
  const place = await page.evaluate((one) => [...document.querySelectorAll("#page textarea, #page input[type=text], #page input[type=search]")]
    .findIndex((node) => node.id === one), id);
  const heard = (await askWitness(page)).heard.filter((one) => /textbox|searchbox/.test(one.role))[place];
  return { shown, held: heard?.state };
}

for (const text of [false, true]) {
  const where = text ? "text view" : "the picture";
  for (const id of ["search", "sign-thought"]) {
    test(`letters of every kind go into ${id} in ${where}`, async () => {
      const opened = await visitPage(both, "#/sample", { text });
      await opened.page.locator(`#${id}`).focus();
      await opened.page.keyboard.type("Ærø, Åse & Øjvind @ {[]}\\|~ é 1½");
      await settle(opened.page);
      assert.deepEqual(await values(opened.page, id), { shown: "Ærø, Åse & Øjvind @ {[]}\\|~ é 1½", held: "Ærø, Åse & Øjvind @ {[]}\\|~ é 1½" });
      await opened.close();
    });

    test(`what is composed is told from its first letter, and is not disturbed, in ${id} in ${where}`, async () => {
      const opened = await visitPage(both, "#/sample", { text });
      const session = await opened.context.newCDPSession(opened.page);
      await opened.page.locator(`#${id}`).focus();
      await session.send("Input.imeSetComposition", { text: "´", selectionStart: 1, selectionEnd: 1 });
      await settle(opened.page);
      assert.deepEqual(await values(opened.page, id), { shown: "´", held: "´" });
      await session.send("Input.insertText", { text: "é" });
      await settle(opened.page);
      assert.deepEqual(await values(opened.page, id), { shown: "é", held: "é" });
      await opened.close();
    });

    test(`pasting, cutting and undoing work in ${id} in ${where}`, async () => {
      const opened = await visitPage(both, "#/sample", { text });
      const { page } = opened;
      await page.evaluate(() => navigator.clipboard.writeText("indsat tekst"));
      await page.locator(`#${id}`).focus();
      await page.keyboard.press("Control+V");
      await settle(page);
      assert.deepEqual(await values(page, id), { shown: "indsat tekst", held: "indsat tekst" });
      await page.keyboard.press("Control+A");
      await page.keyboard.press("Control+X");
      await settle(page);
      assert.deepEqual(await values(page, id), { shown: "", held: "" });
      await page.keyboard.press("Control+Z");
      await settle(page);
      assert.deepEqual(await values(page, id), { shown: "indsat tekst", held: "indsat tekst" });
      await opened.close();
    });
  }

  test(`the caret stays where it is while typing in the middle in ${where}`, async () => {
    const opened = await visitPage(both, "#/sample", { text });
    const { page } = opened;
    await page.locator("#search").focus();
    await page.keyboard.type("ac");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.type("b");
    await settle(page);
    assert.equal(await page.locator("#search").inputValue(), "abc");
    assert.equal(await page.evaluate(() => /** @type {any} */ (document.activeElement).selectionStart), 2);
    await opened.close();
  });
}

test("a number is written, corrected and kept as it was written", async () => {
  for (const text of [false, true]) {
    const opened = await visitPage(both, "#/view/age-months", { text });
    for (const id of ["months", "weeks"]) {
      await opened.page.locator(`#${id}`).focus();
      await opened.page.keyboard.press("Control+A");
      await opened.page.keyboard.type("127");
      await opened.page.keyboard.press("Backspace");
      await settle(opened.page);
      assert.deepEqual(await values(opened.page, id), { shown: "12", held: "12" });
    }
    await opened.close();
  }
});

test("a phone's field is large enough not to zoom, and stays in sight", async () => {
  const opened = await visitPage(both, "#/sample", { width: 390, height: 400, density: 3, touch: true });
  await opened.page.locator("#word").tap();
  await opened.page.keyboard.type("Å");
  await settle(opened.page);
  const size = await opened.page.evaluate(() => parseFloat(getComputedStyle(document.getElementById("word") ?? document.body).fontSize));
  assert.ok(size >= 16);
  const box = await opened.page.locator("#word").boundingBox();
  assert.ok(box && box.y >= 0 && box.y + box.height <= 400);
  await opened.close();
});

/** What each view was seen to have, by the test below that visits them all. */
const scanned = { views: new Set(), fields: 0, open: /** @type {string[]} */ ([]) };

/** Fields whose words a browser's helper may take, for spelling, suggestions, translation or filling in. @param {import("playwright-core").Page} page */
const listOpenFields = (page) => page.evaluate(() => {
  const fields = [...document.querySelectorAll("textarea, select, input:not([type=radio]):not([type=checkbox]), [contenteditable], [role=textbox]")];
  const wanted = { spellcheck: "false", autocorrect: "off", writingsuggestions: "false", translate: "no" };
  const isOpen = (/** @type {Element} */ node) => {
    // A password manager is where a passphrase may go; nothing else goes anywhere.
    const filling = node.getAttribute("type") === "password" ? ["current-password", "new-password"] : ["off"];
    // Under its name a field is asked about at the browser's maker: it says nothing, as an id would.
    const says = node.getAttribute("type") !== "password" && node.getAttribute("name") !== "text";
    return says || !filling.includes(node.getAttribute("autocomplete") ?? "") ||
      Object.entries(wanted).some(([name, value]) => node.getAttribute(name) !== value);
  };
  // What is chosen and ticked a browser writes down with its tabs, under its name.
  const choices = [...document.querySelectorAll("input[type=radio], input[type=checkbox]")];
  const isKept = (/** @type {Element} */ node) =>
    node.getAttribute("autocomplete") !== "off" || !/^\d*$/.test(node.getAttribute("name") ?? "");
  const open = [...fields.filter(isOpen), ...choices.filter(isKept)];
  return { count: fields.length, open: open.map((node) => node.id || node.outerHTML) };
});

const WRITTEN = "Ærø @ {å} é";
// A search comes last: other fields go when what they belong to is not found.
const listFields = () => (document.querySelector("dialog") ? [] : ["#page textarea, #page input[type=text]", "#page input[type=search]"]
  .flatMap((which) => [...document.querySelectorAll(which)].map((node) => node.id)));
for (const text of [false, true]) {
  const due = views.filter((view) => some(view, [false, true]).includes(text));
  test(`each field of ${due.length} views takes letters, a composed letter, what is pasted and an undo in ${text ? "text view" : "the picture"}`, async (context) => {
    let count = 0;
    for (const view of due) {
      const opened = await visitPage(both, view.address, { text });
      const { page } = opened;
      const { count: all, open } = await listOpenFields(page);
      scanned.views.add(view.name);
      scanned.fields += all;
      scanned.open.push(...open.map((id) => `${id} of ${view.name}`));
      const fields = await page.evaluate(listFields);
      count += fields.length;
      const session = await opened.context.newCDPSession(page);
      for (const id of fields) {
        if (await page.locator(`[id="${id}"]`).getAttribute("inputmode") === "numeric") continue;  // short, and tested above
        await context.test(`${id} of ${view.name}`, async () => {
          const holds = async (/** @type {string} */ wanted, /** @type {string} */ how) => {
            await settle(page);
            const { shown, held } = await values(page, id);
            assert.deepEqual({ shown, held }, { shown: wanted, held: wanted }, how);
          };
          await page.locator(`[id="${id}"]`).focus();
          await page.keyboard.press("Control+A");
          await page.keyboard.type(WRITTEN);
          await holds(WRITTEN, "typed");
          await session.send("Input.imeSetComposition", { text: "´", selectionStart: 1, selectionEnd: 1 });
          await session.send("Input.insertText", { text: "é" });
          await holds(`${WRITTEN}é`, "composed");
          await page.keyboard.press("Control+A");
          await page.keyboard.press("Control+C");
          await page.keyboard.press("ArrowRight");
          await page.keyboard.press("Control+V");
          await holds(`${WRITTEN}é${WRITTEN}é`, "pasted");
          await page.keyboard.press("Control+Z");
          await holds(`${WRITTEN}é`, "undone");
        });
      }
      await session.detach();
      await opened.close();
    }
    assert.ok(count > 5, `${count} fields`);
  });
}

test("no field of any view gives what is written to the browser's helpers (N8)", async () => {
  const opened = await visitPage(both, "#/sample");
  await opened.page.evaluate(() => document.getElementById("search")?.setAttribute("spellcheck", "true"));
  assert.deepEqual((await listOpenFields(opened.page)).open, ["search"], "the scan sees one that is open");
  await opened.page.evaluate(() => document.getElementById("search")?.setAttribute("spellcheck", "false"));
  await opened.close();

  assert.equal(scanned.views.size, views.length);
  assert.deepEqual(scanned.open, []);
  assert.ok(scanned.fields > 50, `${scanned.fields} fields`);
  reached("N8", "Chromium", `${scanned.fields} fields in ${views.length} views, 0 open to spell checking, suggestions, translation or filling in`);
});

// @ts-check
// T9: what is written is what stands there, however it is written.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { askWitness, visitPage, settle, startBoth } from "./support.mjs";

/** @type {Awaited<ReturnType<typeof startBoth>>} */
let both;
before(async () => { both = await startBoth(); });
after(() => both.stop());

/** @param {import("playwright-core").Page} page @param {string} id what the field shows, and what the model holds */
async function values(page, id) {
  const shown = await page.locator(`#${id}`).inputValue();
  const label = await page.evaluate((one) => document.querySelector(`label[for="${one}"]`)?.textContent ?? "", id);
  const heard = (await askWitness(page)).heard.find((one) => /textbox|searchbox/.test(one.role) && one.name === label.trim());
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

    test(`composing is left alone until it is done in ${id} in ${where}`, async () => {
      const opened = await visitPage(both, "#/sample", { text });
      const session = await opened.context.newCDPSession(opened.page);
      await opened.page.locator(`#${id}`).focus();
      await session.send("Input.imeSetComposition", { text: "´", selectionStart: 1, selectionEnd: 1 });
      await settle(opened.page);
      assert.deepEqual(await values(opened.page, id), { shown: "´", held: "" });
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

test("no field gives what is written to anybody", async () => {
  const opened = await visitPage(both, "#/sample");
  const open = await opened.page.evaluate(() => [...document.querySelectorAll("textarea, input:not([type=radio]):not([type=checkbox])")]
    .filter((node) => node.getAttribute("spellcheck") !== "false" || node.getAttribute("autocomplete") !== "off" ||
      node.getAttribute("autocorrect") !== "off" || node.getAttribute("writingsuggestions") !== "false" || node.getAttribute("translate") !== "no")
    .map((node) => node.id));
  assert.deepEqual(open, []);
  await opened.close();
});

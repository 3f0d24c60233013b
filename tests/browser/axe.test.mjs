// @ts-check
// T2: axe-core, WCAG 2.2 A and AA and best practice, on every view, as picture and as text.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, test } from "node:test";
import { startBoth, visitPage } from "./support.mjs";
import { inTurn, listViews, pairs } from "./views.mjs";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const both = await startBoth();
after(() => both.stop());
const views = await listViews(both);

for (const { view, setting } of inTurn(views, pairs)) {
  test(`axe finds nothing in ${view.name} ${setting.name}`, async () => {
    const opened = await visitPage(both, view.address, setting);
    if (opened.isNew) await opened.page.evaluate(AXE);
    const found = await opened.page.evaluate(async (tags) => {
      const { axe } = /** @type {{axe: typeof import("axe-core")}} */ (/** @type {unknown} */ (globalThis));
      const { violations, incomplete, passes } = await axe.run(document, { runOnly: tags, resultTypes: ["violations", "incomplete"] });
      return {
        violations: violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target).join(" ")}`),
        unsure: incomplete.map((one) => one.id),
        passed: passes.length,
      };
    }, TAGS);
    assert.deepEqual(found.violations, []);
    assert.deepEqual(found.unsure.filter((id) => id !== "color-contrast"), []);
    assert.ok(found.passed > 10, "the rules were asked");
    await opened.close();
  });
}

// @ts-check
// axe.mjs -- asks axe-core about a page: WCAG 2.2 A and AA and best practice.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** @param {import("playwright-core").Page} page */
export async function findNothing(page) {
  if (!await page.evaluate(() => "axe" in globalThis)) await page.evaluate(AXE);
  const found = await page.evaluate(async (tags) => {
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
}

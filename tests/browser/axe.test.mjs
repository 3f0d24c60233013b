// @ts-check
// T2: axe-core, WCAG 2.2 A and AA and best practice, on every view, as picture and as text.

import { AxeBuilder } from "@axe-core/playwright";
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { openPage, startBoth } from "./support.mjs";
import { listViews, pairs } from "./views.mjs";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const both = await startBoth();
after(() => both.stop());
const views = await listViews(both);

for (const view of views) {
  for (const setting of pairs(view)) {
    test(`axe finds nothing in ${view.name} ${setting.name}`, async () => {
      const opened = await openPage(both, view.address, setting);
      const found = await new AxeBuilder({ page: opened.page }).withTags(TAGS).analyze();
      const violations = found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target).join(" ")}`);
      assert.deepEqual(violations, []);
      const unsure = found.incomplete.map((one) => one.id).filter((id) => id !== "color-contrast");
      assert.deepEqual(unsure, []);
      await opened.close();
    });
  }
}

// @ts-check
// T2: axe-core on every view, as picture and as text.

import { after, test } from "node:test";
import { findNothing } from "./axe.mjs";
import { startBoth, visitPage } from "./support.mjs";
import { inTurn, listViews, pairs } from "./views.mjs";

const both = await startBoth();
after(() => both.stop());
const views = await listViews(both);

for (const { view, setting } of inTurn(views, pairs)) {
  test(`axe finds nothing in ${view.name} ${setting.name}`, async () => {
    const opened = await visitPage(both, view.address, setting);
    await findNothing(opened.page);
    await opened.close();
  });
}

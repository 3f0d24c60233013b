// @ts-check
// T3: what the browser says of the page, against the View; where it lies, against what is drawn.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { askWitness, startBoth, visitPage } from "./support.mjs";
import { inTurn, listViews, pairs, some } from "./views.mjs";

const both = await startBoth();
after(() => both.stop());
const views = await listViews(both);

const HEARD = new Set(["heading", "button", "link", "radio", "checkbox", "textbox", "searchbox", "combobox"]);
const tidy = (/** @type {string} */ text) => text.replace(/[\s ]+/g, " ").trim();

/** @param {import("playwright-core").Page} page what a screen reader gets, in order */
async function listen(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const heard = /** @type {{role: string, name: string, state: string}[]} */ ([]);
  const walk = (/** @type {any} */ node) => {
    const role = node.role?.value;
    if (!node.ignored && HEARD.has(role)) heard.push({ role, name: tidy(node.name?.value ?? ""), state: stateOf(node) });
    if (role === "combobox") return;
    for (const child of node.childIds ?? []) if (byId.has(child)) walk(byId.get(child));
  };
  walk(nodes[0]);
  return heard;
}

/** @param {any} node */
function stateOf(node) {
  const of = (/** @type {string} */ name) => node.properties?.find((/** @type {any} */ one) => one.name === name)?.value?.value;
  const role = node.role.value;
  if (role === "heading") return String(of("level"));
  if (role === "button" && of("disabled")) return "disabled";
  if (role === "button" && of("pressed") !== undefined) return of("pressed") === "true" ? "pressed" : "not pressed";
  if (role === "button" && of("expanded") !== undefined) return of("expanded") ? "expanded" : "collapsed";
  if (role === "radio" || role === "checkbox") return of("checked") === "true" ? "checked" : "";
  if (role === "textbox" || role === "searchbox") return tidy(node.value?.value ?? "");
  return "";
}

for (const { view, setting } of inTurn(views, pairs)) {
  test(`the ear meets what the View offers in ${view.name} ${setting.name}`, async () => {
    const opened = await visitPage(both, view.address, setting);
    const expected = (await askWitness(opened.page)).heard
      .map((one) => ({ ...one, name: tidy(one.name), state: tidy(one.state) }));
    const isModal = await opened.page.evaluate(() => document.querySelector("dialog") !== null);
    const heard = (await listen(opened.page)).slice(isModal ? 0 : 1);  // the skip link is not in the View
    assert.deepEqual(heard, expected);
    await opened.close();
  });
}

const SIZES = [320, 768, 1280].flatMap((width) => [100, 200].map((percent) => ({ width, percent })));
for (const { view, setting } of inTurn(views, (one) => some(one, SIZES))) {
  test(`the page lies on the picture in ${view.name} at ${setting.width} px and ${setting.percent} %`, async () => {
    const opened = await visitPage(both, view.address, setting);
    const witness = await askWitness(opened.page);
    const faults = await opened.page.evaluate((nodes) => {
      const list = [];
      for (const drawn of nodes) {
        const node = document.getElementById(drawn.id);
        if (!node) {
          list.push(`${drawn.id} is not in the page`);
          continue;
        }
        const rect = node.getBoundingClientRect();
        const inWindow = node.closest("dialog") !== null;
        const off = [rect.left + (inWindow ? 0 : scrollX) - drawn.x, rect.top + (inWindow ? 0 : scrollY) - drawn.y,
          rect.width - drawn.width, rect.height - drawn.height];
        if (off.some((one) => Math.abs(one) > 1)) list.push(`${drawn.id} is off by ${off.map((one) => one.toFixed(1))}`);
        // A line may be in parts, where a link runs over its end.
        const lines = /** @type {{top: number, height: number, width: number}[]} */ ([]);
        for (const part of node.querySelectorAll(":scope > .l, :scope > a > .l")) {
          const rect = part.getBoundingClientRect();
          const same = lines.find((line) => Math.abs(line.top - rect.top) < 2);
          if (same) same.width += rect.width;
          else lines.push({ top: rect.top, height: rect.height, width: rect.width });
        }
        if (lines.length === 0) continue;
        if (lines.length !== drawn.lines.length) {
          list.push(`${drawn.id} has ${lines.length} lines, drawn ${drawn.lines.length}`);
          continue;
        }
        lines.forEach((line, index) => {
          if (Math.abs(line.width - drawn.lines[index]) > 1) {
            list.push(`${drawn.id} line ${index} is ${line.width.toFixed(2)} wide, drawn ${drawn.lines[index]}`);
          }
          const height = rect.height / lines.length;
          if (Math.abs(line.top + line.height / 2 - (rect.top + height * (index + 0.5))) > 1) {
            list.push(`${drawn.id} line ${index} is not on its own line`);
          }
        });
      }
      return list;
    }, witness.nodes);
    assert.deepEqual(faults, []);
    assert.ok(witness.nodes.length > (view.name === "hidden" ? 3 : 10));
    await opened.close();
  });
}

// @ts-check
// film.mjs -- a phone-sized journey and a long scroll, frame by frame, into build/film: to be looked at.
//
//   node tools/film.mjs [light|dark]
//
// Each frame that the browser presented and that differs from the one before is a file, named by its time in ms and by what was done last.
// Knows: the page of the browser tests (tools/build_testing), Chromium's screencast. Never: judges.

import { createHash } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { openPage, ROOT, settle, startBoth } from "../tests/browser/support.mjs";

const folder = `${ROOT}build/film`;
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const both = await startBoth();
const opened = await openPage(both, "#/", { width: 390, height: 844, touch: true, dark: process.argv.includes("dark") });
const { page } = opened;
if (!await page.evaluate(() => document.body.className.includes("view-picture"))) throw new Error("there is no picture to film");
const devtools = await page.context().newCDPSession(page);

let doing = "start";
let last = "";
let began = 0;
devtools.on("Page.screencastFrame", ({ data, metadata, sessionId }) => {
  const bytes = Buffer.from(data, "base64");
  const hash = createHash("sha256").update(bytes).digest("hex");
  began ||= metadata.timestamp ?? 0;
  const time = String(Math.round(((metadata.timestamp ?? 0) - began) * 1000)).padStart(6, "0");
  if (hash !== last) writeFileSync(`${folder}/${time}-${doing}.png`, bytes);
  last = hash;
  devtools.send("Page.screencastFrameAck", { sessionId }).catch(() => {});
});
await devtools.send("Page.startScreencast", { format: "png", everyNthFrame: 1 });

/** @param {string} name @param {() => Promise<unknown>} act */
async function film(name, act) {
  doing = name;
  await act();
  await settle(page);
  await page.waitForTimeout(400);
}
/** @param {string} selector */
const tap = (selector) => page.locator(selector).first().tap({ force: true });
const goOn = () => tap("#continue");
/** @param {string} words */
const option = (words) => page.getByRole("radio", { name: words }).first().tap({ force: true });

await film("door", () => tap("#door-assess"));
await film("age", () => option("3–5 år"));
await film("to-role", goOn);
await film("role", () => option("Medarbejder i børnehave"));
await film("to-areas", goOn);
await film("to-signs", goOn);
await film("yes", () => option("Ja"));
await film("often", () => option("Flere gange om ugen"));
await film("how-much", () => option("En del"));
await film("write", async () => {
  await page.locator("textarea").first().tap({ force: true });
  await page.keyboard.type("Mandag gik det for sig selv");
});
await film("scroll", () => devtools.send("Input.synthesizeScrollGesture", { x: 195, y: 600, yDistance: -4000, speed: 1600 }));
await film("scroll-back", () => devtools.send("Input.synthesizeScrollGesture", { x: 195, y: 200, yDistance: 4000, speed: 1600 }));
for (let area = 1; area <= 7; ++area) await film(`to-area-${area}`, goOn);
for (const name of ["to-circumstances", "to-protective", "to-reflection", "to-check", "to-feeling"]) await film(name, goOn);
await film("feeling", () => option("Bekymring"));
await film("to-indicator", goOn);
await film("mark", () => option("Stor bekymring"));
await film("to-judgement", goOn);
await film("to-next", goOn);
await film("overview", () => tap("#nav-overview"));
await film("paper", () => tap('#page main a[href="#/vurder/dokument/notification"]'));
await devtools.send("Page.stopScreencast");
await opened.close();
await both.stop();

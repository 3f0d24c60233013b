// @ts-check
// engines.mjs -- three browsers with one interface, each with a folder of its own that outlives it.

import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startChromium } from "./chromium.mjs";
import { startFirefox } from "./firefox.mjs";
import { closeScreen } from "./screen.mjs";
import { startWebkit } from "./webkit.mjs";

/**
 * @typedef {{profile: string, downloads: string, init: string, isPrivate: boolean}} Setting
 *   profile: all the browser writes by itself; init: a script that runs before the page's own
 * @typedef {{
 *   version: string, goto: (address: string) => Promise<void>, reload: () => Promise<void>,
 *   evaluate: <Given, Told>(work: (given: Given) => Told, given?: Given) => Promise<Awaited<Told>>,
 *   click: (x: number, y: number) => Promise<void>, type: (words: string) => Promise<void>,
 *   choose: (path: string) => Promise<void>, screenshot: () => Promise<Buffer>,
 *   kill: () => Promise<void>, close: () => Promise<void>,
 * }} Device one window; close ends it as a person does, kill as nobody should
 * @typedef {{name: string, start: (setting: Setting) => Promise<Device>}} Engine
 */

/** @type {Engine[]} */
export const ENGINES = [
  { name: "Chromium", start: startChromium },
  { name: "Firefox ESR", start: startFirefox },
  { name: "WebKitGTK", start: startWebkit },
];

const INIT = fileURLToPath(new URL("init.js", import.meta.url));
const folders = /** @type {string[]} */ ([]);
const open = /** @type {Set<Device>} */ (new Set());

/** A place for one browser: what it writes by itself, and what it is asked to write. */
export function makePlace() {
  const folder = mkdtempSync(join(tmpdir(), "linealen-engine-"));
  folders.push(folder);
  const place = { profile: join(folder, "profile"), downloads: join(folder, "downloads") };
  for (const one of Object.values(place)) mkdirSync(one);
  return place;
}

/** @param {Engine} engine @param {{profile: string, downloads: string}} place */
export async function startEngine(engine, place, isPrivate = false) {
  const device = await engine.start({ ...place, init: INIT, isPrivate });
  open.add(device);
  const { close, kill } = device;
  device.close = () => { open.delete(device); return close(); };
  device.kill = () => { open.delete(device); return kill(); };  // a second end is never told, and would be waited for
  return device;
}

/** What a test that failed has left. */
export async function closeEngines() {
  for (const device of open) await device.kill().catch(() => {});
  await closeScreen();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}

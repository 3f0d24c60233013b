// @ts-check
// steps.mjs -- what a person does with the page, in any engine: by pointer and keys, found by the words they read.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { until } from "../browser/support.mjs";

/** @typedef {import("./engines.mjs").Device} Device */

export const PASSPHRASE = "Min mormor bagte altid klejner";
const LONG = 40_000;  // ms, for three browsers on a busy machine

/** @param {Device} device @param {string} address */
export async function open(device, address) {
  await device.goto(address);
  await stands(device);
}

/** The page is ready, its packs are there, and it knows what the device keeps. @param {Device} device */
export async function stands(device) {
  await until(() => device.evaluate(() => {
    const { host } = /** @type {any} */ (globalThis).linealen ?? {};
    const isStopped = document.body.className.includes("is-stopped");
    const isReady = performance.getEntriesByName("app-ready").length > 0 && host?.loading === 0;
    return isStopped || (isReady && host.keep !== null && host.saving.size === 0);
  }).catch(() => false), "the page to be ready", LONG);
  await settle(device);
}

/** Two frames: what was asked for is written and drawn; or the page is being opened anew. @param {Device} device */
export const settle = (device) => device.evaluate(() => new Promise((resolve) => {
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(true))));
})).catch(() => false);

/** Once it stands still: what is counted or fetched meanwhile may move it. @param {Device} device @param {string} id */
export async function press(device, id) {
  let before = "";
  const [x, y] = await until(async () => {
    const now = await device.evaluate((one) => {
      const element = document.getElementById(one);
      if (!element || element.hasAttribute("disabled")) return null;
      element.scrollIntoView({ block: "center" });
      const { x, y, width, height } = element.getBoundingClientRect();
      return [x + width / 2, y + height / 2];
    }, id);
    await settle(device);
    const isStill = now !== null && String(now) === before;
    before = String(now);
    return isStill ? now : null;
  }, `#${id}`, LONG);
  await device.click(x, y);
  await settle(device);
}

/** @param {Device} device @param {string} id @param {string} words typed over what is there */
export async function fill(device, id, words) {
  await until(() => device.evaluate((one) => document.getElementById(one) !== null, id), `the field #${id}`, LONG);
  await device.evaluate((one) => {
    const field = /** @type {HTMLInputElement} */ (document.getElementById(one));
    field.focus();
    field.select();
  }, id);
  await device.type(words);
  await settle(device);
  const typed = await device.evaluate((one) => /** @type {any} */ (document.getElementById(one)).value, id);
  if (typed !== words) throw new Error(`#${id} holds »${typed}« instead of »${words}«`);
}

/** A link, button or choice that reads so. @param {Device} device @param {string} words @param {string} [legend] */
export async function use(device, words, legend = "") {
  const id = await until(() => device.evaluate(([wanted, group]) => {
    const said = (/** @type {Element | null | undefined} */ node) => (node?.textContent ?? "").replace(/\s+/g, " ").trim();
    const isIn = (/** @type {Element} */ node) => group === "" || said(node.closest("fieldset")?.querySelector("legend")).includes(group);
    const wordsOf = (/** @type {any} */ node) => said(node.labels?.[0] ?? node);
    const all = [...document.querySelectorAll("#page a[href], #page button, #page input")].filter((node) => node.id && isIn(node));
    return (all.find((node) => wordsOf(node) === wanted) ?? all.find((node) => wordsOf(node).startsWith(`${wanted} `)) ??
      all.find((node) => wordsOf(node).endsWith(wanted)))?.id;
  }, [words, legend]), `»${words}« on the page`, LONG);
  await press(device, id);
}

/** @param {Device} device @param {string} address "#/vurder/rolle" */
export async function arrive(device, address) {
  await until(() => device.evaluate((wanted) => location.hash.startsWith(wanted), address), `the page ${address}`, LONG);
  await stands(device);
}

/** @param {Device} device @param {string} address */
export async function go(device, address) {
  await device.evaluate((hash) => { location.hash = hash; }, address);
  await arrive(device, address);
}

/** @param {Device} device @param {string} id @param {string} part @param {number} [most] */
export async function says(device, id, part, most = LONG) {
  let said = "";
  await until(async () => {
    said = await device.evaluate((one) => document.getElementById(one)?.textContent?.replace(/\s+/g, " ").trim() ?? "", id).catch(() => "");
    return said.includes(part);
  }, `#${id} to say »${part}«`, most).catch((fault) => { throw new Error(`${fault.message}; it says »${said}«`); });
  return said;
}

/** What stands on the page, in words and in fields. @param {Device} device */
export const wordsOfPage = (device) => device.evaluate(() =>
  [document.title, document.body.innerText, ...[...document.querySelectorAll("input, textarea")].map((field) => /** @type {any} */ (field).value)].join("\n"));

/** @param {Device} device @param {string} id @returns {Promise<string>} */
export const valueOf = (device, id) => device.evaluate((one) => /** @type {any} */ (document.getElementById(one))?.value ?? "", id);

/** @param {Device} device */
export async function choosePassphrase(device) {
  await press(device, "footer-keeping");
  await press(device, "keep-mode-1");
  await fill(device, "passphrase", PASSPHRASE);
  await press(device, "show-passphrase");
  await fill(device, "passphrase-again", PASSPHRASE);
  await press(device, "keep");
  await until(() => device.evaluate(() => location.hash !== "#/gem"), "the vault", LONG);
  await settle(device);
}

/** @param {Device} device */
export async function unlock(device) {
  await press(device, "footer-keeping");
  await fill(device, "passphrase", PASSPHRASE);
  await press(device, "unlock");
  await until(() => device.evaluate(() => document.getElementById("lock") !== null), "the drafts", LONG);
}

/** The only draft. @param {Device} device @param {string} what "go" or "remove" */
export async function pressOnDraft(device, what) {
  const id = await until(() => device.evaluate((end) => document.querySelector(`[id^=draft-][id$=-${end}]`)?.id ?? "", what), "a draft", LONG);
  await press(device, id);
}

/** @param {Device} device the passphrase of a case file that was just given */
export async function unseal(device) {
  await until(() => device.evaluate(() => document.getElementById("unseal")?.hasAttribute("disabled") === false), "the button", LONG);
  await fill(device, "passphrase", PASSPHRASE);
  await press(device, "unseal");
}

/**
 * What arrives in a folder, whole.
 * @param {string} folder @param {string} end of its name @param {() => Promise<void>} order
 */
export async function fileFrom(folder, end, order) {
  const before = new Set(readdirSync(folder));
  await order();
  let size = -1;
  const name = await until(async () => {
    const found = readdirSync(folder).filter((one) => !before.has(one) && one.endsWith(end));
    const now = found.length === 1 ? readFileSync(join(folder, found[0])).length : 0;
    const isWhole = now > 0 && now === size;
    size = now;
    return isWhole ? found[0] : "";
  }, `a file *${end}`, LONG);
  return { name, path: join(folder, name), bytes: readFileSync(join(folder, name)) };
}

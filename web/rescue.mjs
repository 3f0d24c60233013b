// @ts-check
// rescue.mjs -- what the help panel says of the drafts on this device, and the last whole one as a file.
//
// Fetched when the page stands, to be here when the program no longer is. Everything comes from the database, nothing
// from the program's memory; nothing is opened or written, and no passphrase is needed: the file holds the draft as it
// lies sealed, and the wrapped key beside it (docs/format.md).
// Knows: database, vault, index.html's sentences.

import { Database, VAULT, then } from "./database.mjs";
import { AT, digest, equal, readVault, wrapRescued } from "./vault.mjs";

/** @typedef {import("./keep.mjs").Head} Head */
/** @typedef {{vault?: import("./vault.mjs").VaultRecord, last?: string, heads: Map<string, Head>}} Kept */

/** @param {Database} database @returns {Promise<Kept>} */
async function look(database) {
  const kept = /** @type {Kept} */ ({ heads: new Map() });
  if (!await database.open(false)) return kept;
  const vaults = /** @type {unknown[]} */ ([]);
  await database.run("readonly", (of) => {
    for (const [at, place] of VAULT.entries()) then(of("meta").get(place), (record) => { vaults[at] = record; });
    then(of("meta").get("last"), (draft) => { kept.last = draft; });
    then(of("head").openCursor(), (cursor) => {
      if (!cursor) return;
      kept.heads.set(String(cursor.key), cursor.value);
      cursor.continue();
    });
  });
  kept.vault = (await readVault(vaults)).record;
  return kept;
}

/** The one that was saved last: as the database notes it, or by the day it goes. @param {Kept} kept */
function lastOf({ last, heads }) {
  if (last && heads.has(last)) return last;
  const order = (/** @type {[string, Head]} */ [, head]) => `${head.expires} ${String(head.gen).padStart(16, "0")}`;
  return [...heads].sort((one, other) => (order(one) < order(other) ? 1 : -1))[0]?.[0];
}

/** @param {Uint8Array | undefined} record @param {string} draft */
function isDraft(record, draft) {
  if (!record || record.length <= AT.end) return false;
  const id = [...record.slice(AT.draft, AT.draft + 16)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const length = new DataView(record.buffer, record.byteOffset).getUint32(AT.end - 4, true);
  return id === draft && record.length === AT.end + length;
}

/**
 * The newest copy that is whole, as far as can be seen without its key.
 * @param {Database} database @param {string} draft @param {Head} head
 * @returns {Promise<Uint8Array | undefined>}
 */
async function findWhole(database, draft, head) {
  const records = /** @type {(Uint8Array | undefined)[]} */ ([]);
  await database.run("readonly", (of) => {
    for (const slot of [head.slot, 1 - head.slot, 2]) then(of("snap").get([draft, slot]), (record) => { records.push(record); });
  });
  const newest = records.shift();
  if (newest && isDraft(newest, draft) && equal(await digest(newest), head.sum)) return newest;
  return records.find((record) => isDraft(record, draft));
}

/** @param {Uint8Array<ArrayBuffer>} bytes */
function download(bytes) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes], { type: "application/octet-stream" }));
  link.download = `linealen-kladde-${new Date().toLocaleDateString("sv")}.lineal`;  // Swedish days are ISO days
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** @param {HTMLElement} panel @param {string[]} sentences */
function say(panel, sentences) {
  for (const one of panel.querySelectorAll("[data-saved]")) {
    if (one instanceof HTMLElement) one.hidden = !sentences.includes(one.dataset.saved ?? "");
  }
}

/**
 * @param {HTMLElement} panel
 * @param {import("./host.mjs").Host} [host] of the program that ran in this page: what was written in it may be lost
 */
export async function tell(panel, host) {
  const lost = host ? ["lost"] : [];
  const database = new Database(() => {});
  try {
    const kept = await look(database);
    const draft = lastOf(kept);
    const head = kept.heads.get(draft ?? "");
    if (!kept.vault || !draft || !head) return say(panel, lost);
    const whole = await findWhole(database, draft, head);
    if (!whole) return say(panel, [...lost, "unread"]);
    // It may be on its way still, and then nothing was saved by this page.
    const keep = await Promise.race([host?.keep?.catch(() => null), new Promise((now) => setTimeout(now, 500, null))]);
    const saved = /** @type {import("./keep.mjs").Keep | null | undefined} */ (keep)?.saved;
    if (saved && kept.heads.has(saved.draft)) {
      const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
      const at = panel.querySelector("#page-saved-at");
      if (at) at.textContent = `${two(saved.at.getHours())}.${two(saved.at.getMinutes())}`;
      say(panel, ["saved"]);
    } else {
      say(panel, [...lost, "there"]);
    }
    if (kept.vault.managed) return;  // its key is the browser's own, and stays here
    offer(panel, await wrapRescued(kept.vault, whole));
  } catch {
    say(panel, [...lost, "unread"]);
  } finally {
    database.close();
    performance.mark("rescue-told");  // as app-ready: for those who test
  }
}

/** @param {HTMLElement} panel @param {Uint8Array<ArrayBuffer>} file */
function offer(panel, file) {
  const button = /** @type {HTMLButtonElement} */ (panel.querySelector("#page-rescued"));
  const how = /** @type {HTMLElement} */ (panel.querySelector("#page-rescued-how"));
  button.onclick = () => download(file);
  button.hidden = how.hidden = false;
}

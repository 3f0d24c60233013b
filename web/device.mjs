// @ts-check
// device.mjs -- everything of ours that lies on the device: counted, and wiped.
//
// A step of the wipe that fails stops none of those after it, and what is told at the end is what is left.
// Knows: database, the browser's storages and caches. Never: what lies there; decides.

import { CODE, NAME, Refusal, codeOf, pass, then } from "./database.mjs";

const encoder = new TextEncoder();
const SERVER_PATIENCE = 4000;  // ms

/** A browser may forbid either of them. @returns {{storage: Storage, kindOf: (key: string) => string}[]} */
function storages() {
  const found = [];
  for (const [of, kindOf] of /** @type {[() => Storage, (key: string) => string][]} */ ([
    [() => localStorage, (key) => (key === "linealen.readings" ? "readings" : "appearance")],
    [() => sessionStorage, () => "stops"],
  ])) {
    try {
      found.push({ storage: of(), kindOf });
    } catch {
      // nothing is there then
    }
  }
  return found;
}

const cacheNames = async () => ("caches" in globalThis ? caches.keys() : []);

/** @returns {Promise<boolean | undefined>} undefined: this browser does not say */
async function isDatabaseLeft() {
  const left = await globalThis.indexedDB?.databases?.().catch(() => undefined);
  // WebKit lists a database that was asked for and never made, as version 0.
  return left?.some(({ name, version }) => name === NAME && version !== 0);
}

/**
 * Refused when something may be left.
 * @param {import("./database.mjs").Database} database
 * @returns {Promise<{generation: number}>} 1: the browser has thrown away the files beneath too
 */
export async function wipeDevice(database) {
  let trouble = 0;
  /** @param {() => unknown} work @returns {Promise<boolean>} */
  const attempt = async (work) => {
    try {
      await work();
      return true;
    } catch (fault) {
      trouble ||= codeOf(fault);
      return false;
    }
  };
  await pass("before-wipe");
  const isErased = await database.erase().then(() => true, () => false);  // what came of it is looked for below
  await pass("database-gone");
  for (const { storage } of storages()) await attempt(() => storage.clear());
  await attempt(async () => {
    for (const name of await cacheNames()) {
      await attempt(() => caches.delete(name));
      await pass("cache-gone");
    }
  });
  await attempt(async () => {
    for (const worker of await navigator.serviceWorker?.getRegistrations() ?? []) await attempt(() => worker.unregister());
  });
  await pass("worker-gone");
  // Asked of the server, the browser also throws away the files beneath: what a script deletes lies on for a while.
  // One that is silent clears nothing; the receipt does not wait for it.
  const done = await fetch("wipe", { method: "POST", signal: AbortSignal.timeout(SERVER_PATIENCE) }).catch(() => null);
  // The header that clears is not shown to scripts; the words beside it are (docs/hosting.md).
  const isCleared = Boolean(done?.ok) && (await done?.text().catch(() => ""))?.startsWith("Cleared.");
  await pass("server-asked");
  if (await isDatabaseLeft() ?? !(isErased || isCleared)) throw new Refusal(CODE.aborted);
  if (trouble && !isCleared) throw new Refusal(trouble);
  return { generation: isCleared ? 1 : 0 };
}

/**
 * A line for each kind of thing kept: kind, how many, bytes.
 * @param {import("./database.mjs").Database} database
 */
export async function countDevice(database) {
  const kinds = new Map();
  const add = (/** @type {string} */ kind, /** @type {number} */ bytes) => {
    const [many, all] = kinds.get(kind) ?? [0, 0];
    kinds.set(kind, [many + 1, all + bytes]);
  };
  if (database.connection || await database.open(false)) {
    await database.run("readonly", (of) => {
      for (const store of ["meta", "head", "snap", "quarantine"]) {
        then(of(store).openCursor(), (cursor) => {
          if (!cursor) return;
          add(store, sizeOf(cursor.value));
          cursor.continue();
        });
      }
    });
  }
  for (const { storage, kindOf } of storages()) {
    for (const key of Object.keys(storage)) add(kindOf(key), key.length + (storage.getItem(key) ?? "").length);
  }
  for (const name of await cacheNames()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) add("program", (await (await cache.match(request))?.blob())?.size ?? 0);
  }
  return { bytes: encoder.encode([...kinds].map(([kind, [many, all]]) => `${kind} ${many} ${all}`).join("\n")) };
}

/** @param {any} value of the database @returns {number} about how many bytes */
function sizeOf(value) {
  if (value instanceof Uint8Array) return value.length;
  if (value && typeof value === "object") return Object.values(value).reduce((sum, part) => sum + sizeOf(part), 0);
  return typeof value === "string" ? value.length : 8;
}

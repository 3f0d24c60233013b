// @ts-check
// offline.mjs -- the service worker seen from the page: told to the program as facts, and asked for an update.
//
// Loaded when the page has long been ready. A browser without service workers, or a private window, is told as such.
// Knows: host, sw.mjs's messages. Never: takes an update by itself.

/** As Told::offline in bridge.hpp. */
const TOLD_OFFLINE = 27;
const NOT_POSSIBLE = 0, READY = 1, UPDATE_WAITING = 2, UPDATE_FAILED = 3, REPLACED = 4;
const LONGEST_WAIT = 10_000;  // ms until an update that was said yes to must have begun
const LEAVING = 3_000;  // ms in which a page is gone that was asked to open anew

/** @returns {string} the one address a worker may come from: the page's policy knows this name only */
function addressOfWorker() {
  const policies = /** @type {any} */ (globalThis).trustedTypes;
  if (!policies) return "sw.js";
  return policies.createPolicy("lineal-sw", { createScriptURL: () => "sw.js" }).createScriptURL("");
}

/** The files this page may still ask for. */
const needs = () => [...document.querySelectorAll("link[data-integrity], link[integrity], script[src]")]
  .map((one) => one.getAttribute("href") ?? one.getAttribute("src"));

/** @param {ServiceWorker} worker @param {object} message @returns {Promise<{isOurs?: boolean, isWhole: boolean}>} */
const ask = (worker, message) => new Promise((answered) => {
  const channel = new MessageChannel();
  channel.port1.onmessage = (event) => answered(event.data);
  worker.postMessage(message, [channel.port2]);
});

/** A first installation that died left files that nobody knows. */
const tidyWithoutWorker = () => navigator.locks.request("linealen-caches", { ifAvailable: true }, async (lock) => {
  if (!lock || await navigator.serviceWorker.getRegistration()) return;
  for (const name of await caches.keys()) if (name.startsWith("linealen-")) await caches.delete(name);
});

/** @param {import("./host.mjs").Host} host */
export async function keep(host) {
  const tell = (/** @type {number} */ state) => {
    host.tell(TOLD_OFFLINE, 0, state);
    performance.mark("offline-told");  // as app-ready: for those who measure and test
  };
  try {
    await tidyWithoutWorker();
    // updateViaCache: a host that lets sw.js be kept for long must not keep people on an old edition.
    const registration = await navigator.serviceWorker.register(addressOfWorker(), { updateViaCache: "none" });
    watch(host, registration, tell);
  } catch {
    tell(NOT_POSSIBLE);
  }
}

/**
 * @param {import("./host.mjs").Host} host
 * @param {ServiceWorkerRegistration} registration
 * @param {(state: number) => void} tell
 */
function watch(host, registration, tell) {
  const workers = navigator.serviceWorker;
  let hadEdition = workers.controller !== null;  // the one this page belongs to was on the device
  let isWanted = false;
  let isLeaving = false;

  const start = async () => {
    const { active } = registration;
    if (!active) return;
    const { isOurs, isWhole } = await ask(active, { ask: "start", needs: needs() });
    const isReady = isOurs && isWhole;
    // Loaded past the worker: what lies on the device is another edition, which opens without a net as before.
    const isPassedBy = !isOurs && !hadEdition;
    if (!isLeaving && isPassedBy) performance.mark("offline-told");
    else if (!isLeaving) tell(isReady ? READY : isOurs ? NOT_POSSIBLE : REPLACED);
    hadEdition ||= Boolean(isReady);
  };
  const follow = (/** @type {ServiceWorker} */ worker) => worker.addEventListener("statechange", () => {
    if (worker.state === "installed" && registration.active) tell(UPDATE_WAITING);
    if (worker.state === "activated") start();  // the first one, or another window said yes to it
    if (worker.state === "redundant" && !registration.active) tell(NOT_POSSIBLE);
  });
  const leave = () => {
    isWanted = false;
    isLeaving = true;
    location.reload();
    // Still here: the browser has asked before leaving, and the answer was to stay.
    setTimeout(() => {
      isLeaving = false;
      start();
    }, LEAVING);
  };
  const giveUp = () => {
    if (isWanted) tell(UPDATE_FAILED);
    isWanted = false;
  };

  workers.addEventListener("controllerchange", () => { if (isWanted) leave(); });
  host.startUpdate = () => {
    const { waiting } = registration;
    if (!waiting) return leave();
    isWanted = true;
    ask(waiting, { ask: "update" }).then(({ isWhole }) => { if (!isWhole) giveUp(); });
    setTimeout(giveUp, LONGEST_WAIT);
  };

  registration.addEventListener("updatefound", () => { if (registration.installing) follow(registration.installing); });
  for (const worker of [registration.installing, registration.waiting]) if (worker) follow(worker);
  if (registration.waiting && registration.active) tell(UPDATE_WAITING);
  start();
}

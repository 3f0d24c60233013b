// @ts-check
// sw.mjs -- one whole edition of the page on the device, or none of it.
//
// Knows: `edition`, which `lineal pack` writes in front (tools/lineal/offline_list.cpp): every file with its hash.
// Never: keeps what was not asked for at build time; takes over by itself from an edition that is in use.

const worker = /** @type {any} */ (self);
/** @type {string} */
const NAME = worker.edition.name;
/** @type {Map<string, string>} path -> hash */
const FILES = new Map(Object.entries(worker.edition.files));
const SCOPE = new URL(worker.registration.scope);
const PAGE = "./";  // not index.html: many hosts redirect it, and a redirected page cannot be shown offline
const OURS = "linealen-";
const LOCK = "linealen-caches";  // nobody tidies while an edition is on its way; offline.mjs takes it too
// What browsers insist on, and what a host sends that answers with another page for a missing file.
/** @type {Record<string, RegExp>} */
const TYPES = {
  "": /^text\/html\b/, css: /^text\/css\b/, mjs: /^(text|application)\/javascript\b/, wasm: /^application\/wasm$/,
  json: /^application\/json\b/, ttf: /^(font\/|application\/(octet-stream$|(x-)?font))/, svg: /^image\/svg\+xml\b/,
  png: /^image\/png$/, txt: /^text\/plain\b/, webmanifest: /^application\/(manifest\+)?json\b/,
};

/** @param {string} path */
const typeOf = (path) => TYPES[/[^./]*$/.exec(path)?.[0] ?? ""];

/** @param {Cache} cache @param {string} path @param {AbortSignal} signal */
async function fetchInto(cache, path, signal) {
  // Not from the browser's own cache: what is broken there would stay broken. Not by a redirect: that is another file.
  const request = new Request(path, { integrity: FILES.get(path), cache: "reload", redirect: "error", signal });
  const response = await fetch(request);
  const isOfType = typeOf(path)?.test(response.headers.get("Content-Type") ?? "");
  if (response.status !== 200 || !isOfType) throw new Error(`${path} is not what it should be: ${response.status}`);
  await cache.put(path, response);
}

/** The files of this edition that are not here. Those that are were compared with their hash when they were put there. */
async function listMissing() {
  const paths = [...FILES.keys()];
  if (!await caches.has(NAME)) return paths;
  const kept = new Set((await (await caches.open(NAME)).keys()).map((request) => request.url));
  return paths.filter((path) => !kept.has(new URL(path, SCOPE).href));
}

/** Each of the files, or the fault of the first that is not as it was built. @param {string[]} paths */
async function fetchAll(paths) {
  const cache = await caches.open(NAME);
  const stopper = new AbortController();
  // Two at a time: what the user asks for meanwhile finds a free line.
  const lane = async () => {
    for (let path = paths.pop(); path !== undefined; path = paths.pop()) await fetchInto(cache, path, stopper.signal);
  };
  const lanes = [lane(), lane()];
  try {
    await Promise.all(lanes);
    const missing = await listMissing();
    if (missing.length > 0) throw new Error(`${missing[0]} could not be kept`);
  } catch (fault) {
    paths.length = 0;
    stopper.abort();
    await Promise.allSettled(lanes);
    throw fault;
  }
}

async function install() {
  // The same edition once more, after another came and went: it may be in use, and it is whole.
  if ((await listMissing()).length === 0) return;
  await caches.delete(NAME);  // of an installation that died
  await fetchAll([...FILES.keys()]).catch(async (fault) => {
    await caches.delete(NAME);
    throw fault;
  });
}

/** Is all of it here? What the browser has thrown away is fetched again. @returns {Promise<boolean>} */
const mend = () => listMissing().then((paths) => paths.length === 0 ||
  navigator.locks.request(LOCK, () => fetchAll(paths)).then(() => true, () => false));

/** @param {string[]} keep */
async function deleteOthers(keep) {
  for (const name of await caches.keys()) if (name.startsWith(OURS) && !keep.includes(name)) await caches.delete(name);
}

/**
 * What a cut installation or a third edition left behind goes, at every start and when an edition is taken into use.
 * Here and not in the page, because only an edition knows its own name; the one that waits is asked to do it.
 * @param {string} [active] the name of the edition in use, told to the one that waits
 */
async function tidy(active) {
  const { waiting } = worker.registration;
  if (waiting && !active) return waiting.postMessage({ ask: "tidy", active: NAME });
  await navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    if (lock && !worker.registration.installing) await deleteOthers([NAME, ...(active ? [active] : [])]);
  });
}

// No skipWaiting() here: the page that is open would be left without its files, or be given those of another edition.
worker.addEventListener("install", (/** @type {any} */ event) => {
  event.waitUntil(navigator.locks.request(LOCK, install));
});

worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(tidy()));

worker.addEventListener("message", (/** @type {any} */ event) => {
  const { ask, needs, active } = event.data;
  const reply = (/** @type {object} */ said) => event.ports[0]?.postMessage(said);
  const answers = {
    // May the page say that it works without a net? And what a cut installation left behind goes.
    start: async () => {
      const isOurs = needs.every((/** @type {string} */ path) => FILES.has(path));
      const isWhole = await mend();
      // The page of the first visit, or one that was reloaded past us, asks for its packs here from now on, so that "ready"
      // is true for it too. It gets nothing of another edition: names carry hashes, and only listed names are answered.
      if (isOurs) await worker.clients.claim();
      reply({ isOurs, isWhole });
      await tidy();
    },
    // The user has said yes. A damaged edition is not taken into use.
    update: async () => {
      const isWhole = await mend();
      reply({ isWhole });
      if (isWhole) await worker.skipWaiting();
    },
    tidy: () => tidy(active),
  };
  event.waitUntil(answers[/** @type {keyof typeof answers} */ (ask)]?.());
});

/** @param {Request} request @returns {string | undefined} the file of the edition that is meant */
function pathOf(request) {
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== SCOPE.origin || !url.pathname.startsWith(SCOPE.pathname)) return undefined;
  const path = url.pathname.slice(SCOPE.pathname.length);
  if (path === "" || path === "index.html") return request.mode === "navigate" ? PAGE : undefined;
  return FILES.has(path) && url.search === "" ? path : undefined;
}

/** @param {string} path @param {Request} request */
async function answer(path, request) {
  const kept = await caches.match(path, { cacheName: NAME });
  if (path === PAGE) return answerPage(kept, request);
  // What the browser has thrown away may come from the net, but only as it was built.
  return kept ?? fetch(path, { integrity: FILES.get(path) });
}

/**
 * A damaged edition shuts nobody out: the host's page, all of whose files are the host's, is better than half of ours.
 * @param {Response | undefined} kept @param {Request} request
 */
async function answerPage(kept, request) {
  if (kept && (await listMissing()).length === 0) return kept;
  const fresh = await fetch(request).catch(() => null);
  return fresh?.ok || !kept ? fresh ?? Response.error() : kept;
}

worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const path = pathOf(event.request);
  if (path !== undefined) event.respondWith(answer(path, event.request));
});

// @ts-check
// vault.mjs -- keys and seals; the bytes of docs/format.md.
//
//   passphrase -PBKDF2-> key that wraps -AES-GCM-> the vault's key -HKDF(draft, epoch)-> a draft's own key
// Keys are handles that no script can read, live in this page only and are dropped with it. Each seal throws its own
// IV. Nothing here is ever written down but what is sealed.
// Knows: WebCrypto. Never: what is sealed; decides.

import { CODE, Refusal } from "./database.mjs";

/** Where things stand in a header (shared/keeping/envelope.hpp writes it). */
export const AT = Object.freeze({
  kind: 6, epoch: 8, vault: 16, draft: 32, generation: 48, iv: 60, end: 76, iterations: 80, salt: 84, fileEnd: 100,
  wrapped: 112, rescuedEnd: 160,
});
const DRAFT = 1, RESCUED = 3;  // kinds
export const LEAST_ITERATIONS = 600_000;
export const MOST_ITERATIONS = 5_000_000;
const WANTED_TIME = 500;  // ms for one passphrase on this device
const FORMAT = 1;
const SUM = 32;  // bytes of SHA-256 at the end of a file
const encoder = new TextEncoder();

/**
 * @typedef {{format: number, id: Uint8Array, iterations: number, salt: Uint8Array, iv: Uint8Array, wrapped: Uint8Array,
 *   managed?: CryptoKey, sum?: Uint8Array}} VaultRecord sum: of all the rest but that key; none before there were two copies
 */

/** @param {number} count */
export const throwDice = (count) => crypto.getRandomValues(new Uint8Array(count));

/** @param {...(Uint8Array | number)} parts a number is four bytes, lowest first */
function join(...parts) {
  const bytes = parts.flatMap((part) => (typeof part === "number"
    ? [part & 255, (part >>> 8) & 255, (part >>> 16) & 255, part >>> 24] : [...part]));
  return new Uint8Array(bytes);
}

/** @param {...Uint8Array} parts which may be long */
function concat(...parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** @param {Uint8Array} iv @param {Uint8Array} [header] */
const gcm = (iv, header = new Uint8Array()) =>
  ({ name: "AES-GCM", iv: /** @type {BufferSource} */ (iv), additionalData: /** @type {BufferSource} */ (header), tagLength: 128 });

/**
 * "å" is typed as one sign on one machine and as two on another: the same passphrase is the same bytes.
 * @param {string} passphrase
 */
const bytesOf = (passphrase) => encoder.encode(passphrase.normalize("NFC"));

/**
 * @param {string} passphrase @param {Uint8Array} salt @param {number} iterations
 * @returns {Promise<CryptoKey>} the key that wraps or seals
 */
export async function stretch(passphrase, salt, iterations) {
  // Read from a file or a store: too few would be a weak lock, too many a page that stands still.
  if (!(iterations >= LEAST_ITERATIONS && iterations <= MOST_ITERATIONS)) throw new Refusal(CODE.corrupt);
  const words = await crypto.subtle.importKey("raw", bytesOf(passphrase), "PBKDF2", false, ["deriveKey"]);
  return crypto.subtle.deriveKey({ name: "PBKDF2", hash: "SHA-256", salt: /** @type {BufferSource} */ (salt), iterations }, words,
    { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

/** How many rounds take half a second here. */
export async function chooseIterations() {
  const rounds = 200_000;
  const words = await crypto.subtle.importKey("raw", encoder.encode("measure"), "PBKDF2", false, ["deriveBits"]);
  const from = performance.now();
  await crypto.subtle.deriveBits({ name: "PBKDF2", hash: "SHA-256", salt: new Uint8Array(16), iterations: rounds }, words, 256);
  const fitting = Math.round(rounds * WANTED_TIME / Math.max(1, performance.now() - from) / 10_000) * 10_000;
  return Math.min(MOST_ITERATIONS, Math.max(LEAST_ITERATIONS, fitting));
}

/** @param {VaultRecord} record what is not secret in it, so that none of it can be exchanged */
const headerOf = (record) => join(encoder.encode("LINV"), record.format, record.id, record.iterations, record.salt);

/** @param {VaultRecord} record */
const sumOf = (record) => digest(concat(headerOf(record), record.iv, record.wrapped));

/** @param {VaultRecord} record @returns {Promise<VaultRecord>} */
export const withSum = async (record) => ({ ...record, sum: await sumOf(record) });

/** @param {any} record as any code of this origin may have written it @returns {record is VaultRecord} */
const hasParts = (record) => Number.isSafeInteger(record?.format) && Number.isSafeInteger(record.iterations) &&
  [record.id, record.salt, record.iv, record.wrapped].every((part) => part instanceof Uint8Array);

/** @param {any} record @param {Uint8Array} id */
export const isOfVault = (record, id) => hasParts(record) && equal(record.id, id);

/** @param {any} record @param {VaultRecord} other */
export const isSameVault = (record, other) => isOfVault(record, other.id) && equal(record.wrapped, other.wrapped);

/**
 * The vault's record as it lies on the device, twice: a changed byte would be a passphrase that does not fit, and every
 * draft with it. One without a sum is of before there were two; beside another it is a damaged one.
 * @param {unknown[]} copies undefined: not there
 * @returns {Promise<{record?: VaultRecord, isTwice: boolean}>} refuses what lies there when none of it is whole
 */
export async function readVault(copies) {
  const there = /** @type {any[]} */ (copies.filter((one) => one !== undefined));
  const sound = /** @type {VaultRecord[]} */ ([]);
  for (const one of there) {
    if (hasParts(one) && one.sum instanceof Uint8Array && equal(await sumOf(one), one.sum)) sound.push(one);
  }
  if (sound.length > 0) return { record: sound[0], isTwice: sound.length === copies.length };
  if (there.length === 0) return { isTwice: false };
  const [alone] = there;
  if (there.length === 1 && hasParts(alone) && alone.sum === undefined) return { record: alone, isTwice: false };
  throw new Refusal(there.every((one) => one?.format > FORMAT) ? CODE.newerSchema : CODE.corrupt);
}

/** @param {Uint8Array} raw */
const import_ = (raw) => crypto.subtle.importKey("raw", /** @type {BufferSource} */ (raw), "HKDF", false, ["deriveKey"]);

/** @param {Uint8Array} raw @param {string} passphrase @param {Uint8Array} id @returns {Promise<VaultRecord>} */
async function wrap(raw, passphrase, id) {
  const record = { format: FORMAT, id, iterations: await chooseIterations(), salt: throwDice(16), iv: throwDice(12), wrapped: new Uint8Array() };
  const key = await stretch(passphrase, record.salt, record.iterations);
  record.wrapped = new Uint8Array(await crypto.subtle.encrypt(gcm(record.iv, headerOf(record)), key, /** @type {BufferSource} */ (raw)));
  return record;
}

/** @param {VaultRecord} record @param {string} passphrase @returns {Promise<Uint8Array>} */
async function unwrap(record, passphrase) {
  if (record.format !== FORMAT) throw new Refusal(CODE.newerSchema);
  const key = await stretch(passphrase, record.salt, record.iterations);
  const opened = crypto.subtle.decrypt(gcm(record.iv, headerOf(record)), key, /** @type {BufferSource} */ (record.wrapped));
  return new Uint8Array(await opened.catch(() => { throw new Refusal(CODE.wrongKey); }));
}

/**
 * @param {string} passphrase empty: the device keeps the key itself, where the municipality has allowed it
 * @returns {Promise<{record: VaultRecord, key: CryptoKey}>}
 */
export async function makeVault(passphrase) {
  const raw = throwDice(32), id = throwDice(16);
  const key = await import_(raw);
  const empty = new Uint8Array();
  const record = passphrase !== "" ? await wrap(raw, passphrase, id)
    : { format: FORMAT, id, iterations: 0, salt: empty, iv: empty, wrapped: empty, managed: key };
  raw.fill(0);
  return { record: await withSum(record), key };
}

/** @param {VaultRecord} record @param {string} passphrase @returns {Promise<CryptoKey>} */
export async function unlockVault(record, passphrase) {
  if (record.managed) return record.managed;
  const raw = await unwrap(record, passphrase);
  const key = await import_(raw);
  raw.fill(0);
  return key;
}

/**
 * The same key under another passphrase, with a salt of its own.
 * @param {VaultRecord} record @param {string} now @param {string} next @returns {Promise<VaultRecord>}
 */
export async function rewrap(record, now, next) {
  const raw = await unwrap(record, now);
  const made = await wrap(raw, next, record.id);
  raw.fill(0);
  return withSum(made);
}

/** @param {CryptoKey} vaultKey @param {Uint8Array} header */
const draftKey = (vaultKey, header) => crypto.subtle.deriveKey(
  { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(),
    info: join(encoder.encode("draft"), header.slice(AT.draft, AT.draft + 16), header.slice(AT.epoch, AT.epoch + 4)) },
  vaultKey, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);

/** @param {CryptoKey} key @param {Uint8Array} header its place for the IV is filled here @param {Uint8Array} plain */
async function seal(key, header, plain) {
  const iv = throwDice(12);  // for every seal anew, also when the same is sealed again: used twice it would open both
  header.set(iv, AT.iv);
  return concat(header, new Uint8Array(await crypto.subtle.encrypt(gcm(iv, header), key, /** @type {BufferSource} */ (plain))));
}

/**
 * @param {CryptoKey} key @param {Uint8Array} record @param {number} headerEnd @param {number} otherwise
 * @returns {Promise<Uint8Array>} the header and what was sealed
 */
async function open(key, record, headerEnd, otherwise) {
  const header = record.slice(0, headerEnd);
  const opened = crypto.subtle.decrypt(gcm(header.slice(AT.iv, AT.iv + 12), header), key, /** @type {BufferSource} */ (record.slice(headerEnd)));
  return concat(header, new Uint8Array(await opened.catch(() => { throw new Refusal(otherwise); })));
}

/** @param {CryptoKey} vaultKey @param {Uint8Array} vault its id @param {Uint8Array} header @param {Uint8Array} plain */
export async function sealDraft(vaultKey, vault, header, plain) {
  header.set(vault, AT.vault);
  return seal(await draftKey(vaultKey, header), header, plain);
}

/** @param {CryptoKey} vaultKey @param {Uint8Array} record */
export const openDraft = async (vaultKey, record) =>
  open(await draftKey(vaultKey, record), record, AT.end, CODE.corrupt);

/** @param {Uint8Array} bytes */
export const digest = async (bytes) => new Uint8Array(await crypto.subtle.digest("SHA-256", /** @type {BufferSource} */ (bytes)));

/** @param {Uint8Array} one @param {Uint8Array} other */
export const equal = (one, other) => one.length === other.length && one.every((byte, at) => byte === other[at]);

/** With the sum of it all at its end, so that a damaged file is not taken for a wrong passphrase. @param {...Uint8Array} parts */
async function closeFile(...parts) {
  const bytes = concat(...parts);
  return concat(bytes, await digest(bytes));
}

/** @param {string} passphrase @param {Uint8Array} header of a file @param {Uint8Array} plain */
export async function sealFile(passphrase, header, plain) {
  const iterations = await chooseIterations();
  header.set(throwDice(16), AT.salt);
  header.set(join(iterations), AT.iterations);
  return closeFile(await seal(await stretch(passphrase, header.slice(AT.salt, AT.fileEnd), iterations), header, plain));
}

/**
 * A draft as it lies on the device, with what its passphrase opens it by elsewhere. Nothing is opened for it.
 * @param {VaultRecord} record @param {Uint8Array} envelope
 */
export async function wrapRescued(record, envelope) {
  const header = join(envelope.slice(0, AT.end), 1, record.iterations, record.salt, record.iv, record.wrapped);
  header[AT.kind] = RESCUED;
  return closeFile(header, envelope.slice(AT.end));
}

/** @param {string} passphrase @param {Uint8Array} sealed a rescued draft without its sum */
async function openRescued(passphrase, sealed) {
  const iterations = new DataView(sealed.buffer, sealed.byteOffset).getUint32(AT.iterations, true);
  const key = await unlockVault({
    format: FORMAT, id: sealed.slice(AT.vault, AT.draft), iterations, salt: sealed.slice(AT.salt, AT.fileEnd),
    iv: sealed.slice(AT.fileEnd, AT.wrapped), wrapped: sealed.slice(AT.wrapped, AT.rescuedEnd),
  }, passphrase);
  const header = sealed.slice(0, AT.end);
  header[AT.kind] = DRAFT;  // as it was sealed
  const draft = await openDraft(key, concat(header, sealed.slice(AT.rescuedEnd)));
  return concat(sealed.slice(0, AT.rescuedEnd), draft.slice(AT.end));
}

/** @param {string} passphrase @param {Uint8Array} file that the core has found well formed */
export async function openFile(passphrase, file) {
  const sealed = file.slice(0, -SUM);
  if (!equal(await digest(sealed), file.slice(-SUM))) throw new Refusal(CODE.corrupt);
  if (file[AT.kind] === RESCUED) return openRescued(passphrase, sealed);
  const iterations = new DataView(file.buffer, file.byteOffset).getUint32(AT.iterations, true);
  const key = await stretch(passphrase, file.slice(AT.salt, AT.fileEnd), iterations);
  return open(key, sealed, AT.fileEnd, CODE.wrongKey);
}

// @ts-check
// The seals of web/vault.mjs and what web/keep.mjs lets through, without a browser: Node has the same WebCrypto. Damage
// in numbers, and no IV twice. The same through IndexedDB is tests/browser/keep_seal.test.mjs.

import assert from "node:assert/strict";
import test from "node:test";

import { CODE, Refusal } from "../../web/database.mjs";
import { Keep } from "../../web/keep.mjs";
import { AT, LEAST_ITERATIONS, MOST_ITERATIONS, digest, makeVault, openDraft, readVault, rewrap, sealDraft, sealFile, stretch, throwDice, unlockVault } from "../../web/vault.mjs";
import { reached } from "../browser/reached.mjs";

const isFull = process.env.LINEALEN_FULL === "1";
const DRAFT = "00112233445566778899aabbccddeeff";
const OTHER = "ffeeddccbbaa99887766554433221100";
const bytesOfHex = (/** @type {string} */ hex) => Uint8Array.from(Buffer.from(hex, "hex"));

/** A header as shared/keeping/envelope.cpp writes it. @param {string} draft @param {number} generation @param {number} [epoch] */
function headerOf(draft, generation, epoch = 0) {
  const header = new Uint8Array(AT.end);
  header.set([..."LIN1"].map((letter) => letter.charCodeAt(0)));
  header.set([1, 1, 1, 0], 4);
  const view = new DataView(header.buffer);
  view.setUint32(AT.epoch, epoch, true);
  view.setUint32(12, 1, true);
  header.set(bytesOfHex(draft), AT.draft);
  view.setBigUint64(AT.generation, BigInt(generation), true);
  return header;
}

const plainOf = (/** @type {string} */ words) => {
  const plain = new Uint8Array(4096);
  plain.set(new TextEncoder().encode(words), 4);
  plain[0] = plain.indexOf(0, 4) - 4;
  return plain;
};
const wordsIn = (/** @type {Uint8Array} */ opened) => new TextDecoder().decode(opened.slice(AT.end + 4, AT.end + 4 + opened[AT.end]));

/** Dice with a seed, so that a damage that gets through can be made again. @param {number} seed */
function dice(seed) {
  let state = seed;
  return (/** @type {number} */ sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor(state / 2 ** 32 * sides);
  };
}

async function openVault() {
  const { key } = await makeVault("");  // the key itself; how a passphrase wraps it is tried below
  const vault = throwDice(16);
  const seal = (/** @type {string} */ draft, /** @type {number} */ generation, /** @type {string} */ words) =>
    sealDraft(key, vault, headerOf(draft, generation), plainOf(words));
  /** @type {any} */
  const keep = { key };
  const read = (/** @type {string} */ draft, /** @type {any} */ head, /** @type {Uint8Array} */ record, /** @type {number} */ copy) =>
    Keep.prototype.openRecord.call(keep, draft, head, record, copy);
  return { key, vault, seal, read };
}

/** @param {Uint8Array} record @param {number} generation */
const headOf = async (record, generation) =>
  ({ gen: generation, slot: generation % 2, length: record.length, sum: await digest(record), epoch: 1, expires: "2026-12-22" });

/** @param {Promise<unknown>} reading */
async function codeOfRefusal(reading) {
  const fault = await reading.then(() => null, (why) => why);
  assert.ok(fault === null || fault instanceof Refusal, String(fault));
  return fault?.code ?? CODE.ok;
}

/**
 * One of: a bit over, cut off, a tail of zeros, bytes put in between.
 * @param {Uint8Array} record @param {(sides: number) => number} roll
 */
function damage(record, roll) {
  const at = roll(record.length);
  const kind = roll(4);
  if (kind === 1) return record.slice(0, at);
  if (kind === 3) return Uint8Array.from([...record.slice(0, at), roll(256), ...record.slice(at)]);
  const damaged = record.slice();
  if (kind === 0) damaged[at] ^= 1 << roll(8);
  if (kind === 2) damaged.fill(0, at);
  return damaged;
}

// R10 of safekeeping.md
test("every damaged record is refused, by its sum and by its seal, and the copy before it opens", async () => {
  const { seal, read } = await openVault();
  const before = await seal(DRAFT, 6, "Det, der stod før");
  const newest = await seal(DRAFT, 7, "Hun siger, at der er for meget larm");
  const head = await headOf(newest, 7);
  assert.equal(wordsIn(await read(DRAFT, head, newest, 0)), "Hun siger, at der er for meget larm");

  const roll = dice(10);
  const turns = isFull ? 20_000 : 4000;
  let unchanged = 0;
  for (let turn = 0; turn < turns; turn += 1) {
    const damaged = damage(newest, roll);
    if (Buffer.compare(damaged, newest) === 0) { unchanged += 1; continue; }  // zeros put over zeros
    // As the newest it is held against its sum; as an older copy only its seal can tell.
    assert.equal(await codeOfRefusal(read(DRAFT, head, damaged, turn % 3)), CODE.corrupt, `turn ${turn}`);
  }
  assert.equal(wordsIn(await read(DRAFT, head, before, 1)), "Det, der stod før");
  // Every byte once, and every place to cut.
  for (let at = 0; at < newest.length; at += isFull ? 1 : 7) {
    const flipped = newest.slice();
    flipped[at] ^= 0x10;
    assert.equal(await codeOfRefusal(read(DRAFT, head, flipped, 1)), CODE.corrupt, `byte ${at}`);
    assert.equal(await codeOfRefusal(read(DRAFT, head, newest.slice(0, at), 1)), CODE.corrupt, `cut at ${at}`);
  }
  const bytes = 2 * Math.ceil(newest.length / (isFull ? 1 : 7));
  assert.ok(unchanged < turns / 50);
  reached("R10", "Node", `${(turns - unchanged + bytes).toLocaleString("en")} damaged records, all noticed, the copy before opens`,
    turns - unchanged + bytes);
});

test("a record of another draft, vault or generation is not taken for this one", async () => {
  const here = await openVault(), elsewhere = await openVault();
  const newest = await here.seal(DRAFT, 7, "Det nyeste");
  const older = await here.seal(DRAFT, 6, "Det ældre");
  const swapped = await here.seal(OTHER, 7, "Et andet barn");
  const foreign = await elsewhere.seal(DRAFT, 7, "En anden enhed");
  for (const [record, why] of /** @type {[Uint8Array, string][]} */ ([[older, "replayed"], [swapped, "swapped"], [foreign, "of another vault"]])) {
    const head = { ...await headOf(record, 7), gen: 7 };  // whoever can exchange a record can write its sum
    assert.equal(await codeOfRefusal(here.read(DRAFT, head, record, 0)), CODE.corrupt, why);
  }
  const renamed = swapped.slice();
  renamed.set(newest.slice(0, AT.iv), 0);  // its name put right, the seal does not hold
  assert.equal(await codeOfRefusal(here.read(DRAFT, await headOf(renamed, 7), renamed, 0)), CODE.corrupt);
  assert.equal(wordsIn(await here.read(DRAFT, await headOf(newest, 7), newest, 0)), "Det nyeste");
});

test("every changed byte of the key's record is noticed, and the copy of it counts", async () => {
  const { record } = await makeVault("Min mormor bagte altid klejner");
  const parts = /** @type {const} */ (["id", "salt", "iv", "wrapped", "sum"]);
  let changed = 0;
  for (const part of parts) {
    const bytes = record[part] ?? new Uint8Array();
    for (let at = 0; at < bytes.length; at += 1) {
      const damaged = { ...record, [part]: bytes.map((byte, one) => (one === at ? byte ^ 1 << at % 8 : byte)) };
      for (const copies of [[damaged, record], [record, damaged], [undefined, record]]) {
        assert.deepEqual(await readVault(copies), { record, isTwice: false }, `${part} ${at}`);
      }
      assert.equal(await codeOfRefusal(readVault([damaged, damaged])), CODE.corrupt, `${part} ${at}`);
      assert.equal(await codeOfRefusal(readVault([damaged, undefined])), CODE.corrupt, `${part} ${at}`);
      changed += 1;
    }
  }
  assert.equal(changed, 16 + 16 + 12 + 48 + 32);
  for (const broken of [null, 7, "vault", {}, { ...record, salt: undefined }, { ...record, wrapped: [1] }, { ...record, iterations: "many" }, { ...record, iterations: record.iterations + 1 }]) {
    assert.deepEqual(await readVault([broken, record]), { record, isTwice: false }, JSON.stringify(broken));
    assert.equal(await codeOfRefusal(readVault([broken, broken])), CODE.corrupt, JSON.stringify(broken));
  }
  assert.deepEqual(await readVault([record, record]), { record, isTwice: true });
  assert.deepEqual(await readVault([undefined, undefined]), { isTwice: false });
});

test("a key's record from before it had a sum opens when it is alone, and beside another it is a damaged one", async () => {
  const passphrase = "Min mormor bagte altid klejner";
  const { record } = await makeVault(passphrase);
  const { sum, ...before } = record;
  assert.equal(sum?.length, 32);
  assert.deepEqual(await readVault([before, undefined]), { record: before, isTwice: false });
  assert.ok(await unlockVault(before, passphrase));
  assert.deepEqual(await readVault([before, record]), { record, isTwice: false });
  assert.equal(await codeOfRefusal(readVault([before, before])), CODE.corrupt);
  assert.deepEqual((await readVault([await rewrap(before, passphrase, "Fire kolde nætter i oktober"), undefined])).record?.id, record.id);
  const newer = { format: 2, id: "written otherwise" };
  assert.equal(await codeOfRefusal(readVault([newer, newer])), CODE.newerSchema);
  assert.equal(await codeOfRefusal(readVault([newer, { ...record, salt: throwDice(16) }])), CODE.corrupt, "one of them is not newer but damaged");
});

// E2 of safekeeping.md
test("no seal has the IV of another, and what is sealed depends on draft and key epoch", async () => {
  const { key, vault } = await openVault();
  const seals = isFull ? 1_000_000 : 20_000;
  const plain = new Uint8Array(16);
  const header = headerOf(DRAFT, 1);
  const ivs = new Set();
  for (let turn = 0; turn < seals; turn += 500) {
    const some = await Promise.all(Array.from({ length: 500 }, () => sealDraft(key, vault, header.slice(), plain)));
    for (const record of some) ivs.add(Buffer.from(record.slice(AT.iv, AT.end - 4)).toString("latin1"));
  }
  assert.equal(ivs.size, seals);

  // 2^24 generations on, the key is another; a header of one epoch opens nothing of the other.
  const late = await sealDraft(key, vault, headerOf(DRAFT, 2 ** 24, 1), plain);
  assert.equal((await openDraft(key, late)).length, AT.end + plain.length);
  late[AT.epoch] = 0;
  assert.equal(await codeOfRefusal(openDraft(key, late)), CODE.corrupt);
  reached("E2", "Node", `${seals.toLocaleString("en")} seals, 0 IVs twice`, seals);
});

// E3 of safekeeping.md
test("rounds below 600,000 and above 5,000,000 are refused before anything is computed", async () => {
  const salt = throwDice(16);
  for (const rounds of [0, 1, LEAST_ITERATIONS - 1, MOST_ITERATIONS + 1, 2 ** 32 - 1, NaN]) {
    const start = performance.now();
    assert.equal(await codeOfRefusal(stretch("Min mormor bagte altid klejner", salt, rounds)), CODE.corrupt, String(rounds));
    assert.ok(performance.now() - start < 1000, "refused without stretching");
  }
  for (const rounds of [LEAST_ITERATIONS, MOST_ITERATIONS]) assert.ok(await stretch("Min mormor bagte altid klejner", salt, rounds));

  const fileHeader = new Uint8Array(AT.fileEnd);
  const file = await sealFile("Min mormor bagte altid klejner", fileHeader, plainOf("Ord"));
  const { record } = await makeVault("Min mormor bagte altid klejner");
  for (const rounds of [new DataView(file.buffer).getUint32(AT.iterations, true), record.iterations]) {
    assert.ok(rounds >= LEAST_ITERATIONS && rounds <= MOST_ITERATIONS, `${rounds} rounds chosen`);
  }
  assert.equal(await codeOfRefusal(unlockVault({ ...record, iterations: LEAST_ITERATIONS - 1 }, "Min mormor bagte altid klejner")), CODE.corrupt);
  reached("E3", "Node", `${LEAST_ITERATIONS.toLocaleString("en")} and ${MOST_ITERATIONS.toLocaleString("en")} rounds taken, one fewer and one more refused`);
});

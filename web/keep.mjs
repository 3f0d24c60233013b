// @ts-check
// keep.mjs -- carries out what shared/keeping orders: the save protocol, and loading.
//
// Loaded when the page stands. Each order is answered once, with a code and bytes; what an answer means is decided in
// C++. Words of a case are sealed before a transaction begins and never reach the database otherwise.
// After a fault of the program nothing is carried out any more, and rescue.mjs reads what is there.
// Knows: database, device, tabs, vault. Never: decides; keeps an open text.

import { CODE, Database, Refusal, VAULT, codeOf, pass, then } from "./database.mjs";
import { countDevice, wipeDevice } from "./device.mjs";
import { Tabs } from "./tabs.mjs";
import * as vault from "./vault.mjs";

/** As Kind in wasm/platform/store_port.cpp. */
const KIND = Object.freeze({
  open: 1, load: 2, save: 3, remove: 4, wipe: 5, create: 6, unlock: 7, sealFile: 8, openFile: 9, count: 10,
  noteDays: 11, change: 12, release: 13,
});
const SESSION_COPY = 2;  // slot of the copy from when this page began with the draft
const TAKE = 1;          // load: to write it here, also when another tab holds it
const PATIENCE = 3500;   // ms; the keeper gives an order up after 4000
const LONGEST_ORDER = 15_000;  // ms, a take-over and a key on a slow device among them
const encoder = new TextEncoder();
const { AT } = vault;

/**
 * @typedef {{gen: number, slot: number, length: number, sum: Uint8Array, epoch: number, expires: string}} Head
 * @typedef {{kind: number, number: number, flag: number, text: string, bytes: Uint8Array}} Order
 * @typedef {{code: number, generation: number, bytes: Uint8Array}} Answer
 */

/** Every order is answered, also when the browser does not. @returns {Promise<never>} */
const giveUp = () => new Promise((_, reject) => {
  setTimeout(() => reject(new Refusal(CODE.timeout)), LONGEST_ORDER);
});

/** @param {string} hex @returns {Uint8Array} */
const bytesOfHex = (hex) => new Uint8Array((hex.match(/../g) ?? []).map((two) => parseInt(two, 16)));

/**
 * Both copies of the vault's record.
 * @param {(store: string) => IDBObjectStore} of @param {(copies: any[]) => void} next
 */
const getVault = (of, next) =>
  then(of("meta").get(VAULT[0]), (one) => then(of("meta").get(VAULT[1]), (copy) => next([one, copy])));

/** @param {(store: string) => IDBObjectStore} of @param {vault.VaultRecord} record */
const putVault = (of, record) => { for (const place of VAULT) of("meta").put(record, place); };

export class Keep {
  /** @param {{lost: () => void, takenOver: (draft: string) => void, flush: () => Promise<void>}} tell */
  constructor(tell) {
    this.tell = tell;
    this.database = new Database(tell.lost, tell.flush);
    /** @type {CryptoKey | null} */
    this.key = null;
    /** @type {Uint8Array} its id */
    this.vault = new Uint8Array();
    this.last = Promise.resolve();
    this.isPoisoned = false;
    /** What this page has saved last, for the help panel. @type {{draft: string, generation: number, at: Date} | null} */
    this.saved = null;
    this.tabs = new Tabs({ ...tell, wiped: () => this.forget(), removed: () => tell.lost() });
  }

  /** The program has stopped by a fault: what it ordered is not to be trusted, also what is on its way. */
  poison() {
    this.isPoisoned = true;
    this.database.onlyRead();
    this.key = null;
    this.tabs.letAllGo();
  }

  /**
   * One after the other, so that a draft that is removed is not written by a save that was on its way; but none waits
   * for ever behind one that is never answered.
   * @param {Order} order @returns {Promise<Answer>}
   */
  async carryOut(order) {
    const before = this.last;
    let end = () => {};
    this.last = new Promise((resolve) => { end = () => resolve(undefined); });
    const patience = setTimeout(end, PATIENCE);
    await before;
    try {
      const answer = await Promise.race([this.order(order), giveUp()]);
      return { code: CODE.ok, generation: 0, bytes: new Uint8Array(), ...answer };
    } catch (fault) {
      return { code: codeOf(fault), generation: 0, bytes: new Uint8Array() };
    } finally {
      clearTimeout(patience);
      end();
    }
  }

  /** @param {Order} order @returns {Promise<Partial<Answer>>} */
  async order({ kind, number, flag, text, bytes }) {
    if (this.isPoisoned) throw new Refusal(CODE.closed);
    switch (kind) {
      case KIND.open: return this.open();
      case KIND.load: return this.load(text, number, flag);
      case KIND.save: return this.save(text, bytes);
      case KIND.remove: return this.remove(text);
      case KIND.wipe: return this.wipe();
      case KIND.noteDays: return this.noteDays(text);
      case KIND.release: return this.tabs.letGo(text), {};
      case KIND.create: return this.create(text);
      case KIND.unlock: return this.unlock(text);
      case KIND.change: return this.change(new TextDecoder().decode(bytes), text);
      case KIND.sealFile: return vault.sealFile(text, bytes.slice(0, AT.fileEnd), bytes.slice(AT.fileEnd)).then((file) => ({ bytes: file }));
      case KIND.openFile: return vault.openFile(text, bytes).then((opened) => ({ bytes: opened }));
      default: return countDevice(this.database);
    }
  }

  // ---- What is there --------------------------------------------------------

  /**
   * First line: "none", "locked", "managed" or "open", and the days it remembers; then a line for each draft: id,
   * generation, expiry. A draft whose head is damaged or gone has none.
   */
  async open() {
    if (!await this.database.open(false)) return { bytes: encoder.encode("none") };
    await this.database.renewLog().catch(() => {});  // no room for it: what is kept is read all the same
    const drafts = /** @type {string[]} */ ([]);
    const state = await this.stateOfVault();
    let days = " ";
    const lost = /** @type {Set<string>} */ (new Set());
    await this.database.run("readonly", (of) => {
      then(of("meta").get("days"), (value) => { days = value ?? " "; });
      then(of("head").openCursor(), (cursor) => {
        if (!cursor) return;
        const head = /** @type {Head} */ (cursor.value);
        drafts.push(isSound(head) ? `${cursor.key} ${head.gen} ${head.expires}` : `${cursor.key} 0 -`);
        cursor.continue();
      });
      for (const store of ["snap", "quarantine"]) {
        then(of(store).getAllKeys(), (keys) => keys.forEach((key) => Array.isArray(key) && lost.add(String(key[0]))));
      }
    });
    for (const draft of lost) if (!drafts.some((line) => line.startsWith(`${draft} `))) drafts.push(`${draft} 0 -`);
    return { bytes: encoder.encode([`${state} ${days}`, ...drafts].join("\n")) };
  }

  /** @param {string} days the latest that two starts agree on, and that of the last start */
  async noteDays(days) {
    if (this.database.connection) await this.database.run("readwrite", (of) => of("meta").put(days, "days"));
    return {};
  }

  async stateOfVault() {
    try {
      const record = await this.record();
      if (!record) return "none";
      if (record.managed) return "managed";
      return this.key && vault.equal(record.id, this.vault) ? "open" : "locked";
    } catch (fault) {
      if ([CODE.corrupt, CODE.newerSchema].some((code) => code === codeOf(fault))) return "locked";  // why, is told to who opens it
      throw fault;
    }
  }

  /** The whole one of the vault's two records; the other is put right by it. @returns {Promise<vault.VaultRecord | undefined>} */
  async record() {
    const copies = await this.database.run("readonly", (of, result) => getVault(of, (both) => { result.now = both; }));
    const { record, isTwice } = await vault.readVault(copies ?? []);
    if (record?.sum && !isTwice) await this.keepTwice(record).catch(() => {});  // no room: at the next start
    return record;
  }

  /** @param {vault.VaultRecord} record put only where it counts still: another tab may have exchanged the passphrase */
  keepTwice(record) {
    return this.database.run("readwrite", (of) => getVault(of, (copies) => {
      if (copies.some((one) => vault.isSameVault(one, record))) putVault(of, record);
    }));
  }

  /** @param {string} passphrase */
  async create(passphrase) {
    const made = await vault.makeVault(passphrase);
    await pass("key-made");
    await this.database.open(true);
    await this.database.run("readwrite", (of, _, refuse) => getVault(of, (copies) => {
      if (copies.some(Boolean)) refuse(CODE.conflict);  // another tab was first: its drafts hang on its key
      else putVault(of, made.record);
    }));
    this.key = made.key;
    this.vault = made.record.id;
    return {};
  }

  /** @param {string} passphrase */
  async unlock(passphrase) {
    if (!this.database.connection && !await this.database.open(false)) throw new Refusal(CODE.notFound);
    const record = await this.record();
    if (!record) throw new Refusal(CODE.notFound);
    this.key = await vault.unlockVault(record, passphrase);
    await pass("key-made");
    this.vault = record.id;
    // One of before there were two: it has just opened, so it is whole.
    if (!record.sum) await this.keepTwice(await vault.withSum(record)).catch(() => {});
    return {};
  }

  /** @param {string} now the passphrase until now @param {string} next the one from now on */
  async change(now, next) {
    if (!this.database.connection && !await this.database.open(false)) throw new Refusal(CODE.notFound);
    const before = await this.record();
    if (!before) throw new Refusal(CODE.notFound);
    const record = await vault.rewrap(before, now, next);
    await pass("key-made");
    await this.database.run("readwrite", (of, _, refuse) => getVault(of, (copies) => {
      // Wiped meanwhile, or another tab was first: what it made is not overwritten by what was made of the old one.
      if (!copies.some((one) => vault.isOfVault(one, record.id))) refuse(CODE.notFound);
      else if (!copies.some((one) => vault.isSameVault(one, before))) refuse(CODE.conflict);
      else putVault(of, record);
    }));
    const kept = await this.record();
    if (!kept || !vault.isSameVault(kept, record)) throw new Refusal(CODE.aborted);
    return {};
  }

  // ---- Load and save ----------------------------------------------------------

  /**
   * @param {string} draft
   * @param {number} copy 0 the newest, 1 the one before, 2 the one this page began with
   * @param {number} flag 0 only to read; TAKE: to write it here; 2: to write it here unless another tab does
   */
  async load(draft, copy, flag) {
    if (!this.database.connection && !await this.database.open(false)) throw new Refusal(CODE.notFound);
    if (flag !== 0) await this.tabs.hold(draft, flag === TAKE);
    const found = await this.database.run(flag === 0 ? "readonly" : "readwrite", (of, result, refuse) => {
      then(of("head").get(draft), (/** @type {Head | undefined} */ head) => {
        // "Not there" is said of nothing that is there.
        if (!head) return ["snap", "quarantine"].forEach((store) => then(of(store).count(rangeOf(draft)), (copies) => {
          if (copies > 0) refuse(CODE.corrupt);
        }));
        if (!isSound(head)) return refuse(CODE.corrupt);
        const slot = copy === 0 ? head.slot : copy === 1 ? 1 - head.slot : SESSION_COPY;
        const held = this.tabs.held.get(draft);
        // Who writes from now on, as the database knows it: a tab that slept through the exchange is refused.
        if (flag !== 0 && held && held.epoch === 0) of("head").put({ ...head, epoch: held.epoch = head.epoch + 1 }, draft);
        then(of("snap").get([draft, slot]), (record) => {
          const there = result.now = { head, slot, record, newest: record };
          if (copy !== 0) then(of("snap").get([draft, head.slot]), (newest) => { there.newest = newest; });
        });
      });
    });
    if (!found) throw new Refusal(CODE.notFound);
    const { head, slot, record, newest } =
      /** @type {{head: Head, slot: number, record: Uint8Array | undefined, newest: Uint8Array | undefined}} */ (found);
    if (!this.key) throw new Refusal(CODE.wrongKey);
    try {
      const bytes = await this.openRecord(draft, head, record, copy);
      const held = flag !== 0 && this.tabs.held.get(draft);
      if (held) held.sound = slot;
      // The next save goes over it, and whoever asked for an older one could not read it.
      if (held && copy !== 0 && newest) await this.setAside(draft, newest, CODE.corrupt).catch(() => {});
      return { generation: head.gen, bytes };
    } catch (fault) {
      if (record) await this.setAside(draft, record, codeOf(fault)).catch(() => {});
      throw fault;
    }
  }

  /** @param {string} draft @param {Head} head @param {Uint8Array | undefined} record @param {number} copy */
  async openRecord(draft, head, record, copy) {
    if (!this.key || !record || record.length < AT.end) throw new Refusal(CODE.corrupt);
    if (copy === 0 && (record.length !== head.length || !vault.equal(await vault.digest(record), head.sum))) throw new Refusal(CODE.corrupt);
    const generation = Number(new DataView(record.buffer, record.byteOffset).getBigUint64(AT.generation, true));
    // Who can write records can exchange them: the seal holds, but it is another draft's, or an older one.
    const isOurs = vault.equal(record.slice(AT.draft, AT.draft + 16), bytesOfHex(draft));
    const fits = isOurs && (copy === 0 ? generation === head.gen : generation <= head.gen);
    if (!fits) throw new Refusal(CODE.corrupt);
    return vault.openDraft(this.key, record);
  }

  /** What cannot be read is kept as it is: somebody may be able to one day. @param {string} draft @param {Uint8Array} bytes @param {number} code */
  async setAside(draft, bytes, code) {
    const sum = [...(await vault.digest(bytes)).slice(0, 8)].join("-");  // the same bytes once
    await this.database.run("readwrite", (of) => of("quarantine").put({ bytes, code }, [draft, sum]));
  }

  /** @param {string} text the draft and its expiry @param {Uint8Array} bytes the header and what is to be sealed */
  async save(text, bytes) {
    const [draft, expires] = text.split(" ");
    const header = bytes.slice(0, AT.end);
    const generation = Number(new DataView(header.buffer).getBigUint64(AT.generation, true));
    if (!this.database.connection) throw new Refusal(CODE.closed);
    if (!this.key) throw new Refusal(CODE.wrongKey);
    await pass("before-seal");
    const record = await vault.sealDraft(this.key, this.vault, header, bytes.slice(AT.end));
    const sum = await vault.digest(record);
    await pass("after-seal");
    if (generation === 1) await this.tabs.hold(draft, false);
    const held = this.tabs.held.get(draft);
    if (!this.database.connection) throw new Refusal(CODE.closed);
    const written = await this.database.run("readwrite", (of, result, refuse) => {
      getVault(of, (copies) => {
        if (!copies.some((one) => vault.isOfVault(one, this.vault))) return refuse(CODE.notFound);  // wiped meanwhile
        then(of("head").get(draft), (/** @type {Head | undefined} */ head) => {
          if (!head && generation > 1) return refuse(CODE.notFound);
          if (!held || (head && held.epoch !== 0 && head.epoch !== held.epoch)) return refuse(CODE.takenOver);
          if ((head?.gen ?? 0) !== generation - 1) return refuse(CODE.conflict);
          const sound = held.sound ?? head?.slot;
          // Never over the one that was opened: where that is the older one, the newest cannot be read.
          const slot = !head ? 0 : sound === 1 - head.slot ? head.slot : 1 - head.slot;
          held.epoch ||= (head?.epoch ?? 0) + 1;
          const put = () => {
            of("snap").put(record, [draft, slot]);
            of("head").put({ gen: generation, slot, length: record.length, sum, epoch: held.epoch, expires }, draft);
            then(of("meta").get("last"), (last) => {
              result.now = { slot, isFirst: last === undefined };
              of("meta").put(draft, "last");
            });
          };
          if (held.isCopied || sound === undefined || sound === SESSION_COPY) return put();
          then(of("snap").get([draft, sound]), (before) => {
            if (before) of("snap").put(before, [draft, SESSION_COPY]);
            put();
          });
        });
      });
    });
    if (held) held.isCopied = true;
    await this.verify(draft, generation, sum);
    if (held) held.sound = written?.slot;
    // Asked once, not for every draft; often refused, and nothing is promised on it.
    if (written?.isFirst) Promise.resolve().then(() => navigator.storage?.persist?.()).catch(() => {});
    this.saved = { draft, generation, at: new Date() };
    return { generation };
  }

  /** Read back in a transaction of its own: what the disk gives is what was sent. @param {string} draft @param {number} generation @param {Uint8Array} sum */
  async verify(draft, generation, sum) {
    const record = await this.database.run("readonly", (of, result) => then(of("head").get(draft), (/** @type {Head | undefined} */ head) => {
      if (head?.gen === generation) then(of("snap").get([draft, head.slot]), (value) => { result.now = value; });
    }));
    if (!(record instanceof Uint8Array) || !vault.equal(await vault.digest(record), sum)) throw new Refusal(CODE.corrupt);
  }

  // ---- Away with it ---------------------------------------------------------------

  /** @param {string} draft */
  async remove(draft) {
    if (!this.database.connection && !await this.database.open(false)) return {};
    await this.database.run("readwrite", (of) => {
      of("head").delete(draft);
      of("snap").delete(rangeOf(draft));
      of("quarantine").delete(rangeOf(draft));
      then(of("meta").get("last"), (last) => { if (last === draft) of("meta").delete("last"); });
    });
    this.tabs.letGo(draft);
    this.tabs.sayRemoved(draft);  // who writes it says so at once, and not with the next letter
    return {};
  }

  /** Another tab has wiped it all. */
  forget() {
    this.key = null;
    this.vault = new Uint8Array();
    this.database.close();
    this.tabs.letAllGo();
    this.tell.lost();  // what is written next is found to be gone
  }

  /** Answers `aborted` when something may be left. */
  async wipe() {
    this.tabs.sayWiped();
    this.tabs.letAllGo();
    this.key = null;
    return wipeDevice(this.database);
  }
}

/** Every key that begins with the draft. @param {string} draft */
const rangeOf = (draft) => IDBKeyRange.bound([draft], [draft, []]);

/** Only what this program has written has all of it. @param {any} head */
const isSound = (head) => Number.isSafeInteger(head?.gen) && head.gen > 0 && (head.slot === 0 || head.slot === 1) &&
  head.sum instanceof Uint8Array && Number.isSafeInteger(head.epoch) && /^\d{4}-\d\d-\d\d$/.test(head.expires);

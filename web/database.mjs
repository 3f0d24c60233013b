// @ts-check
// database.mjs -- IndexedDB by promises that tell the truth.
//
// A transaction has ended well when it is complete, not when its requests have succeeded: with a full quota all
// requests succeed and then only `abort` is told. A connection that failed is never used again: the next order opens
// a new one.
// Knows: IndexedDB. Never: what is kept; decides.

export const NAME = "lineal";
const VERSION = 1;
export const VAULT = Object.freeze(["vault", "vault-copy"]);  // where in `meta` its record lies, twice
const STORES = ["meta", "head", "snap", "quarantine"];
const BALLAST = 80;  // values of just under 64 kB, together more than the 4 MB after which LevelDB begins a new log
const SILENT_AFTER = 4000;  // ms without a word from the browser
const BLOCKED_AFTER = 1000;  // ms; another tab holds an older version and does not let go
const FLUSHED_WITHIN = 1000;  // ms, before a newer version gets the database
const ERASED_WITHIN = 3000;  // ms, when other tabs close their connections

/** As StoreCode in shared/keeping/store.hpp, in its order. */
export const CODE = Object.freeze({
  ok: 0, notFound: 1, quota: 2, aborted: 3, blocked: 4, closed: 5, corrupt: 6, conflict: 7, newerSchema: 8,
  unsupported: 9, wrongKey: 10, timeout: 11, held: 12, takenOver: 13, unreachable: 14,
});

/** What stops an order, as one of CODE. */
export class Refusal extends Error {
  /** @param {number} code */
  constructor(code) {
    super(`store ${code}`);
    this.code = code;
  }
}

/** @param {unknown} fault @returns {number} */
export function codeOf(fault) {
  if (fault instanceof Refusal) return fault.code;
  switch (fault instanceof Error || fault instanceof DOMException ? fault.name : "") {
    case "QuotaExceededError": return CODE.quota;
    case "InvalidStateError": return CODE.closed;
    case "VersionError": return CODE.newerSchema;
    case "SecurityError":
    case "NotSupportedError": return CODE.unsupported;
    default: return CODE.aborted;
  }
}

/** Where a test may stop the world; nothing in what is shipped. @param {string} where */
export const pass = async (where) => {
  if (TESTING) await /** @type {any} */ (globalThis).lineal?.(where);
};

export class Database {
  /**
   * @param {() => void} lost the browser, another tab or a newer version took the connection
   * @param {() => Promise<void>} [flush] saves what was typed a moment ago
   */
  constructor(lost, flush = async () => {}) {
    /** @type {IDBDatabase | null} */
    this.connection = null;
    this.lost = lost;
    this.flush = flush;
    this.isReadOnly = false;
    this.isBeingErased = false;
    this.isLogNew = false;
    /** @type {Set<IDBTransaction>} */
    this.writing = new Set();
  }

  /** From now on nothing is written, and what is being written is taken back unless the disk has it already. */
  onlyRead() {
    this.isReadOnly = true;
    for (const transaction of this.writing) {
      try {
        transaction.abort();
      } catch {
        // it is being finished
      }
    }
  }

  close() {
    this.connection?.close();
    this.connection = null;
  }

  /**
   * A new connection. Without `create` a database that is not there stays so: after a wipe nothing comes back.
   * @param {boolean} create
   * @returns {Promise<boolean>} false: there is none
   */
  open(create) {
    this.close();
    if (typeof indexedDB === "undefined" || indexedDB === null) return Promise.reject(new Refusal(CODE.unsupported));
    return new Promise((resolve, reject) => {
      const request = indexedDB.open(NAME, VERSION);  // throws in some private windows: the promise rejects
      let isNew = false, isBlocked = false;
      // Behind a deletion that another tab is in the way of, an opening waits without a word.
      const giveUp = () => reject(new Refusal(isBlocked || this.isBeingErased ? CODE.blocked : CODE.timeout));
      let tooLong = setTimeout(giveUp, SILENT_AFTER);
      request.onblocked = () => {
        isBlocked = true;
        clearTimeout(tooLong);
        tooLong = setTimeout(giveUp, BLOCKED_AFTER);
      };
      request.onupgradeneeded = () => {
        isNew = !create || this.isReadOnly;
        if (isNew) return request.transaction?.abort();
        for (const store of STORES) request.result.createObjectStore(store);
      };
      request.onerror = () => {
        clearTimeout(tooLong);
        if (isNew) resolve(false);
        else reject(new Refusal(codeOf(request.error)));
      };
      request.onsuccess = () => {
        clearTimeout(tooLong);
        this.take(request.result);
        resolve(true);
      };
    });
  }

  /** @param {IDBDatabase} connection */
  take(connection) {
    this.connection?.close();  // one that came after its time
    this.connection = connection;
    const end = () => {
      if (this.connection !== connection) return;
      this.close();
      this.lost();
    };
    connection.onclose = end;  // site data was cleared, or the disk failed
    connection.onversionchange = async ({ newVersion }) => {
      // What was typed a moment ago is saved before a newer version gets it; a deletion would take it along.
      const isNewer = newVersion !== null;
      if (isNewer) await Promise.race([this.flush().catch(() => {}), new Promise((now) => { setTimeout(now, FLUSHED_WITHIN); })]);
      end();
    };
  }

  /** The whole of it. It also goes after its time, when another tab lets go of it at last. @returns {Promise<void>} */
  erase() {
    this.close();
    if (typeof indexedDB === "undefined" || indexedDB === null) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(NAME);
      this.isBeingErased = true;
      const tooLong = setTimeout(() => reject(new Refusal(CODE.blocked)), ERASED_WITHIN);
      const end = (/** @type {() => void} */ answer) => () => {
        clearTimeout(tooLong);
        this.isBeingErased = false;
        answer();
      };
      request.onsuccess = end(resolve);
      request.onerror = end(() => reject(new Refusal(CODE.aborted)));
    });
  }

  /**
   * Once a page: has Chromium begin a new log of the database. A browser that is killed may leave half a record at its log's end;
   * the next one writes on after it, and the one after that finds the log damaged and throws away all there is
   * (docs/adr/0005). Much written at once closes the log while all of it is still in memory; then it is deleted again.
   */
  async renewLog() {
    const { connection } = this;
    if (this.isLogNew || !connection || !("userAgentData" in navigator)) return;  // Chromium's kind alone does so
    this.isLogNew = true;
    const value = new Uint8Array(64_000);  // longer ones lie in files of their own
    for (const isDone of [false, true]) {
      await new Promise((resolve, reject) => {
        const transaction = connection.transaction("meta", "readwrite", { durability: "relaxed" });
        transaction.oncomplete = resolve;
        transaction.onabort = reject;
        const meta = transaction.objectStore("meta");
        if (isDone) meta.delete(IDBKeyRange.bound(["ballast", 0], ["ballast", BALLAST]));
        else for (let i = 0; i < BALLAST; ++i) meta.put(value, ["ballast", i]);
      });
      await pass(isDone ? "ballast-gone" : "ballast-there");
    }
  }

  /**
   * One transaction; `work` gives its requests at once and waits for nothing else. What `work` puts into `result` is
   * the answer once the transaction is complete.
   * @template Result
   * @param {IDBTransactionMode} mode
   * @param {(of: (store: string) => IDBObjectStore, result: {now: Result | undefined}, refuse: (code: number) => void) => void} work
   * @returns {Promise<Result | undefined>}
   */
  async run(mode, work) {
    await pass("before-transaction");
    const answer = await this.transact(mode, work);
    await pass("after-transaction");
    return answer;
  }

  /**
   * @template Result
   * @param {IDBTransactionMode} mode
   * @param {(of: (store: string) => IDBObjectStore, result: {now: Result | undefined}, refuse: (code: number) => void) => void} work
   * @returns {Promise<Result | undefined>}
   */
  transact(mode, work) {
    return new Promise((resolve, reject) => {
      const isWriting = mode === "readwrite";
      if (!this.connection || (isWriting && this.isReadOnly)) throw new Refusal(CODE.closed);
      // Strict: a commit that the disk refuses is told, and a kill right after loses nothing.
      const transaction = this.connection.transaction(STORES, mode, { durability: "strict" });
      const result = /** @type {{now: Result | undefined}} */ ({ now: undefined });
      let code = 0;
      if (isWriting) this.writing.add(transaction);
      transaction.oncomplete = () => {
        this.writing.delete(transaction);
        resolve(result.now);
      };
      transaction.onabort = () => {
        this.writing.delete(transaction);
        reject(new Refusal(code || (this.connection ? codeOf(transaction.error) : CODE.closed)));
      };
      work((store) => transaction.objectStore(store), result, (why) => {
        code = why;
        transaction.abort();
      });
    });
  }
}

/**
 * @template Value
 * @param {IDBRequest<Value>} request
 * @param {(value: Value) => void} next
 */
export function then(request, next) {
  request.onsuccess = () => next(request.result);
}

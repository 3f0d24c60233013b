// @ts-check
// tabs.mjs -- one tab writes a draft, and the others know.
//
// What is safe is the epoch in the database (keep.mjs): who writes with an old one is refused. The lock tells early
// whether anybody is there, the channel asks that tab to let go.
// Knows: Web Locks, BroadcastChannel. Never: the database; decides.

import { CODE, Refusal, pass } from "./database.mjs";

const LET_GO_WITHIN = 3000;  // ms, for the tab that is asked

/**
 * @typedef {{epoch: number, release: () => void, isCopied: boolean, sound?: number}} Held a draft this tab writes;
 *   epoch 0: not told to the database yet; isCopied: what it was when this page began with it has been put aside; sound:
 *   the slot this page has opened, or written and read back
 */

export class Tabs {
  /** @param {{takenOver: (draft: string) => void, flush: () => Promise<void>, wiped: () => void, removed: () => void}} tell */
  constructor(tell) {
    this.tell = tell;
    /** @type {Map<string, Held>} */
    this.held = new Map();
    this.channel = "BroadcastChannel" in globalThis ? new BroadcastChannel("lineal") : null;
    this.channel?.addEventListener("message", (event) => this.hear(event.data));
  }

  /**
   * The draft is written by this tab from now on.
   * @param {string} draft @param {boolean} take from whoever holds it
   */
  async hold(draft, take) {
    if (this.held.has(draft)) return;
    const name = `lineal:case:${draft}`;
    if (!navigator.locks) return this.note(draft, () => {});
    await pass("before-lock");
    if (await this.lock(draft, name, { ifAvailable: true })) return;
    if (!take) throw new Refusal(CODE.held);
    this.channel?.postMessage({ asked: draft });
    await pass("asked");
    const patience = AbortSignal.timeout(LET_GO_WITHIN);
    if (await this.lock(draft, name, { signal: patience }).catch(() => false)) return;
    await pass("before-stealing");
    await this.lock(draft, name, { steal: true });  // it sleeps, or does not answer
  }

  /** @param {string} draft @param {string} name @param {LockOptions} options @returns {Promise<boolean>} */
  lock(draft, name, options) {
    return new Promise((resolve, reject) => {
      navigator.locks.request(name, options, (lock) => {
        if (!lock) return resolve(false);
        return new Promise((/** @type {(nothing: void) => void} */ release) => {
          this.note(draft, release);
          resolve(true);
        });
      }).catch((fault) => {
        reject(fault);
        if (this.held.delete(draft)) this.tell.takenOver(draft);  // stolen
      });
    });
  }

  /** @param {string} draft @param {() => void} release */
  note(draft, release) { this.held.set(draft, { epoch: 0, release, isCopied: false }); }

  /** @param {string} draft */
  letGo(draft) {
    this.held.get(draft)?.release();
    this.held.delete(draft);
  }

  /** @returns {string[]} those that were held */
  letAllGo() {
    const drafts = [...this.held.keys()];
    for (const draft of drafts) this.letGo(draft);
    return drafts;
  }

  sayWiped() { this.channel?.postMessage({ wiped: true }); }

  /** @param {string} draft */
  sayRemoved(draft) { this.channel?.postMessage({ removed: draft }); }

  /** From another tab. @param {{asked?: string, wiped?: boolean, removed?: string}} said */
  async hear({ asked, wiped, removed }) {
    if (wiped) return this.tell.wiped();
    if (removed && this.held.has(removed)) this.tell.removed();
    if (!asked || !this.held.has(asked)) return;
    await this.tell.flush();
    this.letGo(asked);
    this.tell.takenOver(asked);
  }
}

// @ts-check
// route.mjs -- the window's address and the View's, kept alike.
//
// Knows: history. Never: anything about a case; it would stay in the browser.

import { TOLD } from "./host.mjs";

export class Route {
  /** @param {import("./host.mjs").Host} host */
  constructor(host) {
    this.known = false;
    let told = "";
    this.returning = false;
    const changed = () => {
      if (location.hash === told && !this.known) return;
      told = location.hash;
      this.returning = true;  // back, forward or an address written by hand: not one step more
      host.tell(TOLD.address, 0, 0, location.hash || "#/");
      this.returning = false;
      if (this.address && location.hash !== this.address && (location.hash || this.address !== "#/")) this.write(this.address, true);
    };
    addEventListener("hashchange", changed);
    this.address = "";
  }

  /** @param {string} address */
  show(address) {
    const same = address === location.hash || (address === "#/" && location.hash === "");
    const first = !this.known;
    this.known = true;
    this.address = address;
    if (!same) this.write(address, first || this.returning);
  }

  /** @param {string} address @param {boolean} instead */
  write(address, instead) {
    if (instead) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
  }
}

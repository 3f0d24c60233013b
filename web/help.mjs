// @ts-check
// help.mjs -- the help panel of index.html: shown when the program cannot go on, or has stopped twice in a row.
//
// Needs neither the program nor anything that is fetched; what it says of the drafts on this device comes from
// rescue.mjs, when that can be had.
// Knows: index.html's sentences. Never: the program.

const FAULTS = "linealen.faults";  // of this tab: how many in a row and when, nothing else
const IN_A_ROW = 60_000;  // ms

/** @param {string} id @returns {any} */
const find = (id) => document.getElementById(id);

/** Each within a minute of the one before. @returns {number} */
function countFault() {
  try {
    const [count, at] = (sessionStorage.getItem(FAULTS) ?? "0 0").split(" ").map(Number);
    const now = Date.now();
    const next = now - at < IN_A_ROW ? count + 1 : 1;
    sessionStorage.setItem(FAULTS, `${next} ${now}`);
    return next;
  } catch {
    return 1;  // this browser keeps nothing
  }
}

/** Until somebody chooses how to go on, a page that has stopped twice is not opened a third time. */
export function isSafeMode() {
  try {
    return parseInt(sessionStorage.getItem(FAULTS) ?? "") > 1;
  } catch {
    return false;
  }
}

/**
 * @param {string} reason
 * @param {() => Promise<typeof import("./rescue.mjs")>} loadRescue
 * @param {import("./host.mjs").Host} [host] of the program that ran here
 */
export function showHelp(reason, loadRescue, host) {
  const isStopped = reason === "stopped" || reason === "again";
  const why = reason === "stopped" && countFault() > 1 ? "again" : reason;
  const panel = find("page-fault");
  for (const one of panel.querySelectorAll("[data-fault]")) one.hidden = !one.dataset.fault.split(" ").includes(why);
  document.body.className = "view-text is-stopped";
  find("page-stage").hidden = isStopped;
  if (isStopped) {
    clear();
    // Alone now: it is what the page is, to whoever goes by landmarks and headings.
    panel.setAttribute("role", "main");
    find("page-fault-heading").setAttribute("aria-level", "1");
  }
  for (const words of document.querySelectorAll("#page-starting, #page-late")) words.remove();
  panel.hidden = false;
  panel.scrollIntoView();
  find("page-fault-heading").focus();
  if (isStopped) loadRescue().then(({ tell }) => tell(panel, host), () => {});
}

/** Nothing can lock or hide this page any more, so nothing of a case stays in it behind the panel. */
function clear() {
  document.title = "Linealen";
  find("page").replaceChildren();
  for (const id of ["page-picture", "page-polite", "page-assertive"]) find(id)?.remove();
}

/** @param {string} address */
function leave(address) {
  sessionStorage.removeItem(FAULTS);
  location.assign(address);
}

find("page-reload").onclick = () => location.reload();
find("page-again").onclick = () => leave(location.pathname);
find("page-without").onclick = () => leave("?visning=tekst");

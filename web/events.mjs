// @ts-check
// events.mjs -- every native event that means something, told to the program.
//
// Only what the browser itself calls an activation is told; no key is ever
// taken from the browser, except that Esc in a dialog asks the View first, and
// F8, which no browser uses, hides the screen at once.
// Knows: page, host. Never: what the use of an element means.

import { TOLD } from "./host.mjs";

const READING = 500;  // ms between looks at how far the page was read
const IN_A_ROW = 600;  // ms; a hand that wants the screen gone presses twice

/**
 * @param {HTMLElement} root
 * @param {import("./page.mjs").Page} page
 * @param {import("./host.mjs").Host} host
 */
export function listen(root, page, host) {
  const pointing = { hovered: 0, pressed: 0, focused: 0 };

  const tellPointing = () => {
    // The focus moves while operations are carried out; the program is told when it has finished.
    if (page.busy) queueMicrotask(tellPointing);
    else host.point(pointing.hovered, pressed(), pointing.focused);
  };
  const pressed = () => pointing.pressed;

  root.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target.closest("button, a[href]") : null;
    if (!target || event.defaultPrevented) return;
    const isLink = target instanceof HTMLAnchorElement;
    // A link opened in another tab or window is the browser's own affair.
    if (isLink && (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)) return;
    if (isLink && target.getAttribute("href") === "#page-main") {
      event.preventDefault();
      document.getElementById("page-main")?.focus();
      return;
    }
    const handle = page.handles.get(target);
    if (isLink) event.preventDefault();
    if (handle !== undefined) return host.tell(TOLD.used, handle);
    // A link inside a text: the text is known, and which of its links it is.
    const text = page.handleOf(target);
    const links = [...(page.nodes.get(text)?.querySelectorAll("a") ?? [])];
    host.tell(TOLD.followed, text, links.indexOf(/** @type {any} */ (target)), target.getAttribute("href") ?? "");
  });

  /** @param {EventTarget | null} target */
  const tellTyped = (target) => {
    const isText = target instanceof HTMLTextAreaElement ||
      (target instanceof HTMLInputElement && ["text", "search", "password"].includes(target.type));
    if (isText) host.tell(TOLD.typed, page.handleOf(target), 0, target.value);
  };
  // What is still being composed is told too: a telephone composes each word, and what stands in a field is to be kept.
  root.addEventListener("compositionstart", (event) => { page.composed = event.target; });
  root.addEventListener("compositionend", (event) => {
    page.composed = null;
    tellTyped(event.target);
  });
  root.addEventListener("input", (event) => tellTyped(event.target));
  root.addEventListener("change", (event) => {
    const target = event.target;
    const handle = page.handleOf(target);
    if (target instanceof HTMLSelectElement) host.tell(TOLD.chosen, handle, target.selectedIndex);
    if (!(target instanceof HTMLInputElement)) return;
    if (target.type === "radio") host.tell(TOLD.chosen, handle);
    if (target.type === "checkbox") host.tell(TOLD.toggled, handle, target.checked ? 1 : 0);
  });

  let lastHide = -IN_A_ROW;
  addEventListener("keydown", (event) => {
    if (event.key !== "F8" || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (event.repeat) return;  // one that is held down says it once
    const isSecond = event.timeStamp - lastHide < IN_A_ROW;
    lastHide = event.timeStamp;
    host.tell(TOLD.hide, 0, isSecond ? 1 : 0);
  });

  root.addEventListener("cancel", (event) => {
    if (!(event.target instanceof HTMLDialogElement)) return;
    event.preventDefault();  // the View says when the dialog is gone
    host.tell(TOLD.dismissed, page.handleOf(event.target));
  }, { capture: true });  // it does not bubble

  root.addEventListener("focusin", (event) => {
    pointing.focused = page.handleOf(event.target);
    tellPointing();
    // Reached by Tab, the whole of it comes into sight; under a pointer nothing may move away.
    if (pointing.pressed === 0 && !page.busy && event.target instanceof HTMLElement) bringIntoSight(event.target);
  });
  root.addEventListener("focusout", () => {
    pointing.focused = 0;
    tellPointing();
  });
  root.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    pointing.hovered = handleOfTarget(page, event.target);
    tellPointing();
  });
  root.addEventListener("pointerout", (event) => {
    if (event.relatedTarget instanceof Node && root.contains(event.relatedTarget)) return;
    pointing.hovered = 0;
    tellPointing();
  });
  root.addEventListener("pointerdown", (event) => {
    pointing.pressed = handleOfTarget(page, event.target);
    tellPointing();
  });
  for (const end of ["pointerup", "pointercancel"]) {
    window.addEventListener(end, () => {
      if (pointing.pressed === 0) return;
      pointing.pressed = 0;
      tellPointing();
    });
  }
  let lastReached = 0, waits = false;
  addEventListener("scroll", () => {
    if (waits) return;
    waits = true;
    setTimeout(() => {
      waits = false;
      const above = [...root.querySelectorAll("main h2")].filter((one) => one.getBoundingClientRect().top < innerHeight / 2);
      const reached = page.handleOf(above.at(-1) ?? null);
      if (reached && reached !== lastReached) host.tell(TOLD.reached, reached);
      lastReached = reached;
    }, READING);
  }, { passive: true });

  // A rule for what is selected is reckoned with for every element there is, so it holds only while something is
  // (style.css); the few fields have their own.
  document.addEventListener("selectionchange", () => {
    document.documentElement.toggleAttribute("data-selects", getSelection()?.isCollapsed === false);
  });

  // The phone's keyboard covers the lower half; what is written in stays in sight.
  window.visualViewport?.addEventListener("resize", () => {
    const active = document.activeElement;
    if (active && active.matches("input[type=text], input[type=search], input[type=password], textarea")) {
      active.scrollIntoView({ block: "nearest" });
    }
  });
}

/** @param {HTMLElement} node */
function bringIntoSight(node) {
  const rect = node.getBoundingClientRect();
  const isInSight = rect.top >= 0 && rect.bottom <= innerHeight;
  if (!isInSight && node.matches(":focus-visible")) node.scrollIntoView({ block: "nearest" });
}

/** @param {import("./page.mjs").Page} page @param {EventTarget | null} target */
function handleOfTarget(page, target) {
  if (!(target instanceof Element)) return 0;
  const label = target.closest("label");
  const control = label instanceof HTMLLabelElement ? label.control : target.closest("button, a[href], input, select, textarea");
  return control ? page.handleOf(control) : 0;
}

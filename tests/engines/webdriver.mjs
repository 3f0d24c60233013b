// @ts-check
// webdriver.mjs -- what the two protocols have in common: a function sent to a page, and a hand's movements.

/**
 * A function as text that takes one JSON text and answers with another, for a page that is asked from outside.
 * @param {Function} work @returns {string}
 */
export const asText = (work) => `async (json) => JSON.stringify(await (${work})(JSON.parse(json)) ?? null)`;

/** @param {number} x @param {number} y in the window, CSS px */
export const clickAt = (x, y) => [{
  type: "pointer", id: "hand", parameters: { pointerType: "mouse" },
  actions: [{ type: "pointerMove", x: Math.round(x), y: Math.round(y), duration: 0 }, { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }],
}];

/** @param {string} words */
export const keysOf = (words) => [{
  type: "key", id: "keys",
  actions: [...words].flatMap((value) => [{ type: "keyDown", value }, { type: "keyUp", value }]),
}];

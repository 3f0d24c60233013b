// @ts-check
// damage.mjs -- files as they come back from bad disks, bad programs and bad people; the same ones every time.
//
// Never: what a reader makes of them.

/** @typedef {(upTo: number) => number} Dice a whole number from 0, below `upTo` */
/** @typedef {{kind: string, bytes: Buffer}} Damaged */

/** @param {number} seed @returns {Dice} mulberry32 */
export function makeDice(seed) {
  let state = seed >>> 0;
  return (upTo) => {
    state = (state + 0x6D2B79F5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % Math.max(1, upTo);
  };
}

/** What befalls any bytes. @type {Record<string, (bytes: Buffer, dice: Dice) => Buffer>} */
const OF_BYTES = {
  "flipped bits": (bytes, dice) => {
    const copy = Buffer.from(bytes);
    for (let left = 1 + dice(3); left > 0; --left) copy[dice(copy.length)] ^= 1 << dice(8);
    return copy;
  },
  "cut off": (bytes, dice) => bytes.subarray(0, dice(bytes.length)),
  "zeros at the end": (bytes, dice) => Buffer.from(bytes).fill(0, dice(bytes.length - 1)),
  "a part twice": (bytes, dice) => {
    const at = dice(bytes.length - 1), end = at + 1 + dice(bytes.length - at - 1);
    return Buffer.concat([bytes.subarray(0, end), bytes.subarray(at)]);
  },
  "parts exchanged": (bytes, dice) => {
    const [a, b] = [dice(bytes.length), dice(bytes.length)].sort((x, y) => x - y);
    const length = Math.min(1 + dice(64), b - a, bytes.length - b);
    const copy = Buffer.from(bytes);
    bytes.copy(copy, a, b, b + length);
    bytes.copy(copy, b, a, a + length);
    return copy;
  },
  "something behind": (bytes, dice) => Buffer.concat([bytes, Buffer.from(["\0", "x", "{}", "\0\0\0\0"][dice(4)])]),
};

const NUMBERS = ["1e999", "-1e999", "9007199254740993", "-1", "1e-999", "0.1", "99999999999999999999999", "00", "0x10", "NaN", "1e308"];
const OTHER_TYPES = ["null", "true", "[]", "{}", "\"\"", "0", "[null]", "{\"a\":1}", "\"\\ud800\"", "\"\\u0000\""];
const POISON = ["\"__proto__\":{\"polluted\":1}", "\"constructor\":{\"prototype\":{\"polluted\":1}}", "\"prototype\":{\"polluted\":1}",
  "\"toString\":\"x\"", "\"hasOwnProperty\":1", "\"__defineGetter__\":[]"];

/** Where a value stands in JSON text: behind a colon or in a list. @param {string} text @param {Dice} dice @param {string} value in its place */
function replaceValue(text, dice, value) {
  const places = [...text.matchAll(/(?<=[:[,]\s*)(?:"(?:[^"\\]|\\.)*"(?!\s*:)|-?\d[\d.eE+-]*|true|false|null)/g)];
  const place = places[dice(places.length)];
  return text.slice(0, place.index) + value + text.slice(place.index + place[0].length);
}

/** A member more, in one of the objects. @param {string} text @param {Dice} dice @param {string} member */
function addMember(text, dice, member) {
  const places = [...text.matchAll(/\{(?=\s*")/g)];
  const at = places[dice(places.length)].index + 1;
  return `${text.slice(0, at)}${member},${text.slice(at)}`;
}

/** Two members of an object change their values. @param {string} text @param {Dice} dice */
function swapMembers(text, dice) {
  const whole = JSON.parse(text);
  const objects = /** @type {any[]} */ ([]);
  const walk = (/** @type {any} */ one) => {
    if (typeof one !== "object" || one === null) return;
    if (!Array.isArray(one) && Object.keys(one).length > 1) objects.push(one);
    for (const inner of Object.values(one)) walk(inner);
  };
  walk(whole);
  const one = objects[dice(objects.length)], keys = Object.keys(one);
  const a = dice(keys.length), b = (a + 1 + dice(keys.length - 1)) % keys.length;
  [one[keys[a]], one[keys[b]]] = [one[keys[b]], one[keys[a]]];
  return JSON.stringify(whole, null, 2);
}

/** What befalls JSON and is JSON, or nearly. @type {Record<string, (text: string, dice: Dice) => string>} */
const OF_JSON = {
  "members exchanged": swapMembers,
  "huge numbers": (text, dice) => replaceValue(text, dice, NUMBERS[dice(NUMBERS.length)]),
  "another type": (text, dice) => replaceValue(text, dice, OTHER_TYPES[dice(OTHER_TYPES.length)]),
  "deep nesting": (text, dice) => {
    const depth = [31, 33, 500, 100_000][dice(4)];
    return replaceValue(text, dice, dice(2) ? "[".repeat(depth) + "]".repeat(depth) : "{\"a\":".repeat(depth) + "1" + "}".repeat(depth));
  },
  "names of the browser's own": (text, dice) => addMember(text, dice, POISON[dice(POISON.length)]),
  "a member twice": (text, dice) => {
    const members = [...text.matchAll(/"[a-z_]+":\s*"[^"]*"/g)];
    return addMember(text, dice, members[dice(members.length)][0]);
  },
  "long words": (text, dice) => replaceValue(text, dice, `"${"æ".repeat([1000, 40_000, 500_000][dice(3)])}"`),
  "many items": (text, dice) => replaceValue(text, dice, `[${"0,".repeat([4001, 200_001][dice(2)])}0]`),
};

/**
 * `count` damaged copies, each kind in turn.
 * @param {Buffer} bytes @param {number} count @param {number} seed
 * @param {boolean} isJson @returns {Generator<Damaged>}
 */
export function* damage(bytes, count, seed, isJson) {
  const dice = makeDice(seed);
  const text = bytes.toString();
  const ways = Object.entries(OF_BYTES).map(([kind, way]) => /** @type {const} */ ([kind, () => way(bytes, dice)]));
  if (isJson) ways.push(...Object.entries(OF_JSON).map(([kind, way]) => /** @type {const} */ ([kind, () => Buffer.from(way(text, dice))])));
  for (let made = 0; made < count;) {
    const [kind, make] = ways[made % ways.length];
    const changed = make();
    if (changed.equals(bytes)) continue;
    ++made;
    yield { kind, bytes: changed };
  }
}

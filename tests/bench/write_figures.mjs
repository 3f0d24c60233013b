// @ts-check
// write_figures.mjs -- figures as a page people can read.
//
// Knows: the goals. Never: measures.

const FASTER = 0.75;
/** @param {number} bytes */
const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
/** @param {number} time */
const ms = (time) => `${time < 10 ? time.toFixed(2) : Math.round(time)} ms`;
/** @param {number} share */
const percent = (share) => `${(share * 100).toFixed(2)} %`;
/** @param {number} bytes */
const MiB = (bytes) => `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
/** @param {boolean} reached */
const verdict = (reached) => (reached ? "yes" : "**no**");
/** @param {(string | number)[]} cells */
const row = (...cells) => `| ${cells.join(" | ")} |`;

/** @param {any} figures */
function browserRows({ start, work, stock }) {
  const { linealen, preloaded } = start;
  return [
    row("What", "Goal", "Reached", "Stock demo", "Ratio", "Goal met"),
    row("---", "---", "---", "---", "---", "---"),
    row("Bytes until ready, brotli, bodies of all files", "≤ 225 kB", kB(linealen.body), kB(start.stock.body),
      (linealen.body / start.stock.body).toFixed(2), verdict(linealen.body <= 225_000)),
    row("… with the headers of every answer", "≤ 225 kB", kB(linealen.wire), kB(start.stock.wire),
      (linealen.wire / start.stock.wire).toFixed(2), verdict(linealen.wire <= 225_000)),
    row("Ready, CPU ÷ 4, slow 4G", `≤ ${FASTER} × stock`, ms(linealen.ready), ms(start.stock.ready),
      linealen.ratio.toFixed(2), verdict(linealen.ratio <= FASTER)),
    row("… fastest and slowest turn", "", linealen.spread.map(ms).join(" – "), start.stock.spread.map(ms).join(" – "), "", ""),
    row("… the stock demo helped by preload", "", ms(linealen.ready), ms(preloaded.ready),
      (linealen.ratio / preloaded.ratio).toFixed(2), ""),
    row("First text visible", "before the program has arrived", `${ms(linealen.firstText)}; program ${ms(linealen.program)}`,
      ms(start.stock.firstText), (linealen.firstText / start.stock.firstText).toFixed(2),
      verdict(linealen.firstText < linealen.program)),
    row("Idle for 5 s: frames asked for, draw calls", "0, 0", `${work.idle.frames}, ${work.idle.draws}`,
      `${stock.idle.frames}, ${stock.idle.draws}`, "", verdict(work.idle.frames === 0 && work.idle.draws === 0)),
    row("Idle for 5 s: main thread busy, CPU ÷ 4", "< 0.5 %", percent(work.idle.busy), percent(stock.idle.busy), "",
      verdict(work.idle.busy < 0.005)),
    row(`Step to another view, CPU ÷ 4, median of ${work.steps.count}`, "≤ 100 ms", ms(work.steps.median), "", "",
      verdict(work.steps.median <= 100)),
    row("… the slowest of them", "≤ 100 ms", ms(work.steps.worst), "", "", verdict(work.steps.worst <= 100)),
    row(`A typed letter, CPU ÷ 4, median of ${work.letters.count}`, "≤ 50 ms", ms(work.letters.median), "", "",
      verdict(work.letters.median <= 50)),
    row("… the slowest of them", "≤ 50 ms", ms(work.letters.worst), "", "", verdict(work.letters.worst <= 50)),
    row(`A letter in the search under *Slå op*, CPU ÷ 4, median of ${work.sought.count}`, "≤ 100 ms", ms(work.sought.median), "", "",
      verdict(work.sought.median <= 100)),
    row("… the slowest of them", "≤ 100 ms", ms(work.sought.worst), "", "", verdict(work.sought.worst <= 100)),
    row("… of it in the program: search, view, layout, page", "≤ 30 ms", ms(work.sought.program), "", "", verdict(work.sought.program <= 30)),
    row(`Scrolling ${work.scroll.moved} px, CPU ÷ 4: pictures drawn`, "", work.scroll.redraws, "", "", ""),
    row("… longest time the main thread was taken", "", ms(work.scroll.longest), "", "", ""),
    row("Program's memory, from start to the fourth area", "≤ 32 MiB", MiB(work.memory), MiB(stock.memory),
      (work.memory / stock.memory).toFixed(2), verdict(work.memory <= 32 * 1024 * 1024)),
  ];
}

/** @param {any} figures */
function nativeRows({ native }) {
  /** @type {Record<string, number>} */
  const goals = { indicate: 1, "load the heaviest pack": 15, search: 5, "search in 5000 articles": 20 };
  return [
    row("What", "Content", "Goal", "Median", "Slowest", "× reference loop", "Goal met"),
    row("---", "---", "---", "---", "---", "---", "---"),
    ...native.rows.map((/** @type {any} */ one) => {
      const goal = one.times === 1 ? goals[one.what] : undefined;
      return row(one.what, `${one.times} ×`, goal ? `≤ ${goal} ms` : "", `${(one.median_us / 1000).toFixed(3)} ms`,
        `${(one.worst_us / 1000).toFixed(3)} ms`, (one.ratio_thousandths / 1000).toFixed(3),
        goal ? verdict(one.median_us <= goal * 1000) : "");
    }),
  ];
}

/** @param {any} figures */
function fileRows({ start }) {
  const files = [...start.linealen.files].sort((left, right) => right.body - left.body);
  return [row("File", "Brotli"), row("---", "---:"),
    ...files.map(({ name, body }) => row(name.replace(/\.[0-9A-Za-z]{8,64}(\.[a-z]+)$/, "$1"), kB(body)))];
}

/** @param {any} figures */
export function writeFigures(figures) {
  const { native, load } = figures;
  const sizes = native.sizes.map((/** @type {any} */ size) =>
    `${size.times} ×: ${size.signs} signs, ${size.asked} of them asked about, ${kB(size.bytes)} JSON`).join("; ");
  // Before it began: what it measures is load too.
  const busy = load > 1
    ? `\n\n**The machine was busy with other things (load ${load.toFixed(1)}): ` +
      "times in ms are too long and only ratios and bytes can be relied on. Run it again in a quiet hour.**" : "";
  return `# Figures

Made by \`tests/bench/run\`, never by hand. ${figures.date}, ${figures.turns} turns, ${figures.machine}.
${figures.versions.map((/** @type {string} */ one) => one.replace(/ built on.*| \(.*?\)/g, "").trim()).join(" · ")}.${busy}

## In the browser

A phone-sized window (390 × 844, density 2), an empty cache, WebGL drawn by the processor (there is no graphics card). *Slow 4G*:
1.6 Mbit/s, 150 ms; *CPU ÷ 4*: the browser's own slowing of the main thread. The stock page is Dear ImGui's demo window with
its default font, -Oz, by the same compiler, bundler and brotli, from the same server with the same headers, in turn with Linealen;
its platform layer is as thin as ours (no SDL, no GLFW), which makes it smaller than usual. Ready: the mark \`app-ready\`, which both
set in the frame after the first one drawn. Ratios are medians over turns. Steps and letters are timed from the browser's time stamp
of the key or click until the frame that shows the answer is made (not until the screen lights up). A letter in the search has
the goal of a step: it shows another view. kB are 1000 bytes.

${browserRows(figures).join("\n")}

What is fetched until ready:

${fileRows(figures).join("\n")}

## Native

Built as \`native\` (-O2, with the standard library's own checks on). A full case: every sign asked about answered, a third of them seen
with all scales, none an alarm. Reference loop: a million steps of FNV-1a just before each run. Goals are for the content as it is;
10 × and 100 × are copies of all signs under new ids (${sizes}).

${nativeRows(figures).join("\n")}

${native.indexes.map((/** @type {any} */ one) => `Index of *${one.what}*: ${one.things} things, ${one.words} words, ${MiB(one.bytes)} in memory.`).join("\n")}
`;
}

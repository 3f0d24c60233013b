// The stock page's script: as Emscripten's own page does it, the program is asked for by its glue.
import start from "stock_demo";

const canvas = document.getElementById("canvas");
const address = canvas.ownerDocument.querySelector("[data-program]").dataset.program;
await start({ canvas, locateFile: () => address });
// As Linealen does: ready when the frame after the first drawn one begins.
requestAnimationFrame(() => requestAnimationFrame(() => performance.mark("app-ready")));

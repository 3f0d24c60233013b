// init.js -- runs in each page before its own code: what went wrong is kept, and the program is within reach.
{
  const faults = [];
  Object.assign(globalThis, { faults });
  // Told by WebKit when the window changes size twice within a frame; the second size is told in the next, and nothing is lost.
  const isHarmless = (message) => message === "ResizeObserver loop completed with undelivered notifications.";
  addEventListener("error", (event) => { if (!isHarmless(event.message)) faults.push(`error: ${event.message}`); });
  addEventListener("unhandledrejection", (event) => faults.push(`rejected: ${event.reason}`));
  addEventListener("securitypolicyviolation", (event) => faults.push(`policy: ${event.violatedDirective} ${event.blockedURI}`));
  addEventListener("linealen-ready", (event) => Object.assign(globalThis, { linealen: event.detail }));
  // The browser's own window for choosing a file cannot be steered; the test gives the file to the field itself.
  const click = HTMLInputElement.prototype.click;
  HTMLInputElement.prototype.click = function () { if (this.type !== "file") click.call(this); };
}

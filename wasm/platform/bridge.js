// The thin half of the bridge: turns pointers into strings and bytes, and calls
// the host object that web/main.mjs gave to the program. Nothing is decided here.
// Plain functions: Emscripten 3.1.6 copies their text into the glue one by one.
mergeInto(LibraryManager.library, {
  $linealenText: function (at, length) {
    return new TextDecoder().decode(HEAPU8.slice(at, at + length));
  },
  host_number: function (at, length) {
    return Number(linealenText(at, length));
  },
  host_number__deps: ["$linealenText"],
  host_sine: function (angle) {
    return Math.sin(angle);
  },
  host_cosine: function (angle) {
    return Math.cos(angle);
  },
  host_arc_cosine: function (cosine) {
    return Math.acos(cosine);
  },
  host_say: function (at, length) {
    console.error(linealenText(at, length));
  },
  host_say__deps: ["$linealenText"],
  host_open_picture: function () {
    var context = Module["host"]["openPicture"]();
    if (!context) return 0;
    var handle = GL.registerContext(context, { majorVersion: 2 });
    GL.makeContextCurrent(handle);
    return handle;
  },
  host_open_picture__deps: ["$GL"],
  host_close_picture: function (handle) {
    GL.deleteContext(handle);
  },
  host_close_picture__deps: ["$GL"],
  host_take: function (to) {
    HEAPU8.set(Module["host"]["told"], to);
  },
  host_apply: function (at, length) {
    Module["host"]["apply"](HEAPU8.slice(at, at + length));
  },
  host_request_frame: function () {
    Module["host"]["requestFrame"]();
  },
  host_load_pack__deps: ["$linealenText"],
  host_load_pack: function (at, length) {
    Module["host"]["loadPack"](linealenText(at, length));
  },
  host_download__deps: ["$linealenText"],
  host_download: function (ticket, name, nameLength, type, typeLength, at, length) {
    var bytes = HEAPU8.slice(at, at + length);
    Module["host"]["download"](ticket, linealenText(name, nameLength), linealenText(type, typeLength), bytes);
  },
  host_choose_file: function (ticket) {
    Module["host"]["chooseFile"](ticket);
  },
  host_copy__deps: ["$linealenText"],
  host_copy: function (ticket, at, length) {
    Module["host"]["copy"](ticket, linealenText(at, length));
  },
  host_print: function (ticket) {
    Module["host"]["print"](ticket);
  },
  host_remember__deps: ["$linealenText"],
  host_remember: function (what, at, length) {
    Module["host"]["remember"](what, linealenText(at, length));
  },
  host_guard: function (on) {
    Module["host"]["guard"](on !== 0);
  },
  host_store__deps: ["$linealenText"],
  host_store: function (ticket, kind, number, flag, text, textLength, at, length) {
    Module["host"]["store"](ticket, kind, number, flag, linealenText(text, textLength), HEAPU8.slice(at, at + length));
  },
  host_wait: function (milliseconds, number) {
    Module["host"]["wait"](milliseconds, number);
  },
  host_lock: function () {
    Module["host"]["lock"](HEAPU8);
  },
  host_start_update: function () {
    Module["host"]["startUpdate"]();
  },
  host_stop__deps: ["$linealenText"],
  host_stop: function (at, length) {
    Module["host"]["stop"](linealenText(at, length));
  },
});

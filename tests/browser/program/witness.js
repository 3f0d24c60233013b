mergeInto(LibraryManager.library, {
  witness_say: function (at, length) {
    Module["host"]["witness"] = new TextDecoder().decode(HEAPU8.slice(at, at + length));
  },
  witness_wants_real_days: function () {
    return globalThis["wantsRealDays"] ? 1 : 0;
  },
});

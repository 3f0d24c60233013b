mergeInto(LibraryManager.library, {
  witness_say: function (at, length) {
    Module["host"]["witness"] = new TextDecoder().decode(HEAPU8.slice(at, at + length));
  },
});

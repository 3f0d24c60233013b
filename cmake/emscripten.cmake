# Finds Emscripten: $EMSDK first, then whatever em++ is on PATH, 3.1.6 or newer.

if(DEFINED ENV{EMSDK})
  set(emscripten_hint "$ENV{EMSDK}/upstream/emscripten")
endif()
find_program(EMXX_PATH em++ HINTS ${emscripten_hint})
if(NOT EMXX_PATH)
  message(FATAL_ERROR "em++ is missing; install it with: apt-get install emscripten")
endif()
file(REAL_PATH "${EMXX_PATH}" emxx)
get_filename_component(emscripten_folder "${emxx}" DIRECTORY)

# Debian's em++ is a small script that starts the real one elsewhere.
foreach(folder "${emscripten_folder}" /usr/share/emscripten)
  if(EXISTS "${folder}/cmake/Modules/Platform/Emscripten.cmake")
    include("${folder}/cmake/Modules/Platform/Emscripten.cmake")
    break()
  endif()
endforeach()
if(NOT EMSCRIPTEN)
  message(FATAL_ERROR "Emscripten's own CMake file was not found beside ${EMXX_PATH}; reinstall Emscripten")
endif()

# Emscripten 3.1.6 looks for acorn beside a Debian Node; a Node from elsewhere must be told.
if(EXISTS /usr/share/nodejs/acorn)
  set(CMAKE_CXX_LINKER_LAUNCHER ${CMAKE_COMMAND} -E env NODE_PATH=/usr/share/nodejs)
endif()

# Since 2021 in every browser that has WebGL 2 (Safari 15 was the last).
set(CMAKE_CXX_FLAGS_INIT "-mbulk-memory -mnontrapping-fptoint -msign-ext")
set(CMAKE_C_FLAGS_INIT "-mbulk-memory -mnontrapping-fptoint -msign-ext")

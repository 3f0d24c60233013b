# The page's program: linealen.mjs and linealen.wasm.

file(GLOB page_sources CONFIGURE_DEPENDS
     "${PROJECT_SOURCE_DIR}/wasm/*.cpp" "${PROJECT_SOURCE_DIR}/wasm/platform/*.cpp")
file(GLOB page_scripts CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/wasm/platform/*.js")

# The page of the browser tests: the same program with the sample view at
# "#/sample" and a witness that says what is drawn where.
option(LINEALEN_TESTING "Build the page's program for the browser tests" OFF)
if(LINEALEN_TESTING)
  list(FILTER page_sources EXCLUDE REGEX "/make_house\\.cpp$")
  file(GLOB testing_sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tests/browser/program/*.cpp")
  file(GLOB testing_scripts CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tests/browser/program/*.js")
  list(APPEND page_sources ${testing_sources} "${PROJECT_SOURCE_DIR}/tests/support/sample_view.cpp"
       "${PROJECT_SOURCE_DIR}/tests/support/every_view.cpp")
  list(APPEND page_scripts ${testing_scripts})
endif()

add_library(imgui_opengl STATIC "${DEPS}/imgui/backends/imgui_impl_opengl3.cpp")
target_link_libraries(imgui_opengl PUBLIC imgui)
target_include_directories(imgui_opengl SYSTEM PUBLIC "${DEPS}/imgui/backends")
target_compile_definitions(imgui_opengl PUBLIC IMGUI_IMPL_OPENGL_ES3)
target_compile_options(imgui_opengl PRIVATE -w -fno-exceptions -fno-rtti
  "SHELL:-include ${PROJECT_SOURCE_DIR}/wasm/platform/backend_quiet.hpp")

set(short_library  # of wasm/platform/short_library.cpp
  -Wl,--wrap=strtod,--wrap=snprintf,--wrap=puts,--wrap=sinf,--wrap=cosf,--wrap=acosf)

if(NOT page_sources)
  message(STATUS "wasm/main.cpp is not there: nothing to link")
  return()
endif()
add_executable(linealen ${page_sources})
set_target_properties(linealen PROPERTIES SUFFIX .mjs)
target_link_libraries(linealen PRIVATE house_without_exceptions paint mirror imgui_opengl)
if(LINEALEN_TESTING)
  target_include_directories(linealen PRIVATE tests wasm)
endif()
foreach(script IN LISTS page_scripts)
  target_link_options(linealen PRIVATE "SHELL:--js-library ${script}")
  set_property(TARGET linealen APPEND PROPERTY LINK_DEPENDS "${script}")
endforeach()
target_link_options(linealen PRIVATE
  -fno-exceptions -fno-rtti
  -sMODULARIZE -sEXPORT_ES6 -sENVIRONMENT=web
  -sFILESYSTEM=0 -sMALLOC=emmalloc
  -sDYNAMIC_EXECUTION=0              # the page's policy allows no eval
  -sALLOW_MEMORY_GROWTH -sINITIAL_MEMORY=16777216 -sMAXIMUM_MEMORY=268435456
  -sTOTAL_STACK=1048576              # newer Emscripten gives only 64 KiB unasked
  -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2
  ${short_library}
  # Nothing of these is used, and each is fetched before the first view.
  -sGL_TRACK_ERRORS=0 -sGL_EXTENSIONS_IN_PREFIXED_FORMAT=0 -sGL_SUPPORT_AUTOMATIC_ENABLE_EXTENSIONS=0
  -sGL_SUPPORT_SIMPLE_ENABLE_EXTENSIONS=0 -sGL_EMULATE_GLES_VERSION_STRING_FORMAT=0 -sGL_WORKAROUND_SAFARI_GETCONTEXT_BUG=0
  -sHTML5_SUPPORT_DEFERRING_USER_SENSITIVE_REQUESTS=0 -sSUPPORT_LONGJMP=0
  -sINCOMING_MODULE_JS_API=canvas,instantiateWasm,locateFile,onAbort,onRuntimeInitialized,print,printErr,wasmBinary)

# What is shipped goes once more through Emscripten's own optimiser, and is split in two: the start page waits for the
# first half only (docs/adr/0006).
set(split_tool "${PROJECT_SOURCE_DIR}/tools/split_program.py")
set_property(TARGET linealen APPEND PROPERTY LINK_DEPENDS "${split_tool}")
add_custom_command(TARGET linealen POST_BUILD COMMAND
  "$<$<CONFIG:Smallest>:python3;-B;${split_tool};$<TARGET_FILE_DIR:linealen>/linealen.wasm;$<TARGET_FILE_DIR:linealen>/linealen.rest.wasm>"
  COMMAND_EXPAND_LISTS)

# The same as build/native/digest, of the objects that are shipped, for Node: tests/digest/compare. Built when asked for.
add_executable(digest EXCLUDE_FROM_ALL tests/digest/main.cpp tests/support/random_case.cpp
  tools/lineal/content_folder.cpp tools/lineal/files.cpp wasm/platform/short_library.cpp)
target_include_directories(digest PRIVATE tests tools)
target_link_libraries(digest PRIVATE house_without_exceptions core)
set(bridge "${PROJECT_SOURCE_DIR}/wasm/platform/bridge.js")
set_target_properties(digest PROPERTIES SUFFIX .js LINK_DEPENDS "${bridge}")
target_link_options(digest PRIVATE "SHELL:--js-library ${bridge}" ${short_library} -fno-exceptions -fno-rtti
  -sNODERAWFS=1 -sWASM_ASYNC_COMPILATION=0 -sALLOW_MEMORY_GROWTH=1 -sEXIT_RUNTIME=1)

# What the browser benchmarks compare with: Dear ImGui as it comes, by the same tools. Built when asked for.
if(EXISTS "${PROJECT_SOURCE_DIR}/tests/bench/stock_demo/main.cpp")
  file(GLOB stock_sources "${DEPS}/imgui/*.cpp")
  add_executable(stock_demo EXCLUDE_FROM_ALL tests/bench/stock_demo/main.cpp ${stock_sources}
    "${DEPS}/imgui/backends/imgui_impl_opengl3.cpp")
  set_target_properties(stock_demo PROPERTIES SUFFIX .mjs)
  target_compile_features(stock_demo PRIVATE cxx_std_20)
  target_include_directories(stock_demo SYSTEM PRIVATE "${DEPS}/imgui" "${DEPS}/imgui/backends")
  target_compile_definitions(stock_demo PRIVATE IMGUI_IMPL_OPENGL_ES3)
  target_compile_options(stock_demo PRIVATE -w -fno-exceptions -fno-rtti)
  target_link_options(stock_demo PRIVATE -fno-exceptions -fno-rtti
    -sMODULARIZE -sEXPORT_ES6 -sENVIRONMENT=web -sFILESYSTEM=0 -sMALLOC=emmalloc -sDYNAMIC_EXECUTION=0
    -sALLOW_MEMORY_GROWTH -sTOTAL_STACK=1048576 -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2)
endif()

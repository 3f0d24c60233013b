# The native side: the tool lineal, the tests and the benchmarks.

find_package(ZLIB REQUIRED)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
find_library(BROTLI_ENCODER brotlienc REQUIRED)

add_room(lineal_tool tools/lineal)
target_include_directories(lineal_tool PUBLIC tools)
target_link_libraries(lineal_tool PUBLIC core PRIVATE ${BROTLI_ENCODER} ZLIB::ZLIB OpenSSL::Crypto)
if(EXISTS "${PROJECT_SOURCE_DIR}/tools/lineal/main.cpp")
  add_executable(lineal tools/lineal/main.cpp)
  target_link_libraries(lineal PRIVATE house_without_exceptions lineal_tool)
endif()

# --- Catch2, with exceptions as it likes them ---------------------------------

set(CATCH_CONFIG_DEFAULT_REPORTER console)
set(CATCH_CONFIG_CONSOLE_WIDTH 100)
configure_file("${DEPS}/catch2/catch2/catch_user_config.hpp.in"
               "${PROJECT_BINARY_DIR}/generated/catch2/catch_user_config.hpp")
file(GLOB_RECURSE catch2_sources "${DEPS}/catch2/catch2/*.cpp")
add_library(catch2 STATIC ${catch2_sources})
target_compile_features(catch2 PUBLIC cxx_std_20)
target_include_directories(catch2 SYSTEM PUBLIC "${DEPS}/catch2" "${PROJECT_BINARY_DIR}/generated")
target_compile_options(catch2 PRIVATE -w -O1)
set_target_properties(catch2 PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 60)

# --- Tests --------------------------------------------------------------------

find_files(test_sources tests/unit/*.cpp tests/journeys/*.cpp tests/content/*.cpp)
file(GLOB more_test_sources CONFIGURE_DEPENDS
     "${PROJECT_SOURCE_DIR}/tests/golden/*.cpp" "${PROJECT_SOURCE_DIR}/tests/support/*.cpp")
add_executable(unit_tests ${test_sources} ${more_test_sources} "${PROJECT_BINARY_DIR}/empty/core.cpp")
target_include_directories(unit_tests PRIVATE tests)
target_compile_definitions(unit_tests PRIVATE LINEALEN_ROOT="${PROJECT_SOURCE_DIR}")
target_link_libraries(unit_tests PRIVATE house core layout paint mirror lineal_tool catch2)
target_compile_options(unit_tests PRIVATE -O1)  # compiled in less time; what they test is built as ever

# Each header compiles alone: as the first line of its own source, or else by itself. Decided when this is configured.
find_files(headers shared/*.hpp wasm/layout/*.hpp wasm/paint/*.hpp wasm/mirror/*.hpp tools/lineal/*.hpp)
set(header_sources "")
foreach(header IN LISTS headers)
  file(RELATIVE_PATH name "${PROJECT_SOURCE_DIR}" "${header}")
  set(alone "${PROJECT_BINARY_DIR}/headers/${name}.cpp")
  string(REGEX REPLACE "[.]hpp$" ".cpp" source "${header}")
  set(first "")
  if(EXISTS "${source}")
    file(STRINGS "${source}" first REGEX "^#include" LIMIT_COUNT 1)
  endif()
  string(REGEX REPLACE "^[^/]+/" "" included "${name}")  # the room it lies in is where sources look from
  if(first STREQUAL "#include \"${included}\"")
    file(REMOVE "${alone}")
    continue()
  endif()
  file(CONFIGURE OUTPUT "${alone}" CONTENT "#include \"${header}\"\n")
  list(APPEND header_sources "${alone}")
endforeach()
add_library(header_tests OBJECT EXCLUDE_FROM_ALL ${header_sources} "${PROJECT_BINARY_DIR}/empty/core.cpp")
target_link_libraries(header_tests PRIVATE house_without_exceptions core layout paint mirror lineal_tool)
target_compile_options(header_tests PRIVATE -O0)

# --- The same in WASM: tests/digest/compare -------------------------------------

add_executable(digest EXCLUDE_FROM_ALL tests/digest/main.cpp tests/support/random_case.cpp)
target_include_directories(digest PRIVATE tests)
target_link_libraries(digest PRIVATE house_without_exceptions core lineal_tool)

# --- Benchmarks: run by hand, never in the gate --------------------------------

file(GLOB bench_sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tests/bench/*.cpp")
if(bench_sources)
  add_executable(bench EXCLUDE_FROM_ALL ${bench_sources})
  target_include_directories(bench PRIVATE tests)
  target_compile_definitions(bench PRIVATE LINEALEN_ROOT="${PROJECT_SOURCE_DIR}")
  target_link_libraries(bench PRIVATE house_without_exceptions core lineal_tool)
endif()

# --- Fuzzing: clang only -------------------------------------------------------

if(CMAKE_CXX_COMPILER_ID MATCHES Clang)
  include(cmake/fuzz.cmake)
endif()

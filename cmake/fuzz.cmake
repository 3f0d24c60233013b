# The fuzzing targets, tests/fuzz/fuzz_*.cpp: run by tools/fuzz and by the gate.
#
# The fuzzer sees which branches are taken only in code compiled for it. The house is compiled so for the tests too:
# they run a little slower, and it is compiled once.
target_compile_options(core PRIVATE -fsanitize=fuzzer-no-link)

# What the targets share, and what they take from the tests and from the tool.
file(GLOB fuzz_parts CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tests/fuzz/parts/*.cpp")
add_library(fuzz_parts STATIC EXCLUDE_FROM_ALL ${fuzz_parts}
  tests/support/tiny_content.cpp tests/support/view_text.cpp tools/lineal/content_folder.cpp tools/lineal/files.cpp)
target_include_directories(fuzz_parts PUBLIC tests tools)
target_compile_definitions(fuzz_parts PRIVATE LINEALEN_ROOT="${PROJECT_SOURCE_DIR}")
target_link_libraries(fuzz_parts PRIVATE house PUBLIC core)

file(GLOB fuzz_sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tests/fuzz/fuzz_*.cpp")
add_custom_target(fuzz_targets)
foreach(source IN LISTS fuzz_sources)
  get_filename_component(name "${source}" NAME_WE)
  add_executable(${name} EXCLUDE_FROM_ALL "${source}")
  target_link_libraries(${name} PRIVATE house fuzz_parts)
  target_link_options(${name} PRIVATE -fsanitize=fuzzer)
  add_dependencies(fuzz_targets ${name})
endforeach()

# The inputs that the content target begins with. It needs the counters' hooks only, which the sanitizers bring.
if(CMAKE_BUILD_TYPE STREQUAL "Sanitized")
  add_executable(write_seeds EXCLUDE_FROM_ALL tests/fuzz/write_seeds.cpp)
  target_link_libraries(write_seeds PRIVATE house fuzz_parts)
  add_dependencies(fuzz_targets write_seeds)
endif()

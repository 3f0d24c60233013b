# Five ways to build, one per preset. NDEBUG is defined only in what is shipped.

set(CMAKE_CXX_FLAGS_CHECKED "-O2 -g1 -D_GLIBCXX_ASSERTIONS -DLINEALEN_ASSERTS")
set(CMAKE_CXX_FLAGS_SANITIZED
    "-O1 -g1 -D_GLIBCXX_ASSERTIONS -DLINEALEN_ASSERTS -fno-omit-frame-pointer \
-fsanitize=address,undefined -fno-sanitize=vptr -fno-sanitize-recover=all")
set(CMAKE_EXE_LINKER_FLAGS_SANITIZED "-fsanitize=address,undefined")
set(CMAKE_CXX_FLAGS_COVERED "-O1 -g1 -DLINEALEN_ASSERTS -fprofile-instr-generate -fcoverage-mapping")
set(CMAKE_EXE_LINKER_FLAGS_COVERED "-fprofile-instr-generate -fcoverage-mapping")
set(CMAKE_CXX_FLAGS_SMALLEST "-Oz -flto -DNDEBUG")
set(CMAKE_EXE_LINKER_FLAGS_SMALLEST "-Oz -flto -sASSERTIONS=0 --profiling-funcs")  # names: tools/split_program.py takes them out
set(CMAKE_CXX_FLAGS_WATCHED "-O1 -g2 -DLINEALEN_ASSERTS")
set(CMAKE_EXE_LINKER_FLAGS_WATCHED "-O1 -g2 -sASSERTIONS=2 -sSAFE_HEAP=1 -sSTACK_OVERFLOW_CHECK=2")

# The stemmer is C; it is built as the house is, sanitizers and all.
foreach(type CHECKED SANITIZED COVERED SMALLEST WATCHED)
  set(CMAKE_C_FLAGS_${type} "${CMAKE_CXX_FLAGS_${type}}")
endforeach()

find_program(CCACHE_PATH ccache)
if(CCACHE_PATH)
  # What one build folder has compiled serves another.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_NOHASHDIR=1 ${CCACHE_PATH})
  set(CMAKE_C_COMPILER_LAUNCHER ${CMAKE_CXX_COMPILER_LAUNCHER})
endif()

# Rules of the house for our own code; third-party code links neither.
add_library(house INTERFACE)
target_compile_features(house INTERFACE cxx_std_20)
target_compile_options(house INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror)
# g++ 12 sees ghosts in std::variant; clang and the sanitizers look for the real thing.
target_compile_options(house INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
add_library(house_without_exceptions INTERFACE)
target_link_libraries(house_without_exceptions INTERFACE house)
target_compile_options(house_without_exceptions INTERFACE -fno-exceptions -fno-rtti)

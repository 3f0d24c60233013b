# add_room(<name> <folder>...): a static library of every .cpp below the folders.
#
# Files are found, not listed: a new one needs no change here. A room that has
# no .cpp yet is still a library, so that others can be built against it.

function(add_room name)
  set(sources "")
  foreach(folder IN LISTS ARGN)
    file(GLOB_RECURSE found CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/${folder}/*.cpp")
    list(APPEND sources ${found})
  endforeach()
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
  set(empty "${PROJECT_BINARY_DIR}/empty/${name}.cpp")
  if(NOT EXISTS "${empty}")
    file(WRITE "${empty}" "")
  endif()
  add_library(${name} STATIC ${sources} "${empty}")
  target_link_libraries(${name} PRIVATE house_without_exceptions)
endfunction()

# find_files(<variable> <pattern>...): below the source folder, sorted.
function(find_files variable)
  list(TRANSFORM ARGN PREPEND "${PROJECT_SOURCE_DIR}/" OUTPUT_VARIABLE patterns)
  file(GLOB_RECURSE found CONFIGURE_DEPENDS ${patterns})
  set(${variable} ${found} PARENT_SCOPE)
endfunction()

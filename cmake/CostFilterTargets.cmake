# One place for what every target of the project has in common.

option(CF_WARNINGS_AS_ERRORS "Compiler warnings fail the build" OFF)

add_library(cf_settings INTERFACE)
target_compile_features(cf_settings INTERFACE cxx_std_20)
target_include_directories(cf_settings INTERFACE "${PROJECT_SOURCE_DIR}")
target_compile_options(cf_settings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor
    $<$<BOOL:${CF_WARNINGS_AS_ERRORS}>:-Werror>
    # GCC 12 takes inlined std::string concatenation for an overflow (its bugs 105329, 105651): seen, not fatal.
    $<$<BOOL:${CF_WARNINGS_AS_ERRORS}>:-Wno-error=restrict>
    $<$<BOOL:${CF_WARNINGS_AS_ERRORS}>:-Wno-error=stringop-overflow>)
# torch and TBB clash with Qt's `slots` and `emit`.
target_compile_definitions(cf_settings INTERFACE QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_FOREACH)

# Before LibTorch: its CUDA wheel exports a std::filesystem of its own, whose remove_all() calls a null pointer.
target_link_options(cf_settings INTERFACE LINKER:--push-state,--no-as-needed -lstdc++ LINKER:--pop-state)

# cf_add_library(NAME SOURCES a.cpp a.h [PUBLIC lib...] [PRIVATE lib...])
function(cf_add_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    add_library(${name} STATIC ${ARG_SOURCES})
    target_link_libraries(${name} PUBLIC ${ARG_PUBLIC} PRIVATE cf_settings ${ARG_PRIVATE})
    target_include_directories(${name} PUBLIC "${PROJECT_SOURCE_DIR}")
endfunction()

# cf_add_executable(NAME SOURCES main.cpp [LINK lib...])
function(cf_add_executable name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINK" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    target_link_libraries(${name} PRIVATE cf_settings ${ARG_LINK})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin")
endfunction()

# cf_add_test(tst_name LINK lib... [LABELS label...] [TIMEOUT seconds]); the source is tst_name.cpp beside the list file.
# Qt's own limit of 5 minutes would end a training test on a busy machine before that.
function(cf_add_test name)
    cmake_parse_arguments(ARG "" "TIMEOUT" "LINK;LABELS" ${ARGN})
    add_executable(${name} ${name}.cpp)
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
    target_link_libraries(${name} PRIVATE cf_settings Qt6::Test ${ARG_LINK})
    target_compile_definitions(${name} PRIVATE
        CF_SOURCE_DIR="${PROJECT_SOURCE_DIR}" CF_BINARY_DIR="${PROJECT_BINARY_DIR}")
    add_test(NAME ${name} COMMAND ${name})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 300)
    endif()
    set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT} LABELS "${ARG_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;OMP_WAIT_POLICY=passive;QTEST_FUNCTION_TIMEOUT=${ARG_TIMEOUT}000")
endfunction()

# cf_add_widget_library(NAME ...): as cf_add_library(), for classes with Q_OBJECT.
function(cf_add_widget_library name)
    cf_add_library(${name} ${ARGN})
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
    target_link_libraries(${name} PUBLIC Qt6::Widgets)
endfunction()

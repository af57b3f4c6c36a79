# LibTorch::LibTorch, for the distribution's package and for an unpacked wheel alike.
#
# Torch's own package file is not used: that of the CUDA wheel insists on detecting the build machine's GPU and breaks
# under CMake 3.25 with C++20. Search order: CMAKE_PREFIX_PATH (the folder that holds include/torch), then the system.
find_path(LibTorch_INCLUDE_DIR torch/csrc/api/include/torch/torch.h)
find_library(LibTorch_LIBRARY torch)
find_library(LibTorch_CPU_LIBRARY torch_cpu)
find_library(LibTorch_C10_LIBRARY c10)
get_filename_component(_libtorch_dir "${LibTorch_LIBRARY}" DIRECTORY)
find_library(LibTorch_CUDA_LIBRARY torch_cuda PATHS "${_libtorch_dir}" NO_DEFAULT_PATH)
find_library(LibTorch_C10_CUDA_LIBRARY c10_cuda PATHS "${_libtorch_dir}" NO_DEFAULT_PATH)

foreach(_header IN ITEMS torch/version.h torch/csrc/api/include/torch/version.h torch/headeronly/version.h)
    if(EXISTS "${LibTorch_INCLUDE_DIR}/${_header}")
        file(STRINGS "${LibTorch_INCLUDE_DIR}/${_header}" _libtorch_version_lines
            REGEX "#define TORCH_VERSION_(MAJOR|MINOR|PATCH) +[0-9]+")
        foreach(_line IN LISTS _libtorch_version_lines)
            string(REGEX REPLACE ".*TORCH_VERSION_([A-Z]+) +([0-9]+).*" "\\1;\\2" _pair "${_line}")
            list(GET _pair 0 _part)
            list(GET _pair 1 _libtorch_${_part})
        endforeach()
        if(DEFINED _libtorch_MAJOR)
            set(LibTorch_VERSION "${_libtorch_MAJOR}.${_libtorch_MINOR}.${_libtorch_PATCH}")
            break()
        endif()
    endif()
endforeach()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(LibTorch
    REQUIRED_VARS LibTorch_LIBRARY LibTorch_CPU_LIBRARY LibTorch_C10_LIBRARY LibTorch_INCLUDE_DIR
    VERSION_VAR LibTorch_VERSION)

if(LibTorch_FOUND AND NOT TARGET LibTorch::LibTorch)
    add_library(LibTorch::LibTorch INTERFACE IMPORTED)
    target_include_directories(LibTorch::LibTorch SYSTEM INTERFACE
        "${LibTorch_INCLUDE_DIR}" "${LibTorch_INCLUDE_DIR}/torch/csrc/api/include")
    target_link_libraries(LibTorch::LibTorch INTERFACE
        "${LibTorch_LIBRARY}" "${LibTorch_CPU_LIBRARY}" "${LibTorch_C10_LIBRARY}")
    target_compile_definitions(LibTorch::LibTorch INTERFACE _GLIBCXX_USE_CXX11_ABI=1)
    set(LibTorch_HAS_CUDA FALSE)
    if(LibTorch_CUDA_LIBRARY)
        set(LibTorch_HAS_CUDA TRUE)
        # Nothing of ours names a symbol of these: without no-as-needed the linker would drop them and CUDA with them.
        target_link_libraries(LibTorch::LibTorch INTERFACE
            "-Wl,--no-as-needed" "${LibTorch_CUDA_LIBRARY}" "${LibTorch_C10_CUDA_LIBRARY}" "-Wl,--as-needed")
        target_link_options(LibTorch::LibTorch INTERFACE "-Wl,--allow-shlib-undefined")
    endif()
endif()
mark_as_advanced(LibTorch_INCLUDE_DIR LibTorch_LIBRARY LibTorch_CPU_LIBRARY LibTorch_C10_LIBRARY
    LibTorch_CUDA_LIBRARY LibTorch_C10_CUDA_LIBRARY)

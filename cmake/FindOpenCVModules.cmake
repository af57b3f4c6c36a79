# OpenCV::core, OpenCV::imgproc, OpenCV::imgcodecs, OpenCV::video from the small development packages of the distribution.
# OpenCV's own package file comes only with all of OpenCV (and VTK, HDF5, ... behind it), which we do not need.
find_path(OpenCVModules_INCLUDE_DIR opencv2/core.hpp PATH_SUFFIXES opencv4)
set(_opencv_required OpenCVModules_INCLUDE_DIR)
foreach(_module IN ITEMS core imgproc imgcodecs video)
    find_library(OpenCVModules_${_module}_LIBRARY opencv_${_module})
    list(APPEND _opencv_required OpenCVModules_${_module}_LIBRARY)
    mark_as_advanced(OpenCVModules_${_module}_LIBRARY)
endforeach()
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(OpenCVModules REQUIRED_VARS ${_opencv_required})
if(OpenCVModules_FOUND)
    foreach(_module IN ITEMS core imgproc imgcodecs video)
        if(NOT TARGET OpenCV::${_module})
            add_library(OpenCV::${_module} UNKNOWN IMPORTED)
            set_target_properties(OpenCV::${_module} PROPERTIES
                IMPORTED_LOCATION "${OpenCVModules_${_module}_LIBRARY}"
                INTERFACE_INCLUDE_DIRECTORIES "${OpenCVModules_INCLUDE_DIR}"
                INTERFACE_SYSTEM_INCLUDE_DIRECTORIES "${OpenCVModules_INCLUDE_DIR}")
        endif()
    endforeach()
    set_property(TARGET OpenCV::imgproc APPEND PROPERTY INTERFACE_LINK_LIBRARIES OpenCV::core)
    foreach(_module IN ITEMS imgcodecs video)
        set_property(TARGET OpenCV::${_module} APPEND PROPERTY INTERFACE_LINK_LIBRARIES OpenCV::imgproc)
    endforeach()
endif()
mark_as_advanced(OpenCVModules_INCLUDE_DIR)

# Finds the libraries and says which package holds one that is missing. Which
# those are stands in packages.txt, for this file and for scripts/lib.sh.

find_package(PkgConfig QUIET)
# After a library was found missing and installed, the next run looks anew.
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
	${CMAKE_CURRENT_LIST_DIR}/packages.txt)

# ladder_package_row(NAME) sets row_header, row_library, row_module and, for
# each packager, row_apt and so on.
function(ladder_package_row name)
	file(STRINGS ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/packages.txt row
		REGEX "^${name}[ \t]")
	string(REGEX REPLACE "[ \t]+" ";" row "${row}")
	list(GET row 2 probe)
	string(REPLACE ":" ";" probe "${probe}")
	list(GET probe 1 header)
	list(GET probe 2 library)
	list(GET probe 3 module)
	set(row_header ${header} PARENT_SCOPE)
	set(row_library ${library} PARENT_SCOPE)
	set(row_module ${module} PARENT_SCOPE)
	set(at 3)
	foreach(packager apt dnf pacman apk brew)
		list(GET row ${at} package)
		string(REPLACE "," " " package "${package}")
		set(row_${packager} ${package} PARENT_SCOPE)
		math(EXPR at "${at} + 1")
	endforeach()
endfunction()

# Ends the configuration: all that is missing, and the command that brings it.
function(ladder_missing)
	foreach(name IN LISTS ARGN)
		ladder_package_row(${name})
		string(APPEND what "\n  ${name} (header ${row_header})")
		foreach(packager apt dnf pacman apk brew)
			if(NOT row_${packager} STREQUAL "-")
				string(APPEND ${packager} " ${row_${packager}}")
			endif()
		endforeach()
	endforeach()
	set(hint "scripts/ladder installs whatever is missing by itself.")
	if("cmocka" IN_LIST ARGN)
		string(PREPEND hint "Without the tests, which need cmocka: "
			"cmake -DBUILD_TESTING=OFF\n")
	endif()
	message(FATAL_ERROR
		"Libraries were not found:${what}\n"
		"Install them and configure again:\n"
		"  Debian, Ubuntu: apt-get install${apt}\n"
		"  Fedora: dnf install${dnf}\n"
		"  Arch: pacman -S${pacman}\n"
		"  Alpine: apk add${apk}\n"
		"  Homebrew: brew install${brew}\n"
		"${hint}")
endfunction()

# ladder_find(NAME TARGET): makes the imported target TARGET for the library
# NAME of packages.txt. Asks pkg-config first, then looks for header and library
# where CMake looks. What is not found is added to ladder_not_found.
function(ladder_find name target)
	ladder_package_row(${name})
	string(MAKE_C_IDENTIFIER ladder_${name} key)
	if(PKG_CONFIG_FOUND AND row_module)
		pkg_check_modules(${key} QUIET IMPORTED_TARGET ${row_module})
	endif()
	add_library(${target} INTERFACE IMPORTED GLOBAL)
	if(${key}_FOUND)
		target_link_libraries(${target} INTERFACE PkgConfig::${key})
		return()
	endif()
	find_path(${key}_INCLUDE ${row_header})
	find_library(${key}_LIBRARY ${row_library})
	mark_as_advanced(${key}_INCLUDE ${key}_LIBRARY)
	if(NOT ${key}_INCLUDE OR NOT ${key}_LIBRARY)
		set(ladder_not_found ${ladder_not_found} ${name} PARENT_SCOPE)
		return()
	endif()
	target_include_directories(${target} SYSTEM INTERFACE ${${key}_INCLUDE})
	target_link_libraries(${target} INTERFACE ${${key}_LIBRARY})
endfunction()

set(ladder_not_found "")
ladder_find(libyaml dep::yaml)
ladder_find(cJSON dep::cjson)
ladder_find(utf8proc dep::utf8proc)
if(BUILD_TESTING)
	ladder_find(cmocka dep::cmocka)
endif()
if(ladder_not_found)
	ladder_missing(${ladder_not_found})
endif()

# Lines are edited with libedit. It is opened when a line is asked for, so only
# its header matters here; without it lines are edited as the terminal does
# (docs/adr/line-editing.md).
find_path(LADDER_HISTEDIT_INCLUDE histedit.h)
mark_as_advanced(LADDER_HISTEDIT_INCLUDE)

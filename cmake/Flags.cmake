# Compiler and linker flags, kept in two interface targets: ladder_flags for
# everything that is compiled here, ladder_lto for the library and the program.

include(CheckCCompilerFlag)
include(CheckLinkerFlag)
include(CheckPIESupported)

check_pie_supported()
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

add_library(ladder_flags INTERFACE)
add_library(ladder_lto INTERFACE)

target_compile_options(ladder_flags INTERFACE
	-Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wvla
	-Wpointer-arith -Wwrite-strings -Wundef
	$<$<BOOL:${LADDER_WERROR}>:-Werror>)
# glibc hides POSIX calls under -std=c11 without it.
target_compile_definitions(ladder_flags INTERFACE _GNU_SOURCE)

# ladder_try_compile(FLAG) and ladder_try_link(FLAG) add what is understood.
function(ladder_try_compile flag)
	string(MAKE_C_IDENTIFIER "ladder_has${flag}" known)
	check_c_compiler_flag(${flag} ${known})
	if(${known})
		target_compile_options(ladder_flags INTERFACE ${flag})
	endif()
endfunction()

function(ladder_try_link flag)
	string(MAKE_C_IDENTIFIER "ladder_has${flag}" known)
	check_linker_flag(C ${flag} ${known})
	if(${known})
		target_link_options(ladder_flags INTERFACE ${flag})
	endif()
endfunction()

ladder_try_link(-Wl,--as-needed)

if(LADDER_SANITIZE)
	set(sanitize -fsanitize=${LADDER_SANITIZE} -fno-omit-frame-pointer
		-fno-sanitize-recover=all)
	target_compile_options(ladder_flags INTERFACE ${sanitize})
	target_link_options(ladder_flags INTERFACE ${sanitize})
else()
	ladder_try_compile(-fstack-protector-strong)
	ladder_try_link(-Wl,-z,relro)
	ladder_try_link(-Wl,-z,now)
	# Some compilers define it themselves, to another value.
	target_compile_options(ladder_flags INTERFACE
		$<$<CONFIG:Release,RelWithDebInfo>:-U_FORTIFY_SOURCE>
		$<$<CONFIG:Release,RelWithDebInfo>:-D_FORTIFY_SOURCE=2>)
endif()

if(LADDER_FUZZ)
	if(NOT CMAKE_C_COMPILER_ID MATCHES "Clang")
		message(FATAL_ERROR "libFuzzer comes with clang: "
			"configure with CC=clang or the preset `fuzz`")
	endif()
	target_compile_options(ladder_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()

if(LADDER_COVERAGE)
	target_compile_options(ladder_flags INTERFACE --coverage)
	target_link_options(ladder_flags INTERFACE --coverage)
endif()

# Fat objects hold machine code too, so that libladder.a can be linked by any
# compiler. CMake's own switch asks for slim ones, hence the flags by hand.
if(LADDER_LTO AND NOT LADDER_SANITIZE AND NOT LADDER_COVERAGE)
	set(CMAKE_REQUIRED_LINK_OPTIONS -flto=auto)
	check_c_compiler_flag("-flto=auto -ffat-lto-objects" ladder_has_fat_lto)
	unset(CMAKE_REQUIRED_LINK_OPTIONS)
	if(ladder_has_fat_lto AND CMAKE_C_COMPILER_ID STREQUAL "GNU")
		target_compile_options(ladder_lto INTERFACE
			$<$<CONFIG:Release>:-flto=auto>
			$<$<CONFIG:Release>:-ffat-lto-objects>)
		target_link_options(ladder_lto INTERFACE
			$<$<CONFIG:Release>:-flto=auto>)
	endif()
endif()

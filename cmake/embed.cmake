# Writes C source that holds files as byte arrays. Run as
#   cmake -DKIND=ladders|examples|changes -DSOURCE=DIR -DOUTPUT=FILE -P embed.cmake
# A script of CMake's own, so that building needs no other tool and crosses to
# other machines. Files may hold any bytes.

cmake_minimum_required(VERSION 3.21)

# The bytes of a file as the lines of an initialiser, ended by a NUL that does
# not count, as C has no arrays of nothing.
function(embed_bytes file out_text out_size)
	file(READ ${file} hex HEX)
	string(LENGTH "${hex}" size)
	math(EXPR size "${size} / 2")
	string(REGEX REPLACE "(................................)" "\\1\n"
		hex "${hex}")
	string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," hex "${hex}")
	set(${out_text} "${hex}0x00" PARENT_SCOPE)
	set(${out_size} ${size} PARENT_SCOPE)
endfunction()

# Adds an array `name` with the bytes of `file` to `arrays` and a struct str
# for it to `slice`.
macro(embed_add name file)
	embed_bytes(${file} bytes size)
	string(APPEND arrays
		"static const unsigned char ${name}[] = {\n${bytes}};\n\n")
	set(slice "{(const char *)${name}, ${size}}")
endmacro()

# The id of a ladder file; its name must be the same, since that is what
# people look for.
function(ladder_id file out)
	get_filename_component(name ${file} NAME)
	string(REGEX REPLACE "[.]yaml$" "" name ${name})
	file(STRINGS ${file} line REGEX "^id: *[^ ]" LIMIT_COUNT 1 ENCODING UTF-8)
	string(REGEX REPLACE "^id: *['\"]?([A-Za-z0-9._-]*).*" "\\1" id "${line}")
	if(NOT id STREQUAL name)
		message(FATAL_ERROR
			"${file}: its id is \"${id}\", its name \"${name}\"; "
			"a shipped ladder is found by both, so they must be equal")
	endif()
	set(${out} ${id} PARENT_SCOPE)
endfunction()

# Adds a row for each folder of the source that has both files: its name, and
# the bytes of the two.
macro(embed_pairs first second)
	file(GLOB folders LIST_DIRECTORIES true ${SOURCE}/*)
	list(SORT folders)
	foreach(folder IN LISTS folders)
		if(EXISTS ${folder}/${first}.yaml AND EXISTS ${folder}/${second}.yaml)
			get_filename_component(code ${folder} NAME)
			embed_add(${first}_${n} ${folder}/${first}.yaml)
			set(${first} "${slice}")
			embed_add(${second}_${n} ${folder}/${second}.yaml)
			string(APPEND rows
				"\t{\"${code}\", ${${first}}, ${slice}},\n")
			math(EXPR n "${n} + 1")
		endif()
	endforeach()
endmacro()

set(arrays "")
set(rows "")
set(n 0)

if(KIND STREQUAL "ladders")
	file(GLOB files LIST_DIRECTORIES false ${SOURCE}/*.yaml)
	list(SORT files)
	# The default stands first.
	set(first ${SOURCE}/software-engineering.yaml)
	if(first IN_LIST files)
		list(REMOVE_ITEM files ${first})
		list(PREPEND files ${first})
	endif()
	foreach(file IN LISTS files)
		ladder_id(${file} id)
		embed_add(text_${n} ${file})
		string(APPEND rows
			"\t{\"${id}\", ${slice}, NULL, 0, NULL},\n")
		math(EXPR n "${n} + 1")
	endforeach()
	string(CONCAT text "#include \"model/load.h\"\n\n${arrays}"
		"const struct builtin builtin_ladders[] = {\n${rows}"
		"\t{NULL, {NULL, 0}, NULL, 0, NULL},\n};\n")
elseif(KIND STREQUAL "examples")
	embed_pairs(bad good)
	string(CONCAT text "#include \"lint/examples.h\"\n\n${arrays}"
		"const struct code_example code_examples[] = {\n${rows}"
		"\t{NULL, {NULL, 0}, {NULL, 0}},\n};\n")
else()
	embed_pairs(old new)
	string(CONCAT text "#include \"diff/examples.h\"\n\n${arrays}"
		"const struct change_example change_examples[] = {\n${rows}"
		"\t{NULL, {NULL, 0}, {NULL, 0}},\n};\n")
endif()

file(WRITE ${OUTPUT} "/* Made by cmake/embed.cmake. */\n${text}")

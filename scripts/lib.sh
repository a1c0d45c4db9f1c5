# Shared by scripts/ladder and scripts/test: brings what is missing, builds.
# POSIX sh, since some systems have nothing else. The caller sets `root`.
# Everything said here goes to standard error; standard output belongs to the
# program that is run in the end.
#
# When setting up is what went wrong the status is 125, which ladder never
# gives.

log=${root:?}/build/setup.log

say()
{
	printf '%s\n' "ladder: $*" >&2
}

die()
{
	say "$@"
	exit 125
}

has()
{
	command -v "$1" >/dev/null 2>&1
}

# --- what is missing ---------------------------------------------------------

find_packager()
{
	for pair in apt:apt-get dnf:dnf pacman:pacman apk:apk brew:brew; do
		if has "${pair#*:}"; then
			packager=${pair%%:*}
			return
		fi
	done
	packager=
}

# probe_tool 'cc|gcc': one of them is there.
probe_tool()
{
	for tool in $(printf '%s' "$1" | tr '|' ' '); do
		has "$tool" && return
	done
	return 1
}

compiler()
{
	for tool in ${CC:-} cc gcc clang; do
		if has "$tool"; then
			printf '%s' "$tool"
			return
		fi
	done
	return 1
}

# probe_lib HEADER:LIBRARY:PC
probe_lib()
{
	module=${1##*:}
	if [ -n "$module" ] && has pkg-config &&
		pkg-config --exists "$module"; then
		return
	fi
	cc=$(compiler) || return 1
	prefix=${HOMEBREW_PREFIX:-/usr/local}
	printf '#include <%s>\n' "${1%%:*}" |
		"$cc" -I"$prefix/include" -E - >/dev/null 2>&1
}

# probe_flags COMPILER FLAGS: a program built with them runs.
probe_flags()
{
	has "$1" || return 1
	scratch=$(mktemp -d) || return 1
	echo 'int main(void) { return 0; }' >"$scratch/main.c"
	status=0
	"$1" "$2" "$scratch/main.c" -o "$scratch/main" >/dev/null 2>&1 &&
		"$scratch/main" >/dev/null 2>&1 || status=1
	rm -rf "$scratch"
	return $status
}

# probe_python MODULE: what a system installs is there for its own python3,
# which need not be the first on the PATH.
probe_python()
{
	for python in python3 /usr/bin/python3; do
		"$python" -c "import $1" >/dev/null 2>&1 && return
	done
	return 1
}

probe()
{
	case $1 in
	tool:*) probe_tool "${1#tool:}" ;;
	lib:*) probe_lib "${1#lib:}" ;;
	cc:*) cc=$(compiler) && probe_flags "$cc" "${1#cc:}" ;;
	clang:*) probe_flags clang "${1#clang:}" ;;
	py:*) probe_python "${1#py:}" ;;
	esac
}

# look_for_missing FOR…: sets `names` and `packages` to what is missing of
# cmake/packages.txt, and `homeless` to tools that no package brings here, but
# for those without which a test is only skipped.
look_for_missing()
{
	names='' packages='' homeless=''
	while read -r name for probe apt dnf pacman apk brew; do
		case $name in '#'* | '') continue ;; esac
		case " $* " in *" $for "*) ;; *) continue ;; esac
		probe "$probe" </dev/null && continue
		package=-
		case $packager in
		apt) package=$apt ;;
		dnf) package=$dnf ;;
		pacman) package=$pacman ;;
		apk) package=$apk ;;
		brew) package=$brew ;;
		esac
		if [ "$package" != - ]; then
			names="$names${names:+, }$name"
			packages="$packages $(printf '%s' "$package" | tr , ' ')"
		elif [ "${probe%%:*}" = tool ] && [ "$for" != all ]; then
			homeless="$homeless${homeless:+, }$name"
		fi
	done <"$root/cmake/packages.txt"
	packages=${packages# }
}

# --- installing ----------------------------------------------------------------

# Says yes without a terminal: then nobody is there to ask.
confirm()
{
	[ -t 0 ] && [ -t 2 ] || return 0
	printf 'ladder: install them now? [Y/n] ' >&2
	read -r answer || return 1
	case $answer in
	'' | y | Y | yes | Yes) ;;
	*) return 1 ;;
	esac
}

# As root; a password is asked for only where someone can type it.
as_root()
{
	if [ "$(id -u)" = 0 ]; then
		"$@"
	elif [ -t 0 ]; then
		sudo -- "$@"
	else
		sudo -n -- "$@"
	fi
}

install_command()
{
	case $packager in
	apt) echo "apt-get install -y --no-install-recommends" ;;
	dnf) echo "dnf install -y" ;;
	pacman) echo "pacman -Sy --needed --noconfirm" ;;
	apk) echo "apk add" ;;
	brew) echo "brew install" ;;
	esac
}

run_install()
{
	# shellcheck disable=SC2046,SC2086 # words on purpose
	case $packager in
	apt)
		as_root env DEBIAN_FRONTEND=noninteractive apt-get update &&
			as_root env DEBIAN_FRONTEND=noninteractive \
				$(install_command) $packages
		;;
	brew) $(install_command) $packages ;;
	*) as_root $(install_command) $packages ;;
	esac
}

# logged WHAT COMMAND…: runs it into the log; shows the log where it goes wrong.
logged()
{
	what=$1
	shift
	say "$what (log: ${log#"$PWD/"}) ..."
	printf '\n== %s\n' "$what" >"$log"
	"$@" >>"$log" 2>&1 </dev/null && return
	cat "$log" >&2
	die "that went wrong while $what; the lines above are in $log"
}

# Installing may have to ask for a password, so it keeps standard input.
logged_install()
{
	say "installing them (log: ${log#"$PWD/"}) ..."
	run_install >"$log" 2>&1 && return
	cat "$log" >&2
	die "installing went wrong; the lines above are in $log"
}

# need FOR…: installs what is missing for these.
need()
{
	find_packager
	look_for_missing "$@"
	if [ -n "$homeless" ] && [ "$(uname)" = Darwin ]; then
		die "no $homeless here; try: xcode-select --install"
	elif [ -n "$homeless" ]; then
		die "missing: $homeless; please install by hand"
	fi
	[ -n "$packages" ] || return 0

	say "missing: $names"
	say "to install: $(install_command) $packages"
	if [ "$packager" != brew ] && [ "$(id -u)" != 0 ] && ! has sudo; then
		die "that needs root and there is no sudo: run it as root"
	fi
	confirm || die "nothing was installed"
	mkdir -p "$root/build" || die "cannot write to $root"
	logged_install
	look_for_missing "$@"
	[ -z "$packages" ] || die "still missing after that: $names"
}

# --- building --------------------------------------------------------------------

# Prefers Ninja for a new build tree; one that is there keeps its generator.
choose_generator()
{
	if [ -z "${CMAKE_GENERATOR:-}" ] && has ninja; then
		CMAKE_GENERATOR=Ninja
		export CMAKE_GENERATOR
	fi
	if [ -z "${CMAKE_BUILD_PARALLEL_LEVEL:-}" ]; then
		CMAKE_BUILD_PARALLEL_LEVEL=$(getconf _NPROCESSORS_ONLN \
			2>/dev/null || echo 2)
		export CMAKE_BUILD_PARALLEL_LEVEL
	fi
}

in_root()
{
	(cd "$root" && "$@")
}

# Keeps two first runs at a time apart, where the system has a tool for it.
lock_build()
{
	mkdir -p "$root/build" || die "cannot write to $root"
	if has flock; then
		exec 9>"$root/build/.lock"
		flock 9
	fi
}

# configure PRESET FOR…
configure()
{
	preset=$1
	tree=$root/build/$1
	shift
	# A checkout that was moved or copied: CMake insists on the old place.
	if [ -e "$tree/CMakeCache.txt" ] && ! grep -qxF \
		"CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$tree/CMakeCache.txt"
	then
		rm -rf "$tree"
	fi
	# Once configured, building looks after itself.
	[ -e "$tree/build.ninja" ] || [ -e "$tree/Makefile" ] && return
	need "$@"
	rm -f "$tree/CMakeCache.txt"
	choose_generator
	logged "configuring build/$preset" in_root cmake --preset "$preset"
}

# build PRESET [TARGET]
build()
{
	choose_generator
	logged "building build/$1" in_root cmake --build --preset "$1" \
		${2:+--target "$2"}
}

# Whether the program is newer than all it is made from. Folders count too:
# their time changes when a file comes or goes.
release_is_fresh()
{
	[ -x "$root/build/release/ladder" ] &&
		[ -e "$root/build/release/.built" ] &&
		[ -z "$(cd "$root" && find CMakeLists.txt CMakePresets.json \
			cmake src include ladders tests/rules \
			-newer build/release/.built 2>&1)" ]
}

build_release()
{
	lock_build
	configure release build test
	# Taken before the build: what is changed meanwhile is newer.
	: >"$root/build/.stamp"
	build release ladder
	mv "$root/build/.stamp" "$root/build/release/.built"
	[ ! -e "$root/build/.lock" ] || exec 9>&-
}

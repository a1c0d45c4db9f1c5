# Ratios out of what `turns` printed: each line is SIZE NAME CLOCK PROCESSOR
# PEAK END, or SIZE NAME "found" N, or SIZE "bytes is" N.

function milliseconds(size, name)
{
	return 1000 * clock[size, name]
}

function mark(is, most)
{
	return is > most ? "  MISSED" : ""
}

function put_validate(size,    is)
{
	is = clock[size, "diff"] / clock[size, "validate"]
	printf "%2d MB: diff beside validate of one   %8.2f ms %8.2f ms %6.2f" \
		"   <= 2.2%s\n", size, milliseconds(size, "validate"),
		milliseconds(size, "diff"), is, mark(is, 2.2)
	printf "%2d MB: the same by the processor     %8.2f ms %8.2f ms " \
		"%6.2f\n", size, 1000 * processor[size, "validate"],
		1000 * processor[size, "diff"],
		processor[size, "diff"] / processor[size, "validate"]
}

# A tool that compares lines.
function put_tool(size, name, title)
{
	if (!((size, name) in clock))
		return
	printf "%2d MB: diff beside %-17s %8.2f ms %8.2f ms %6.2f\n", size,
		title, milliseconds(size, name), milliseconds(size, "diff"),
		clock[size, "diff"] / clock[size, name]
}

function put_found(size, name, title)
{
	if ((size, name) in found)
		printf "%2d MB: %-32s %8d\n", size, title, found[size, name]
}

# Linear: as many times the time as there are times the bytes, and half of that
# again for what caches hold of the small one.
function put_growth(    size, time)
{
	size = bytes[16] / bytes[1]
	time = clock[16, "diff"] / clock[1, "diff"]
	printf "diff, 1 MB to 16 MB: %.1f times the bytes take %.1f times as " \
		"long   <= %.1f%s\n", size, time, 1.5 * size,
		mark(time, 1.5 * size)
}

$2 == "bytes" { bytes[$1] = $4; next }
$3 == "found" { found[$1, $2] = $4; next }
{
	clock[$1, $2] = $3
	processor[$1, $2] = $4
	peak[$1, $2] = $5
}

END {
	printf "%d rounds in turn, load %s\n", rounds, load
	for (size = 1; size <= 16; size += 15) {
		put_validate(size)
		put_tool(size, "diff-u", "diff -u")
		put_tool(size, "git", "git diff")
		printf "%2d MB: peak of diff, of validate      %8.1f MB %8.1f" \
			" MB\n", size, peak[size, "diff"] / 1e6,
			peak[size, "validate"] / 1e6
		put_found(size, "diff", "changes that diff finds")
		put_found(size, "diff-u", "lines that diff -u marks")
		put_found(size, "git", "lines that git diff marks")
	}
	put_growth()
	for (size = 1; size <= 16; size += 15)
		if (found[size, "diff"] != edits)
			printf "%d MB: %d edits are %d changes  MISSED\n",
				size, edits, found[size, "diff"]
}

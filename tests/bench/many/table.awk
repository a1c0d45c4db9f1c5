# Ratios out of what `turns` printed: each line is SET NAME CLOCK PROCESSOR
# PEAK END, or SET "files is" N, or SET "bytes is" N.

function put_line(set, name, title, most,    is)
{
	if (!((set, name) in clock))
		return
	is = clock[set, name] / clock[set, "events"]
	printf "  %-28s %9.1f %9.1f %8.2f %8.2f", title,
		1000 * clock[set, name], 1000 * processor[set, name], is,
		processor[set, name] / processor[set, "events"]
	if (most)
		printf "   <= %.2f%s", most, is > most ? "  MISSED" : ""
	if (end[set, name] != "0")
		printf "   status %s", end[set, name]
	printf "\n"
}

function put_set(set, most)
{
	printf "%d %s, %.1f MB:\n", files[set],
		files[set] == 1 ? "file" : set == "people" ? "assessments" \
		: "ladders", bytes[set] / 1e6
	put_line(set, "events", "event loop, one processor")
	put_line(set, "validate", "ladder validate", most)
	put_line(set, "yamllint", "yamllint")
	put_line(set, "ajv", "ajv-cli")
}

$2 == "files" { files[$1] = $4; next }
$2 == "bytes" { bytes[$1] = $4; next }
$3 ~ /^[0-9.]+$/ {
	clock[$1, $2] = $3
	processor[$1, $2] = $4
	end[$1, $2] = $6
}

END {
	printf "medians of %d runs in turn; load %s\n", rounds, load
	printf "%-30s %9s %9s %8s %8s\n", "", "ms", "ms of", "ratio", "ratio"
	printf "%-30s %9s %9s %8s %8s\n", "", "clock", "processor", "clock",
		"proc."
	put_set("ladders", 0.75)
	put_set("people", 0.75)
	put_set("one", 1.25)
}

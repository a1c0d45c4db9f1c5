# Ratios out of what `turns` printed, beside their targets: first the file
# targets, then the costs, each line ROW INSTANCE NAME CLOCK PROCESSOR PEAK END.
# A ratio is the median over the instances of a row.

function median(list, n,    i, k, x)
{
	for (i = 2; i <= n; i++)
		for (k = i; k > 1 && list[k] < list[k - 1]; k--) {
			x = list[k]
			list[k] = list[k - 1]
			list[k - 1] = x
		}
	return list[int((n + 1) / 2)]
}

# Over the instances of a row: by = 1 the clock, 2 the processor.
function ratio(row, rival, by,    i, n, list)
{
	for (i = 1; i <= instances[row]; i++) {
		at = row SUBSEP which[row, i]
		if ((at, rival, by) in cost)
			list[++n] = cost[at, "ladder", by] / cost[at, rival, by]
	}
	if (!n)
		return -1
	middle = median(list, n)
	worst = list[n]
	return middle
}

function typical(row, name, by,    i, n, list)
{
	for (i = 1; i <= instances[row]; i++)
		list[++n] = cost[row, which[row, i], name, by]
	return 1000 * median(list, n)
}

function put_line(k,    clock, processor, mark)
{
	processor = ratio(row_of[k], rival_of[k], 2)
	clock = ratio(row_of[k], rival_of[k], 1)
	if (clock < 0)
		return
	mark = clock > most[k] ? "  MISSED" : ""
	printf "%-32s %9.2f %9.2f %8.3f %8.3f %8.3f   <= %s%s%s\n", title[k],
		typical(row_of[k], rival_of[k], 1),
		typical(row_of[k], "ladder", 1), clock, processor, worst,
		most[k], mark, late[row_of[k], rival_of[k]]
}

function put_memory(    at, many, few, mark)
{
	at = "batch" SUBSEP which["batch", 1]
	many = cost[at, "ladder", 3] / 1e6
	few = cost[at, "few", 3] / 1e6
	mark = many - few > 2 ? "  MISSED" : ""
	printf "%-32s %9.2f %9.2f %8.2f more%13s   <= 2 MB%s\n",
		"--batch, peak MB: 100, 10000", few, many, many - few, "",
		mark
	printf "%-32s %9.0f a second\n", "--batch, plans",
		which["batch", 1] / cost[at, "ladder", 1]
}

/^#/ { next }
FILENAME ~ /targets$/ {
	row_of[++n] = $1
	rival_of[n] = $2
	title[n] = $3
	gsub("_", " ", title[n])
	sub(":", " : ", title[n])
	most[n] = $4
	next
}
{
	if (!(($1, $2) in known)) {
		known[$1, $2] = 1
		which[$1, ++instances[$1]] = $2
	}
	for (i = 4; i <= 6; i++)
		cost[$1, $2, $3, i - 3] = $i
	good = $3 == "clingo" ? 30 : 0
	if ($7 == "late")
		late[$1, $3] = "  (some stopped after " seconds " s)"
	else if ($7 != good)
		odd = odd "\n" $3 " on " $1 " " $2 " ended with status " $7
}
END {
	printf "medians of %d runs in turn, load %s; ms\n", rounds, load
	printf "%-32s %9s %9s %8s %8s %8s   %s\n", "", "rival", "ladder",
		"ratio", "by cpu", "worst", "target"
	for (k = 1; k <= n; k++)
		put_line(k)
	if (instances["batch"])
		put_memory()
	if (odd)
		print "what went wrong:" odd
}

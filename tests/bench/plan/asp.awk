# The integer program of `oracle translate`, in MPS, as an answer set program
# for clingo. Columns S3, R5, M7 become the atoms s(3), r(5), m(7); what waits
# for something and what asks for one of several become plain rules, everything
# else sums. A coefficient past the 32 bits of clingo ends it with status 1.

function atom(column)
{
	return tolower(substr(column, 1, 1)) "(" substr(column, 2) ")"
}

function sum(row,    i, text)
{
	for (i = 1; i <= terms[row]; i++)
		text = text (i > 1 ? "; " : "") value[row, i] "," \
			atom(column[row, i]) " : " atom(column[row, i])
	return "#sum{" text "}"
}

# The column that a row holds for, where all others are plain alternatives.
function plain(row,    i, head)
{
	if (kind[row] != "G" || bound[row] + 0 != 0)
		return ""
	for (i = 1; i <= terms[row]; i++) {
		if (value[row, i] == -1 && head == "")
			head = column[row, i]
		else if (value[row, i] != 1)
			return ""
	}
	return head
}

function put_row(row,    head, i)
{
	head = plain(row)
	if (head != "") {
		printf ":- %s", atom(head)
		for (i = 1; i <= terms[row]; i++)
			if (column[row, i] != head)
				printf ", not %s", atom(column[row, i])
		print "."
	} else {
		print ":- " sum(row), against[kind[row]], bound[row] + 0 "."
	}
}

BEGIN { against["G"] = "<"; against["L"] = ">"; against["E"] = "!=" }
/^[A-Z]/ { part = $1; next }
part == "ROWS" && $1 != "N" { kind[$2] = $1; rows[++n_rows] = $2 }
part == "COLUMNS" && $2 != "'MARKER'" {
	if ($3 > 2147483647 || $3 < -2147483647) {
		big = 1
		exit
	}
	if ($2 == "COST") {
		if ($3 + 0) {
			priced[++n_priced] = $1
			price[n_priced] = $3
		}
	} else {
		terms[$2]++
		column[$2, terms[$2]] = $1
		value[$2, terms[$2]] = $3 + 0
	}
}
part == "RHS" { bound[$2] = $3 }
part == "BOUNDS" && $1 == "UP" { print "{" atom($3) "}." }
part == "BOUNDS" && $1 == "FX" && $4 + 0 { print atom($3) "." }
END {
	if (big)
		exit 1
	for (i = 1; i <= n_rows; i++)
		put_row(rows[i])
	for (i = 1; i <= n_priced; i++)
		print ":~ " atom(priced[i]) ". [" price[i] "," \
			atom(priced[i]) "]"
	print "#show s/1."
}

# Writes `files` copies of a ladder, each with an id of its own.

{ line[NR] = $0 }

END {
	for (n = 1; n <= files; n++) {
		path = sprintf("ladders/%04d.yaml", n)
		for (i = 1; i <= NR; i++) {
			if (line[i] ~ /^id: /)
				print "id: generated-" n >path
			else
				print line[i] >path
		}
		close(path)
	}
}

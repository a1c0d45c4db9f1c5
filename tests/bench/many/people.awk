# Writes `files` assessments of some 10 KB on a ladder that bench_generate
# wrote: a rating of each of its first competencies, with a note and evidence;
# of three that build on one another the same stage.

/^  skill-/ { skill[n_skills++] = substr($1, 1, length($1) - 1) }

function put_rating(path, person, i)
{
	printf "  %s:\n    stage: %d\n    note: %s %d.\n    evidence:\n",
		skill[i], (person + int(i / 3)) % 4 + 1,
		"Showed it in the review of release", i >path
	printf "      - {date: 2026-%02d-%02d, text: %s %d of team %d}\n",
		i % 9 + 1, person % 28 + 1,
		"Minutes of the meeting about migration", i, person >path
}

END {
	for (person = 1; person <= files; person++) {
		path = sprintf("people/%04d.yaml", person)
		printf "format: assessment/1\nladder: generated\n" \
			"person: Person %d\ndate: 2026-11-01\n" \
			"role: track-0/level-2\ntarget: track-0/level-4\n" \
			"ratings:\n", person >path
		for (i = 0; i < n_skills && i < 48; i++)
			put_rating(path, person, i)
		close(path)
	}
}

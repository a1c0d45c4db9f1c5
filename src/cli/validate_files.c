#include "cli/validate_files.h"

/* Without operands: what discovery would find in the working directory. */
static void add_usual(struct job *j, struct found_files *out, bool follow)
{
	static const char *const names[] = {"ladder.yaml", "ladders",
					    "assessment.yaml"};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (j->host->stat(j->host, names[i]) != HOST_MISSING)
			walk_add(j, out, names[i], follow);
}

struct found_files validate_files(struct job *j)
{
	bool follow = job_has(j, OPT_FOLLOW);
	struct found_files out = {0};

	for (uint32_t i = 0; i < job_operands(j); i++)
		walk_add(j, &out, job_operand(j, i).ptr, follow);
	if (!job_operands(j))
		add_usual(j, &out, follow);
	return out;
}

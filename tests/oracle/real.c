#include "oracle/suite.h"

#include "oracle/files.h"
#include "support/dice.h"

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>

enum { PATH = 512, FEW = 3 };

/* --- people by dice ------------------------------------------------------- */

static void rate(struct dice *d, const struct competency *c, struct buf *b)
{
	uint32_t k = dice_below(d, c->n_stages + 1);

	/* Most have not come far. */
	if (dice_once_in(d, 2))
		k = dice_below(d, k + 1);
	if (dice_once_in(d, 30))
		buf_printf(b, "  %.*s: {na: Not here.}\n",
			   STR_ARG(c->head.id));
	else
		buf_printf(b, "  %.*s: %u\n", STR_ARG(c->head.id),
			   competency_number(c, k));
}

static void put_person(struct dice *d, const struct ladder *l,
		       const struct role *target, struct buf *b)
{
	const struct role *role = l->roles[dice_below(d, l->n_roles)];

	buf_printf(b, "format: assessment/1\nladder: %.*s\nperson: Ada\n"
		      "target: %.*s\n",
		   STR_ARG(l->head.id), STR_ARG(target->path));
	if (!dice_once_in(d, 3) && role->rank <= target->rank) {
		buf_printf(b, "role: %.*s\n", STR_ARG(role->path));
		if (dice_once_in(d, 2))
			buf_printf(b, "baseline: %.*s\n", STR_ARG(role->path));
	}
	buf_z(b, "ratings:\n");
	for_each(c, &l->competencies)
		if (c->n_stages && (c->index == 0 || dice_once_in(d, 2)))
			rate(d, c, b);
}

/* --- ladders -------------------------------------------------------------- */

/* The name of a file, without folder and ".yaml". */
static void name_of(const char *path, char name[64])
{
	const char *slash = strrchr(path, '/');

	snprintf(name, 64, "%s", slash ? slash + 1 : path);
	name[strlen(name) - strlen(".yaml")] = '\0';
}

static void try_target(struct suite *s, const char *path,
		       const struct ladder *l, uint32_t target,
		       struct tally *t)
{
	struct dice d = {(uint64_t)s->seed << 32 | target};
	struct buf assessment = {0};
	char name[128];
	struct instance i = {.name = name,
			     .ladder_path = path,
			     .assessment = &assessment};

	snprintf(name, sizeof name, "%s-%u-%u", t->name, target, s->seed);
	put_person(&d, l, l->roles[target], &assessment);
	suite_try(s, &i, t);
	buf_release(&assessment);
}

/* Every role, or a few of them, the last one always. */
static void try_ladder(struct suite *s, const char *path)
{
	struct files f = {0};
	char name[64];
	struct tally *t;
	uint32_t step, n;

	if (!files_load_ladder(s->host, path, &f)) {
		files_release(&f);
		return;
	}
	n = f.ladder->n_roles;
	step = s->all_solvers || n < FEW ? 1 : n / FEW;
	name_of(path, name);
	t = suite_tally(s, name, f.ladder->n_stages);
	for (uint32_t i = n; i > 0; i -= i > step ? step : i)
		try_target(s, path, f.ladder, i - 1, t);
	files_release(&f);
}

static void try_folder(struct suite *s, const char *folder, const char *match)
{
	char pattern[PATH];
	glob_t found;

	snprintf(pattern, sizeof pattern, "%s/%s", folder, match);
	if (glob(pattern, 0, NULL, &found))
		return;
	for (size_t i = 0; i < found.gl_pathc; i++)
		try_ladder(s, found.gl_pathv[i]);
	globfree(&found);
}

/* --- the one whose points are known --------------------------------------- */

/* Someone of whom the ladder's authors say how many points they have. */
static const char snowflake[] =
	"ratings:\n"
	"  mobile: 1\n  web-client: 2\n  foundations: 3\n  servers: 2\n"
	"  project-management: 4\n  communication: 1\n  craft: 1\n"
	"  initiative: 4\n  career-development: 3\n  org-design: 2\n"
	"  wellbeing: 0\n  accomplishment: 4\n  mentorship: 2\n"
	"  evangelism: 2\n  recruiting: 3\n  community: 0\n";

static void try_snowflake(struct suite *s, const char *shared)
{
	struct files f = {0};
	char path[PATH], name[64];
	struct tally *t;

	snprintf(path, sizeof path, "%s/data/real/medium-snowflake.yaml",
		 shared);
	if (!files_load_ladder(s->host, path, &f)) {
		files_release(&f);
		return;
	}
	t = suite_tally(s, "snowflake: one person", f.ladder->n_stages);
	for (uint32_t k = 0; k < f.ladder->n_roles; k++) {
		struct buf text = {0};
		struct instance i = {.name = name,
				     .ladder_path = path,
				     .assessment = &text};

		snprintf(name, sizeof name, "snowflake-%u", k);
		buf_printf(&text, "format: assessment/1\nladder: %.*s\n"
				  "person: Ada\ntarget: %.*s\n%s",
			   STR_ARG(f.ladder->head.id),
			   STR_ARG(f.ladder->roles[k]->path), snowflake);
		suite_try(s, &i, t);
		buf_release(&text);
	}
	files_release(&f);
}

void suite_real(struct suite *s)
{
	const char *shared = getenv("LADDER_SHARED");
	char real[PATH];

	if (!shared || !*shared)
		shared = LADDER_SOURCE_DIR "/../shared";
	snprintf(real, sizeof real, "%s/data/real", shared);
	try_folder(s, LADDER_SOURCE_DIR "/ladders", "*.yaml");
	try_folder(s, real, "*.yaml");
	try_folder(s, real, "*/*.yaml");
	try_snowflake(s, shared);
}

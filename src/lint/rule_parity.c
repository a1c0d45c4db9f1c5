/* Individual contributors and managers side by side. */
#include "lint/rule.h"

#include "base/decimal.h"

static const char *const kind_words[] = {
	[TRACK_IC] = "individual contributors",
	[TRACK_MANAGER] = "managers",
};

/* Whether ranks and kinds of all tracks were understood. */
static bool sides_are_known(const struct lint *lint)
{
	for_each(t, &lint->l->tracks)
		if (node_is_broken(thing_find(&lint->l->doc, &t->head,
					      "kind")))
			return false;
	return !lint->asked.unknown && !lint->ranks.wrong;
}

/* --- ranks ---------------------------------------------------------------- */

static void missing_rank(struct lint *lint, const struct role *role)
{
	const struct node *name = lint_role_name(lint, role);
	bool manager = role->track->kind == TRACK_MANAGER;
	struct finding *f;

	if (!name)
		return;
	f = lint_add(lint, CODE_L325, name,
		     "%s has the rank %lld, at which there is no level for %s",
		     lint_quote(lint, role->path), (long long)role->rank,
		     kind_words[manager ? TRACK_IC : TRACK_MANAGER]);
	finding_help(lint->d, f,
		     "give both sides a level of this rank, or neither");
}

/* Between the lowest and the highest rank that both sides have. */
void rule_missing_rank(struct lint *lint, const struct ladder *l)
{
	const struct ranks *ranks = &lint->ranks;
	uint32_t first = ranks->n, last = 0;

	(void)l;
	if (!sides_are_known(lint))
		return;
	for (uint32_t i = 0; i < ranks->n; i++) {
		if (!rank_of_kind(&ranks->at[i], TRACK_IC) ||
		    !rank_of_kind(&ranks->at[i], TRACK_MANAGER))
			continue;
		first = first < i ? first : i;
		last = i;
	}
	for (uint32_t i = first; i < last; i++)
		if (!rank_of_kind(&ranks->at[i], TRACK_IC) ||
		    !rank_of_kind(&ranks->at[i], TRACK_MANAGER))
			missing_rank(lint, ranks->at[i].roles[0]);
}

/* --- salaries ------------------------------------------------------------- */

static bool has_salary(const struct role *role)
{
	return role->salary.min || role->salary.max;
}

/* The contributors' band of that rank and currency that is nearest to being
 * the same: an equal one if there is any, else the first; or NULL. */
static const struct role *equal_band(const struct rank_group *group,
				     const struct role *manager)
{
	const struct role *first = NULL;

	for (uint32_t i = 0; i < group->n; i++) {
		const struct role *role = group->roles[i];

		if (role->track->kind != TRACK_IC || !has_salary(role) ||
		    !str_eq(role->salary.currency, manager->salary.currency))
			continue;
		if (role->salary.min == manager->salary.min &&
		    role->salary.max == manager->salary.max)
			return role;
		first = first ? first : role;
	}
	return first;
}

static void check_band(struct lint *lint, const struct rank_group *group,
		       const struct role *manager)
{
	const struct role *ic = equal_band(group, manager);
	struct finding *f;

	if (!ic || (ic->salary.min == manager->salary.min &&
		    ic->salary.max == manager->salary.max))
		return;
	f = lint_add(lint, CODE_L326, manager->salary.head.node,
		     "the salary of %s is not that of %s, which has the same "
		     "rank",
		     lint_quote(lint, manager->path),
		     lint_quote(lint, ic->path));
	lint_note(lint, f, ic->salary.head.node, "the other band");
	finding_help(lint->d, f, "make them equal, or change a rank");
}

void rule_salary_parity(struct lint *lint, const struct ladder *l)
{
	(void)l;
	if (!sides_are_known(lint))
		return;
	for (uint32_t i = 0; i < lint->ranks.n; i++) {
		const struct rank_group *group = &lint->ranks.at[i];

		for (uint32_t j = 0; j < group->n; j++) {
			const struct role *role = group->roles[j];

			if (role->track->kind == TRACK_MANAGER &&
			    has_salary(role) &&
			    lint_may_spend(lint, group->n))
				check_band(lint, group, role);
		}
	}
}

/* --- ends ----------------------------------------------------------------- */

/* So many ranks of managers above the last contributor are far: one or two,
 * for those who lead the whole company, are common. */
enum { FAR_ABOVE = 3 };

void rule_short_ic_track(struct lint *lint, const struct ladder *l)
{
	const struct role *ic = NULL, *manager = NULL;
	const struct node *name;
	uint32_t above = 0;
	struct finding *f;

	(void)l;
	if (!sides_are_known(lint))
		return;
	for (uint32_t i = lint->ranks.n; i > 0 && !ic; i--) {
		const struct rank_group *group = &lint->ranks.at[i - 1];

		ic = rank_of_kind(group, TRACK_IC);
		if (ic)
			break;
		manager = manager ? manager : group->roles[0];
		above++;
	}
	name = ic && above >= FAR_ABOVE ? lint_role_name(lint, ic) : NULL;
	if (!name)
		return;
	f = lint_add(lint, CODE_L327, name,
		     "the highest level for individual contributors is %u "
		     "ranks below the managers' %s",
		     above, lint_quote(lint, manager->path));
	finding_help(lint->d, f,
		     "add levels for senior contributors, or mend the ranks");
}

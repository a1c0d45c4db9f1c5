#include "diff/change.h"

const struct change_info change_table[N_CHANGES] = {
#define CHANGE(id, name, incumbent, candidate, files, mirror, says, reason) \
	{#id,          name,           EFFECT_##incumbent,                  \
	 EFFECT_##candidate, FILES_##files, CHANGE_##mirror, says, reason},
#include "diff/changes.def"
#undef CHANGE
};

enum change_code change_find(struct str word)
{
	enum change_code c = 0;

	while (c < N_CHANGES &&
	       !str_eq_nocase(word, str_of(change_table[c].id)) &&
	       !str_eq_nocase(word, str_of(change_table[c].name)))
		c++;
	return c;
}

enum change_class change_class(enum effect incumbent, enum effect candidate,
			       enum file_effect files)
{
	enum effect most = incumbent > candidate ? incumbent : candidate;

	if (files == FILES_BREAK || most == EFFECT_HARDER)
		return CLASS_BREAKING;
	if (files == FILES_SHIFT || most == EFFECT_REVIEW)
		return CLASS_REVIEW;
	return most == EFFECT_EASIER ? CLASS_EASING : CLASS_INFO;
}

enum change_class change_code_class(enum change_code code)
{
	const struct change_info *info = &change_table[code];

	return change_class(info->incumbent, info->candidate, info->files);
}

static const char *const class_names[] = {"info", "easing", "review",
					  "breaking"};

const char *class_name(enum change_class c)
{
	return class_names[c];
}

const char *effect_name(enum effect e)
{
	static const char *const names[] = {"none", "easier", "review",
					    "harder"};

	return names[e];
}

const char *file_effect_name(enum file_effect e)
{
	static const char *const names[] = {"none", "shift", "break"};

	return names[e];
}

bool class_find(struct str word, enum change_class *c)
{
	for (unsigned i = 0; i < N_CLASSES; i++) {
		if (!str_eq_nocase(word, str_of(class_names[i])))
			continue;
		*c = (enum change_class)i;
		return true;
	}
	return false;
}

struct str change_path(const struct change *c)
{
	return c->new.path.len ? c->new.path : c->old.path;
}

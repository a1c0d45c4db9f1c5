#include "report/change.h"
#include "report/format_json.h"

static void add_change(struct cJSON *object, enum change_code code)
{
	const struct change_info *info = &change_table[code];
	struct cJSON *effect;

	json_text(object, "code", str_of(info->id));
	json_text(object, "name", str_of(info->name));
	json_text(object, "class",
		  str_of(class_name(change_code_class(code))));
	effect = json_object_in(object, "effect");
	json_text(effect, "incumbent", str_of(effect_name(info->incumbent)));
	json_text(effect, "candidate", str_of(effect_name(info->candidate)));
	json_text(effect, "files", str_of(file_effect_name(info->files)));
	json_text(object, "mirror", str_of(change_table[info->mirror].id));
	json_text(object, "reason", str_of(info->reason));
}

void json_change(const struct change_view *v, struct buf *out)
{
	struct cJSON *document = json_document("change");

	add_change(document, v->code);
	json_some(document, "old", v->old);
	json_some(document, "new", v->new);
	json_finish(document, JSON_PRETTY, out);
}

void json_class(enum change_class c, struct buf *out)
{
	struct cJSON *document = json_document("class");
	struct cJSON *list;

	json_text(document, "class", str_of(class_name(c)));
	json_text(document, "meaning", str_of(class_meaning(c)));
	list = json_list_in(document, "changes");
	for (enum change_code i = 0; i < N_CHANGES; i++)
		if (change_code_class(i) == c)
			add_change(json_item(list), i);
	json_finish(document, JSON_PRETTY, out);
}

void json_changes(struct buf *out)
{
	struct cJSON *document = json_document("changes");
	struct cJSON *list = json_list_in(document, "changes");

	for (enum change_code i = 0; i < N_CHANGES; i++)
		add_change(json_item(list), i);
	json_finish(document, JSON_PRETTY, out);
}

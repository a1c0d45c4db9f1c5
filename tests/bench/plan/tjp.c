/* A plan as a project for TaskJuggler: `tjp HOURS <PLAN.json >PLAN.tjp`.
 * Every step is a task with the same effort that depends on the same tasks,
 * done by one person who has so many hours a week. How many steps there are
 * goes to standard error. */
#include <cjson/cJSON.h>

#include <stdio.h>
#include <stdlib.h>

static char *read_all(void)
{
	size_t len = 0, room = 1 << 16, got;
	char *text = malloc(room);

	while (text && (got = fread(text + len, 1, room - len - 1, stdin))) {
		len += got;
		if (room - len < 2)
			text = realloc(text, room *= 2);
	}
	if (text)
		text[len] = '\0';
	return text;
}

static const char *text_of(const cJSON *object, const char *key)
{
	const char *text = cJSON_GetStringValue(
		cJSON_GetObjectItemCaseSensitive(object, key));

	return text ? text : "";
}

/* Names of tasks hold no sign but `_`. */
static void put_id(const char *id)
{
	putchar('t');
	putchar('_');
	for (; *id; id++)
		putchar(*id == '@' || *id == '-' ? '_' : *id);
}

/* The middle, in hours. */
static double effort_of(const cJSON *step)
{
	const cJSON *hours = cJSON_GetObjectItemCaseSensitive(step, "hours");
	const cJSON *min = cJSON_GetObjectItemCaseSensitive(hours, "min");
	const cJSON *max = cJSON_GetObjectItemCaseSensitive(hours, "max");

	return min && max ? (min->valuedouble + max->valuedouble) / 2 : 0;
}

static void put_head(double hours)
{
	printf("project plan \"Plan\" 2026-01-05 +12y {\n"
	       "  timingresolution 60min\n}\n"
	       "resource ada \"Ada\" {\n  limits { weeklymax %gh }\n}\n",
	       hours);
}

static void put_task(const cJSON *step)
{
	const cJSON *after = cJSON_GetObjectItemCaseSensitive(step, "after");
	const cJSON *id;
	const char *comma = "  depends ";

	printf("task ");
	put_id(text_of(step, "id"));
	printf(" \"%s\" {\n  effort %.3fh\n  allocate ada\n",
	       text_of(step, "id"), effort_of(step));
	cJSON_ArrayForEach (id, after) {
		fputs(comma, stdout);
		putchar('!');
		put_id(cJSON_GetStringValue(id));
		comma = ", ";
	}
	printf("%s}\n", cJSON_GetArraySize(after) ? "\n" : "");
}

int main(int argc, char **argv)
{
	double hours = argc == 2 ? strtod(argv[1], NULL) : 0;
	char *text = hours > 0 ? read_all() : NULL;
	cJSON *plan = text ? cJSON_Parse(text) : NULL;
	const cJSON *steps, *step;

	steps = cJSON_GetObjectItemCaseSensitive(plan, "steps");
	if (!steps) {
		fputs("usage: tjp HOURS <PLAN.json >PLAN.tjp\n", stderr);
		return 2;
	}
	put_head(hours);
	cJSON_ArrayForEach (step, steps)
		put_task(step);
	puts("taskreport plan \"plan\" {\n  formats csv\n"
	     "  columns id, start, end\n}");
	fprintf(stderr, "%d\n", cJSON_GetArraySize(steps));
	cJSON_Delete(plan);
	free(text);
	return 0;
}

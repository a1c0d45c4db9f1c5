/* The least that reading YAML with libyaml can cost: parse an event, delete
 * it. `events [-c] FILE...` takes one file after the other, `events [-c] -`
 * those whose names are the lines of standard input; with -c it prints how
 * many events there were. Status 1 where libyaml refused one. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <yaml.h>

static unsigned char *slurp(const char *path, size_t *len)
{
	FILE *f = fopen(path, "rb");
	unsigned char *text = NULL;
	long size;

	if (!f || fseek(f, 0, SEEK_END) || (size = ftell(f)) < 0)
		return NULL;
	rewind(f);
	text = malloc((size_t)size + 1);
	if (text)
		*len = fread(text, 1, (size_t)size, f);
	fclose(f);
	return text;
}

/* Events in the text; 0 where libyaml refuses it. */
static size_t run(const unsigned char *text, size_t len)
{
	yaml_parser_t parser;
	yaml_event_t event;
	size_t n = 0;
	bool more = true;

	if (!yaml_parser_initialize(&parser))
		return 0;
	yaml_parser_set_input_string(&parser, text, len);
	while (more) {
		if (!yaml_parser_parse(&parser, &event)) {
			n = 0;
			break;
		}
		more = event.type != YAML_STREAM_END_EVENT;
		yaml_event_delete(&event);
		n++;
	}
	yaml_parser_delete(&parser);
	return n;
}

struct sum {
	size_t bytes, events;
	bool fine; /* libyaml refused none */
};

/* False where the file cannot be read. */
static bool add_file(struct sum *sum, const char *path)
{
	size_t len = 0, n;
	unsigned char *text = slurp(path, &len);

	if (!text)
		return false;
	n = run(text, len);
	sum->fine = sum->fine && n;
	sum->bytes += len;
	sum->events += n;
	free(text);
	return true;
}

static bool add_listed(struct sum *sum)
{
	char path[4096];

	while (fgets(path, sizeof path, stdin)) {
		path[strcspn(path, "\n")] = '\0';
		if (!add_file(sum, path))
			return false;
	}
	return true;
}

static bool add_all(struct sum *sum, char **paths)
{
	for (; *paths; paths++)
		if (!strcmp(*paths, "-") ? !add_listed(sum)
					 : !add_file(sum, *paths))
			return false;
	return true;
}

int main(int argc, char **argv)
{
	bool print = argc > 1 && !strcmp(argv[1], "-c");
	struct sum sum = {.fine = true};

	if (argc < 2 + print) {
		fprintf(stderr, "usage: events [-c] FILE...|-\n");
		return 2;
	}
	if (!add_all(&sum, argv + 1 + print))
		return 3;
	if (print)
		printf("%zu events, %.1f bytes each\n", sum.events,
		       sum.events ? (double)sum.bytes / (double)sum.events
				  : 0.0);
	return sum.fine ? 0 : 1;
}

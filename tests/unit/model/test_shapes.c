/* The tables of fields and the pages about them name the same keys. */
#include "support/test.h"

#include "model/config.h"
#include "model/fields.h"

#include <stdio.h>

static char pages[1 << 20];

static int read_pages(void **state)
{
	static const char *const names[] = {"format.md", "configuration.md"};
	size_t n = 0;

	(void)state;
	for (size_t i = 0; i < N_OF(names); i++) {
		char path[512];
		FILE *f;

		snprintf(path, sizeof path, LADDER_SOURCE_DIR "/docs/%s",
			 names[i]);
		if (!(f = fopen(path, "r")))
			return -1;
		n += fread(pages + n, 1, sizeof pages - 1 - n, f);
		fclose(f);
	}
	return n ? 0 : -1;
}

/* In a table of keys, or in an example. */
static bool is_documented(const struct field *f)
{
	char code[80], example[80];

	snprintf(code, sizeof code, "`%s`", f->name);
	snprintf(example, sizeof example, "- %s:", f->name);
	return strstr(pages, code) || strstr(pages, example);
}

static void every_key_is_documented(void **state)
{
	uint32_t missing = 0;

	(void)state;
	for (uint32_t i = 0; all_shapes[i]; i++)
		for (uint32_t k = 0; k < all_shapes[i]->n; k++) {
			const struct field *f = &all_shapes[i]->fields[k];

			assert_true(f->summary && *f->summary);
			if (is_documented(f) || all_shapes[i]->only_short)
				continue; /* that key nobody writes */
			print_error("%s: nothing about %s\n",
				    all_shapes[i]->what, f->name);
			missing++;
		}
	assert_int_equal(missing, 0);
}

static bool is_listed(const struct shape *shape)
{
	for (uint32_t i = 0; all_shapes[i]; i++)
		if (all_shapes[i] == shape)
			return true;
	return false;
}

/* Whoever goes over all shapes sees the three kinds of files. */
static void every_file_is_listed(void **state)
{
	(void)state;
	assert_true(is_listed(&ladder_shape));
	assert_true(is_listed(&assessment_shape));
	assert_true(is_listed(&config_shape));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_key_is_documented),
		cmocka_unit_test(every_file_is_listed),
	};

	return cmocka_run_group_tests(tests, read_pages, NULL);
}

#include "support/test.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/vec.h"

static bool is_zero(const char *p, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (p[i])
			return false;
	return true;
}

static void test_alignment(void **state)
{
	struct arena a = {0};

	(void)state;
	for (size_t n = 0; n < 300; n++) {
		char *p = arena_alloc(&a, n);

		assert_int_equal((uintptr_t)p % _Alignof(max_align_t), 0);
		assert_true(is_zero(p, n));
		memset(p, 0xee, n);
	}
	arena_release(&a);
}

/* Pieces of all sizes never overlap. */
static void test_no_overlap(void **state)
{
	enum { N = 400 };
	struct arena a = {0};
	unsigned char *pieces[N];

	(void)state;
	for (int i = 0; i < N; i++) {
		pieces[i] = arena_alloc(&a, (size_t)i * 37 + 1);
		memset(pieces[i], i & 0xff, (size_t)i * 37 + 1);
	}
	for (int i = 0; i < N; i++)
		for (size_t k = 0; k < (size_t)i * 37 + 1; k++)
			assert_int_equal(pieces[i][k], i & 0xff);
	arena_release(&a);
}

static void test_clear_gives_zeroed_memory(void **state)
{
	struct arena a = {0};

	(void)state;
	arena_clear(&a);
	for (size_t round = 0; round < 5; round++) {
		for (size_t n = 1; n < 60000; n = n * 3 + 1) {
			char *p = arena_alloc(&a, n);

			assert_true(is_zero(p, n));
			memset(p, 0xee, n);
		}
		arena_clear(&a);
	}
	arena_release(&a);
	assert_ptr_equal(a.chunk, NULL);
	assert_true(is_zero(arena_alloc(&a, 64), 64));
	arena_release(&a);
}

static void test_big(void **state)
{
	enum { BIG = 40 << 20 };
	struct arena a = {0};
	char *small = arena_alloc(&a, 10), *big = arena_alloc(&a, BIG), *after;

	(void)state;
	small[9] = 1;
	big[0] = big[BIG - 1] = 1;
	after = arena_alloc(&a, 10);
	assert_true(after < big || after >= big + BIG);
	assert_true(is_zero(after, 10));
	arena_clear(&a);
	big = arena_alloc(&a, BIG);
	assert_true(is_zero(big, BIG));
	arena_release(&a);
}

/* Clearing keeps memory flat: the same work again takes no new chunk. */
static void test_clear_keeps_memory(void **state)
{
	struct arena a = {0};
	const struct arena_chunk *kept;

	(void)state;
	for (int i = 0; i < 1000; i++)
		arena_alloc(&a, 1000);
	arena_clear(&a);
	kept = a.chunk;
	for (int i = 0; i < 100; i++) {
		arena_alloc(&a, 1000);
		arena_clear(&a);
		assert_ptr_equal(a.chunk, kept);
	}
	arena_release(&a);
}

static void test_texts(void **state)
{
	struct arena a = {0};
	struct str copy = arena_str(&a, STR("a\0b"));

	(void)state;
	assert_int_equal(copy.len, 3);
	assert_memory_equal(copy.ptr, "a\0b", 4);
	assert_non_null(arena_str(&a, (struct str){0}).ptr);
	assert_str(arena_printf(&a, "%d-%s", 7, "x"), "7-x");
	assert_str(arena_printf(&a, "%s", ""), "");
	copy = arena_printf(&a, "%100000d", 1);
	assert_int_equal(copy.len, 100000);
	assert_int_equal(copy.ptr[99999], '1');
	assert_int_equal(copy.ptr[100000], 0);
	arena_release(&a);
}

static void test_vec(void **state)
{
	VEC(uint64_t) v = {0};
	struct arena a = {0};
	uint32_t n = 0;

	(void)state;
	for_each(x, &v)
		fail();
	for (uint64_t i = 0; i < 100000; i++) {
		uint64_t *x = vec_add(&a, &v);

		assert_int_equal(*x, 0);
		*x = i * i;
	}
	assert_int_equal(v.n, 100000);
	for_each(x, &v) {
		assert_int_equal(*x, (uint64_t)n * n);
		n++;
	}
	assert_int_equal(n, 100000);
	arena_release(&a);
}

/* Also where it was shortened in between. */
static void test_vec_adds_zeroed(void **state)
{
	struct pair {
		uint64_t a, b;
	};
	VEC(struct pair) v = {0};
	struct arena a = {0};

	(void)state;
	for (int i = 0; i < 5; i++)
		*vec_add(&a, &v) = (struct pair){1, 2};
	assert_int_equal(v.n, 5);
	assert_int_equal(vec_add(&a, &v)->b, 0);
	arena_release(&a);
}

static void test_buf(void **state)
{
	struct buf b = {0};

	(void)state;
	assert_int_equal(buf_str(&b).len, 0);
	buf_add(&b, (struct str){0});
	buf_fill(&b, ' ', 0);
	buf_z(&b, "lad");
	buf_add(&b, STR("der\0s"));
	buf_char(&b, '!');
	buf_fill(&b, '-', 3);
	buf_printf(&b, "%d%s", 42, "");
	assert_int_equal(b.len, 14);
	assert_memory_equal(b.ptr, "ladder\0s!---42", 14);
	buf_clear(&b);
	assert_int_equal(b.len, 0);
	buf_release(&b);
	buf_release(&b);
}

static void test_buf_grows(void **state)
{
	struct buf b = {0};

	(void)state;
	for (int i = 0; i < 100000; i++)
		buf_printf(&b, "%05d", i);
	assert_int_equal(b.len, 500000);
	assert_memory_equal(b.ptr + 5 * 77777, "77777", 5);
	memset(buf_room(&b, 1000000), 'x', 1000000);
	assert_int_equal(b.len, 500000);
	b.len += 1000000;
	assert_memory_equal(b.ptr + 5 * 77777, "77777", 5);
	assert_int_equal(b.ptr[1499999], 'x');
	buf_release(&b);
}

/* Short texts are formatted once, others twice: both come out whole. */
static void test_formats_any_length(void **state)
{
	struct arena a = {0};
	struct buf b = {0};

	(void)state;
	for (int n = 1; n < 300; n++) {
		struct str text = arena_printf(&a, "%0*d", n, 7);

		buf_clear(&b);
		buf_printf(&b, "%0*d", n, 7);
		assert_int_equal(b.len, n);
		assert_int_equal(text.len, n);
		assert_memory_equal(b.ptr, text.ptr, b.len);
		assert_int_equal(text.ptr[n - 1], '7');
		assert_int_equal(text.ptr[n], '\0');
	}
	buf_release(&b);
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_alignment),
		cmocka_unit_test(test_no_overlap),
		cmocka_unit_test(test_clear_gives_zeroed_memory),
		cmocka_unit_test(test_big),
		cmocka_unit_test(test_clear_keeps_memory),
		cmocka_unit_test(test_texts),
		cmocka_unit_test(test_vec),
		cmocka_unit_test(test_vec_adds_zeroed),
		cmocka_unit_test(test_buf),
		cmocka_unit_test(test_buf_grows),
		cmocka_unit_test(test_formats_any_length),
	};

	return cmocka_run_group_tests_name("base/arena", tests, NULL, NULL);
}

#include "support/test.h"

#include "support/dice.h"
#include "text/utf8.h"

/* Another way to decode: by the value that the bits give, then every rule
 * asked of the value. Gives 0 where no sequence of `n` bytes stands there. */
static bool is_sequence(const unsigned char *p, size_t have, uint32_t n,
			uint32_t *c)
{
	static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
	static const uint32_t heads[] = {0, 0, 0xc0, 0xe0, 0xf0};
	static const uint32_t masks[] = {0, 0, 0xe0, 0xf0, 0xf8};

	if (have < n || (p[0] & masks[n]) != heads[n])
		return false;
	*c = p[0] & ~masks[n] & 0xff;
	for (uint32_t i = 1; i < n; i++) {
		if ((p[i] & 0xc0) != 0x80)
			return false;
		*c = *c * 64 + p[i] % 64;
	}
	return *c >= least[n] && *c <= 0x10ffff &&
	       !(*c >= 0xd800 && *c <= 0xdfff);
}

/* Whether some well-formed sequence begins with these bytes. */
static bool begins_one(const unsigned char *p, uint32_t n)
{
	unsigned char whole[4];
	uint32_t c;

	for (uint32_t len = n + 1; len <= 4; len++)
		for (uint32_t fill = 0; fill < 64; fill++) {
			memset(whole, 0x80, sizeof whole);
			memcpy(whole, p, n);
			whole[n] = (unsigned char)(0x80 + fill);
			if (is_sequence(whole, 4, len, &c))
				return true;
		}
	return false;
}

static uint32_t reference(struct str s, uint32_t *len)
{
	const unsigned char *p = (const unsigned char *)s.ptr;
	uint32_t c = p[0];

	*len = 1;
	if (p[0] < 0x80)
		return c;
	for (uint32_t n = 2; n <= 4; n++)
		if (is_sequence(p, s.len, n, &c)) {
			*len = n;
			return c;
		}
	while (*len < s.len && *len < 3 && begins_one(p, *len + 1))
		++*len;
	return UTF8_BAD;
}

static size_t encode(uint32_t c, unsigned char *out)
{
	if (c < 0x80) {
		out[0] = (unsigned char)c;
		return 1;
	}
	if (c < 0x800) {
		out[0] = (unsigned char)(0xc0 | c >> 6);
		out[1] = (unsigned char)(0x80 | (c & 63));
		return 2;
	}
	if (c < 0x10000) {
		out[0] = (unsigned char)(0xe0 | c >> 12);
		out[1] = (unsigned char)(0x80 | (c >> 6 & 63));
		out[2] = (unsigned char)(0x80 | (c & 63));
		return 3;
	}
	out[0] = (unsigned char)(0xf0 | c >> 18);
	out[1] = (unsigned char)(0x80 | (c >> 12 & 63));
	out[2] = (unsigned char)(0x80 | (c >> 6 & 63));
	out[3] = (unsigned char)(0x80 | (c & 63));
	return 4;
}

static void test_all_code_points(void **state)
{
	(void)state;
	for (uint32_t c = 0; c < 0x120000; c++) {
		unsigned char bytes[4];
		size_t n = encode(c, bytes);
		struct str s = {(const char *)bytes, n};
		uint32_t len, got = utf8_decode(s, &len), expected_len;

		if (c <= 0x10ffff && (c < 0xd800 || c > 0xdfff)) {
			assert_int_equal(got, c);
			assert_int_equal(len, n);
			continue;
		}
		assert_int_equal(got, UTF8_BAD);
		reference(s, &expected_len);
		assert_int_equal(len, expected_len);
	}
}

/* Every string of two bytes, and random ones of four. */
static void check(const unsigned char *bytes, size_t n)
{
	struct str s = {(const char *)bytes, n};
	uint32_t len, expected_len;
	uint32_t expected = reference(s, &expected_len);

	if (utf8_decode(s, &len) != expected || len != expected_len)
		fail_msg("%02x %02x %02x %02x", bytes[0], bytes[1],
			 n > 2 ? bytes[2] : 0, n > 3 ? bytes[3] : 0);
}

static void test_byte_strings(void **state)
{
	struct dice dice = {4};

	(void)state;
	for (unsigned pair = 0; pair < 0x10000; pair++) {
		unsigned char bytes[2] = {(unsigned char)(pair >> 8),
					  (unsigned char)pair};

		check(bytes, 2);
	}
	for (int i = 0; i < 300000; i++) {
		unsigned char bytes[4];

		for (int k = 0; k < 4; k++)
			bytes[k] = (unsigned char)(dice_bits(&dice));
		/* mostly bytes that could be part of a sequence */
		if (!dice_once_in(&dice, 4)) {
			bytes[0] |= 0xc0;
			bytes[1] = (bytes[1] & 0x3f) | 0x80;
			bytes[2] = (bytes[2] & 0x3f) | 0x80;
		}
		check(bytes, 1 + dice_below(&dice, 4));
	}
}

/* The count and the bytes of the first n agree with decoding step by step. */
static void test_count_and_bytes(void **state)
{
	struct dice dice = {5};

	(void)state;
	for (int round = 0; round < 3000; round++) {
		unsigned char bytes[60];
		size_t n = dice_below(&dice, sizeof bytes), at = 0, count = 0;
		struct str s = {(const char *)bytes, n};

		for (size_t i = 0; i < n; i++)
			bytes[i] = (unsigned char)dice_bits(&dice);
		for (uint32_t len; at < n; at += len, count++) {
			assert_int_equal(utf8_bytes(s, count), at);
			reference(str_from(s, at), &len);
		}
		assert_int_equal(utf8_count(s), count);
		assert_int_equal(utf8_bytes(s, count), n);
		assert_int_equal(utf8_bytes(s, count + 5), n);
	}
	assert_int_equal(utf8_count((struct str){0}), 0);
}

static void test_classes(void **state)
{
	static const struct {
		uint32_t from, to;
		enum char_class class;
	} ranges[] = {
		{0x00, 0x08, CHAR_CONTROL},
		{0x09, 0x0a, CHAR_PLAIN},
		{0x0b, 0x1f, CHAR_CONTROL},
		{0x20, 0x7e, CHAR_PLAIN},
		{0x7f, 0x84, CHAR_CONTROL},
		{0x85, 0x85, CHAR_LINE_BREAK},
		{0x86, 0x9f, CHAR_CONTROL},
		{0xa0, 0xac, CHAR_PLAIN},
		{0x61c, 0x61c, CHAR_HIDDEN},
		{0x2010, 0x2027, CHAR_PLAIN},
		{0x200b, 0x200f, CHAR_HIDDEN},
		{0x2028, 0x2029, CHAR_LINE_BREAK},
		{0x202a, 0x202e, CHAR_BIDI},
		{0x202f, 0x205f, CHAR_PLAIN},
		{0x2060, 0x2060, CHAR_HIDDEN},
		{0x2066, 0x2069, CHAR_BIDI},
		{0x3040, 0x9fff, CHAR_PLAIN},
		{0xfdcf, 0xfdcf, CHAR_PLAIN},
		{0xfdd0, 0xfdef, CHAR_NONCHAR},
		{0xfdf0, 0xfdf0, CHAR_PLAIN},
		{0xfeff, 0xfeff, CHAR_BOM},
		{0xfffd, 0xfffd, CHAR_PLAIN},
		{0xfffe, 0xffff, CHAR_NONCHAR},
		{0x1f600, 0x1f64f, CHAR_PLAIN},
		{0x1fffe, 0x1ffff, CHAR_NONCHAR},
		{0xdffff, 0xdffff, CHAR_NONCHAR},
		{0xe0000, 0xe007f, CHAR_TAG},
		{0xe0100, 0xe01ef, CHAR_PLAIN},
		{0x10fffd, 0x10fffd, CHAR_PLAIN},
		{0x10fffe, 0x10ffff, CHAR_NONCHAR},
	};

	(void)state;
	for (size_t i = 0; i < N_OF(ranges); i++)
		for (uint32_t c = ranges[i].from; c <= ranges[i].to; c++)
			if (char_class(c) != ranges[i].class)
				fail_msg("U+%04X is %d", (unsigned)c,
					 char_class(c));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_all_code_points),
		cmocka_unit_test(test_byte_strings),
		cmocka_unit_test(test_count_and_bytes),
		cmocka_unit_test(test_classes),
	};

	return cmocka_run_group_tests_name("text/utf8", tests, NULL, NULL);
}

#include "report/junit.h"

#include "report/xml.h"

void junit_document(struct buf *out, struct str name,
		    const struct junit_totals *n, struct str suites)
{
	buf_z(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites");
	xml_attribute(out, "name", name);
	xml_number(out, "tests", n->tests);
	xml_number(out, "failures", n->failures);
	xml_number(out, "errors", 0);
	buf_z(out, ">\n");
	buf_add(out, suites);
	buf_z(out, "</testsuites>\n");
}

void junit_suite(struct buf *out, struct str name,
		 const struct junit_totals *n)
{
	buf_z(out, "  <testsuite");
	xml_attribute(out, "name", name);
	xml_number(out, "tests", n->tests);
	xml_number(out, "failures", n->failures);
	xml_number(out, "errors", 0);
	xml_number(out, "skipped", n->skipped);
	buf_z(out, ">\n");
}

/* The program, as a person runs it. */
import {execFile} from "node:child_process";
import {promisify} from "node:util";

const run = promisify(execFile);

/* What it writes to standard output; `status` is the one that it must end
 * with. */
export async function ask(test, words, status = 0) {
	const options = {cwd: test.work, maxBuffer: 1 << 28, encoding: "utf8",
		env: {PATH: process.env.PATH, HOME: test.work,
		      LC_ALL: "C.UTF-8"}};
	const done = await run(test.program, words, options)
		.catch((error) => error);

	if ((done.code ?? 0) !== status)
		throw new Error(`${words.join(" ")}: ${done.code} ` +
				done.stderr);
	return done.stdout;
}

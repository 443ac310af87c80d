/** The oldest major version that has what Recado uses: `node:sqlite` without a flag, for one. */
const OLDEST = 24;

/**
 * Loads a program, unless this Node is too old for it: then one line says what is needed, and the
 * process exits with 1. An entry imports nothing else: an older Node fails on the program's imports
 * before it runs any line of it. So this file and the entries hold nothing that Node 20 lacks.
 */
export async function load(program: () => Promise<unknown>): Promise<void> {
  const { node: version } = process.versions;
  if (Number.parseInt(version, 10) >= OLDEST) return void (await program());
  process.stderr.write(
    `Node ${OLDEST} is needed, and this is ${version}: start it by npm, or with ` +
      `node_modules/.bin/node, which npm ci brings on Linux; elsewhere install Node ${OLDEST}.\n`,
  );
  process.exit(1);
}

/** The oldest major version that runs Recado, which needs `node:sqlite` without a flag. */
const OLDEST = 24;

/**
 * Loads a program. If this Node is too old for it, one line says which is needed, and the process
 * exits with 1. The entries import only this file, because an older Node would fail on the program's
 * imports before it ran a line. So this file and the entries must run on Node 20.
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

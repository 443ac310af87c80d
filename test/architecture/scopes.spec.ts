import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const METHOD = /^ {2}@(Get|Post|Put|Patch|Delete|All)\(/;

/** The routes of a controller that neither name a scope nor are public, by their first line. */
function unmarked(source: string): string[] {
  const publicClass = /^@Public\(\)/m.test(source);
  const members = source
    .split(/\n\n/)
    .filter((one) => one.split('\n').some((line) => METHOD.test(line)));
  return members
    .filter(
      (one) => !publicClass && !/^ {2}@(Needs\('(read|operate|admin)'\)|Public\(\))/m.test(one),
    )
    .map((one) =>
      one
        .split('\n')
        .find((line) => METHOD.test(line))!
        .trim(),
    );
}

// Twilio's own paths, which take the account's credentials.
const controllers = globSync('src/**/*.controller.ts').filter(
  (file) => !file.startsWith('src/simulator/twilio-api/'),
);

it('every route names the scope that it wants, by @Needs(), or is @Public()', () => {
  expect(controllers.length).toBeGreaterThan(30);
  const found = controllers.map((file) => [file, unmarked(readFileSync(file, 'utf8'))]);
  expect(found.filter(([, routes]) => routes.length)).toEqual([]);
});

it('finds a route without one', () => {
  const source =
    "@Controller('x')\nclass X {\n\n  @Get('y')\n  y() {}\n\n  @Post()\n  @Needs('read')\n  z() {}\n}";
  expect(unmarked(source)).toEqual(["@Get('y')"]);
});

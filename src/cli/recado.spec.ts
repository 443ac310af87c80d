import type { Command } from 'commander';
import { expect, it } from 'vitest';
import { SCRIPTS } from './completion/scripts.js';
import { wordsOf } from './completion/tree.js';
import { recado } from './recado.js';

function leavesOf(command: Command): Command[] {
  return command.commands.length ? command.commands.flatMap(leavesOf) : [command];
}

function helpOf(command: Command): string {
  let help = '';
  command.configureOutput({ writeOut: (text) => (help += text) });
  command.outputHelp();
  return help;
}

it.each(leavesOf(recado()).map((leaf) => [leaf.name(), leaf] as const))(
  '%s: its help has examples, and says what its exit code means',
  (_, leaf) => {
    const help = helpOf(leaf);
    expect(help).toMatch(/Examples:\n {2}\S/);
    expect(help).toMatch(/[Ee]xit(s with| codes)/);
  },
);

it('zsh and fish complete every command, with what it does', () => {
  const words = wordsOf(recado());
  const zsh = SCRIPTS.zsh(words);
  expect(zsh).toContain("'failures retry') candidates=(");
  expect(zsh).toContain("'ask:Answers a question as a first message would be");
  const fish = SCRIPTS.fish(words);
  expect(fish).toContain("-n '__fish_use_subcommand' -a trigger -d 'Sends a signed webhook");
  expect(fish).toMatch(/__fish_seen_subcommand_from failures; and .* -a retry -d/);
});

import type { Command } from 'commander';

/** What may be typed behind some words: `failures retry`, for example, or none at all. */
export interface Words {
  /** The words before it, without `recado`. */
  path: string[];
  commands: { name: string; does: string }[];
  options: { flag: string; does: string; takesValue: boolean }[];
}

/** Everything that can be typed, from the very program: what is added to it is completed, too. */
export function wordsOf(program: Command, path: string[] = []): Words[] {
  const shown = program.createHelp().visibleCommands(program);
  const commands = shown.map((one) => ({ name: one.name(), does: one.description() }));
  const options = program.createHelp().visibleOptions(program).flatMap(flagsOf);
  const inside = program.commands.flatMap((one) => wordsOf(one, [...path, one.name()]));
  return [{ path, commands, options }, ...inside];
}

function flagsOf(option: ReturnType<Command['createOption']>): Words['options'] {
  const { long, description: does, required, optional } = option;
  return long ? [{ flag: long, does, takesValue: required || optional }] : [];
}

import type { Words } from './tree.js';

/** The scripts by which shells complete what is typed. */
export const SCRIPTS = { bash, zsh, fish };

export type Shell = keyof typeof SCRIPTS;

/** `npx recado …` is completed, too, where the shell completes what stands behind `npx`. */
function bash(words: Words[]): string {
  const cases = words.map(({ path, commands, options }) => {
    const all = [...commands.map(({ name }) => name), ...options.map(({ flag }) => flag)];
    return `    ${quoted(path.join(' '))}) words=${quoted(all.join(' '))} ;;`;
  });
  return `# recado completion bash > /etc/bash_completion.d/recado, or: source <(recado completion bash)
_recado() {
  local current=\${COMP_WORDS[COMP_CWORD]} path= word words known=${quoted(pathsOf(words))}
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    [[ $known == *"|\${path:+$path }$word|"* ]] && path="\${path:+$path }$word"
  done
  case $path in
${cases.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  [[ \${#COMPREPLY[@]} -eq 0 && $current != -* ]] && COMPREPLY=($(compgen -f -- "$current"))
}
complete -o filenames -F _recado recado
`;
}

function zsh(words: Words[]): string {
  const cases = words.map(({ path, commands, options }) => {
    const all = [
      ...commands.map(({ name, does }) => described(name, does)),
      ...options.map(({ flag, does }) => described(flag, does)),
    ];
    return `    ${quoted(path.join(' '))}) candidates=(${all.join(' ')}) ;;`;
  });
  return `#compdef recado
# recado completion zsh > "\${fpath[1]}/_recado", or: source <(recado completion zsh)
_recado() {
  local path_ word known=${quoted(pathsOf(words))}
  local -a candidates
  for word in "\${(@)words[2,CURRENT-1]}"; do
    [[ $known == *"|\${path_:+$path_ }$word|"* ]] && path_="\${path_:+$path_ }$word"
  done
  case $path_ in
${cases.join('\n')}
  esac
  _describe recado candidates || _files
}
compdef _recado recado
`;
}

function fish(words: Words[]): string {
  const lines = words.flatMap(({ path, commands, options }) => {
    const seen = path.map((word) => `__fish_seen_subcommand_from ${word}`);
    const here = commands.map(({ name }) => name).join(' ');
    const none = path.length ? '' : '__fish_use_subcommand';
    const before = here ? `not __fish_seen_subcommand_from ${here}` : '';
    const when = (...more: string[]) =>
      [...seen, ...more]
        .filter(Boolean)
        .map((one) => `${one}; and `)
        .join('')
        .slice(0, -6);
    return [
      ...commands.map(
        ({ name, does }) =>
          `complete -c recado -n ${quoted(when(none || before))} -a ${name} -d ${quoted(does)}`,
      ),
      ...options.map(({ flag, does, takesValue }) => {
        const condition = when(none);
        const where = condition ? ` -n ${quoted(condition)}` : '';
        return `complete -c recado${where} -l ${flag.slice(2)}${takesValue ? ' -r' : ''} -d ${quoted(does)}`;
      }),
    ];
  });
  return `# recado completion fish > ~/.config/fish/completions/recado.fish\n${lines.join('\n')}\n`;
}

/** All paths between bars, by which the scripts tell commands from what is given to them. */
function pathsOf(words: Words[]): string {
  return `|${words.map(({ path }) => path.join(' ')).join('|')}|`;
}

function described(name: string, does: string): string {
  return quoted(`${name.replaceAll(':', '\\:')}:${does}`);
}

/** In single quotes, for all three. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

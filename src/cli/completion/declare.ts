import { Argument } from 'commander';
import { type Declaration, end, examples } from '../declaring.js';

/** `recado completion`. */
export const declareCompletion: Declaration = (program) =>
  void program
    .command('completion')
    .description('Prints a script that lets a shell complete commands and options')
    .addArgument(new Argument('<shell>').choices(['bash', 'zsh', 'fish']))
    .addHelpText(
      'after',
      examples(
        'source <(recado completion bash)',
        'recado completion zsh > "${fpath[1]}/_recado"',
        'recado completion fish > ~/.config/fish/completions/recado.fish',
      ),
    )
    .action(async (shell: 'bash' | 'zsh' | 'fish') => {
      const { SCRIPTS } = await import('./scripts.js');
      const { wordsOf } = await import('./tree.js');
      process.stdout.write(SCRIPTS[shell](wordsOf(program)));
      end(0);
    });

import type { ReplayView } from '../../timeline/replay/replay.dto.js';
import { askAdmin } from '../ask-admin.js';
import { plain } from '../terminal.js';
import { print, withRecado } from '../work.js';

/** Asks again what messages asked, and returns the exit code: 1 when an answer differs. */
export function replay(messages: string[], { json }: { json?: boolean }): Promise<number> {
  return withRecado(async (recado) => {
    let same = true;
    for (const message of messages) {
      const path = `/api/v1/messages/${encodeURIComponent(message)}/replay`;
      const view = await askAdmin<ReplayView>(recado, 'POST', path);
      print(json, { message, ...view }, () => inWords(message, view));
      same &&= view.same;
    }
    return same ? 0 : 1;
  });
}

function inWords(message: string, { asked, former, answer, same }: ReplayView): string {
  const said = (title: string, text: string) => `${title}: ${plain(text) || '(nothing)'}\n`;
  return [
    `${message}: ${same ? 'the same answer' : 'another answer'}\n`,
    said('asked', asked.join('\n')),
    same ? '' : said(`then (${former?.mode ?? 'nothing'})`, former?.text ?? ''),
    said(`now (${answer.mode ?? 'nothing'})`, answer.text),
    answer.error ? said('error', answer.error) : '',
    '\n',
  ].join('');
}

import { useMutation } from '@tanstack/react-query';
import { conversationsControllerList, savingControllerScenario } from '../../api/dist/sdk.gen.js';
import { notify } from '../../shell/notices/notify.js';
import { Press } from '../../shell/press.js';
import { usePhoneWords } from '../words.js';

/** Saves a person's conversation as a scenario, a file that can be edited and played again. */
export function SaveButton({ from, disabled }: { from: string; disabled: boolean }) {
  const words = usePhoneWords();
  const save = useMutation({
    mutationFn: () => scenarioOf(from.replace('whatsapp:', '')),
    onSuccess: (text) => (text === undefined ? notify({ message: words.notYet }) : download(text)),
    onError: ({ message }) => void notify({ message, color: 'red' }),
  });
  return (
    <Press size="tiny" disabled={disabled} busy={save.isPending} onClick={() => save.mutate()}>
      {words.save}
    </Press>
  );
}

/** Undefined while the conversation isn't there yet. */
async function scenarioOf(wa_id: string): Promise<string | undefined> {
  const { data } = await conversationsControllerList({ query: { wa_id } });
  const [conversation] = data!.items;
  if (!conversation) return undefined;
  const path = { id: conversation.id };
  const saved = await savingControllerScenario({ path, parseAs: 'text' });
  return saved.data as string;
}

function download(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/yaml' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = 'scenario.yaml';
  link.click();
  URL.revokeObjectURL(address);
}

import { Empty } from '../shell/empty.js';
import { SettingsIcon } from '../shell/icons.js';
import { Heading } from '../shell/heading.js';
import { useSettingsWords } from './words.js';

export function SettingsPage() {
  const words = useSettingsWords();
  return (
    <>
      <Heading title={words.title} />
      <Empty icon={<SettingsIcon />} title={words.empty} />
    </>
  );
}

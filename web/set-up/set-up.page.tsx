import { Empty } from '../shell/empty.js';
import { ChecklistIcon } from '../shell/icons.js';
import { Heading } from '../shell/heading.js';
import { useSetUpWords } from './words.js';

export function SetUpPage() {
  const words = useSetUpWords();
  return (
    <>
      <Heading title={words.title} />
      <Empty icon={<ChecklistIcon />} title={words.empty} />
    </>
  );
}

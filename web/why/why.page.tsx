import { Empty } from '../shell/empty.js';
import { MessageIcon } from '../shell/icons.js';
import { Heading } from '../shell/heading.js';
import { useWhyWords } from './words.js';

export function WhyPage() {
  const words = useWhyWords();
  return (
    <>
      <Heading title={words.title} />
      <Empty icon={<MessageIcon />} title={words.empty} />
    </>
  );
}

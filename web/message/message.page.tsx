import { Empty } from '../shell/empty.js';
import { MessageIcon } from '../shell/icons.js';
import { Heading } from '../shell/heading.js';
import { useMessageWords } from './words.js';

export function MessagePage() {
  const words = useMessageWords();
  return (
    <>
      <Heading title={words.title} />
      <Empty icon={<MessageIcon />} title={words.empty} />
    </>
  );
}

import { Empty } from '../shell/empty.js';
import { InboxIcon } from '../shell/icons.js';
import { Heading } from '../shell/heading.js';
import { useInboxWords } from './words.js';

export function InboxPage() {
  const words = useInboxWords();
  return (
    <>
      <Heading title={words.title} />
      <Empty icon={<InboxIcon />} title={words.empty} />
    </>
  );
}

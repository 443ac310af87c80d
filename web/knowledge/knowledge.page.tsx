import { Empty } from '../shell/empty.js';
import { BookIcon } from '../shell/icons.js';
import { Heading } from '../shell/heading.js';
import { useKnowledgeWords } from './words.js';

export function KnowledgePage() {
  const words = useKnowledgeWords();
  return (
    <>
      <Heading title={words.title} />
      <Empty icon={<BookIcon />} title={words.empty} />
    </>
  );
}

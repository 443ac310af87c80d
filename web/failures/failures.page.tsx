import { Empty } from '../shell/empty.js';
import { WarningIcon } from '../shell/icons.js';
import { Heading } from '../shell/heading.js';
import { useFailuresWords } from './words.js';

export function FailuresPage() {
  const words = useFailuresWords();
  return (
    <>
      <Heading title={words.title} />
      <Empty icon={<WarningIcon />} title={words.empty} />
    </>
  );
}

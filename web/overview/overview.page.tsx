import { Empty } from '../shell/empty.js';
import { ChartIcon } from '../shell/icons.js';
import { Heading } from '../shell/heading.js';
import { useOverviewWords } from './words.js';

export function OverviewPage() {
  const words = useOverviewWords();
  return (
    <>
      <Heading title={words.title} />
      <Empty icon={<ChartIcon />} title={words.empty} />
    </>
  );
}

import { Empty } from '../shell/empty.js';
import { PhoneIcon } from '../shell/icons.js';
import { Heading } from '../shell/heading.js';
import { usePhoneWords } from './words.js';

export function PhonePage() {
  const words = usePhoneWords();
  return (
    <>
      <Heading title={words.title} />
      <Empty icon={<PhoneIcon />} title={words.empty} />
    </>
  );
}

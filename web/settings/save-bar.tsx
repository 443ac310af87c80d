import { Button } from '@mantine/core';
import { useSettingsWords } from './words.js';

interface Props {
  count: number;
  /** Something of it was tried and fails. */
  doubtful: boolean;
  testing: boolean;
  saving: boolean;
  /** What saving makes where there is nothing yet. */
  makes?: string;
  /** Absent where nothing can be tried. */
  test?(): void;
  discard(): void;
}

/** What can be done with the changes; without any, what counts now can be tried. */
export function SaveBar(props: Props) {
  const { count, doubtful, testing, saving, makes, test, discard } = props;
  const words = useSettingsWords();
  return (
    <div className="save-bar" data-changed={count > 0 || undefined}>
      <span role="status">{count > 0 && words.unsaved(count)}</span>
      {count > 0 && (
        <Button variant="subtle" color="gray" onClick={discard}>
          {words.discard}
        </Button>
      )}
      {test && (
        <Button variant="default" loading={testing} onClick={test}>
          {words.test}
        </Button>
      )}
      <Button
        type="submit"
        disabled={!count && !makes}
        loading={saving}
        color={doubtful ? 'red.9' : undefined}
      >
        {makes ?? (doubtful ? words.saveAnyway : words.save)}
      </Button>
    </div>
  );
}

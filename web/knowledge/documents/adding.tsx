import '@mantine/dropzone/styles.css';
import { Button, Group } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useRenew } from '../../api/renew.js';
import { UploadIcon } from '../icons.js';
import { useKnowledgeWords } from '../words.js';
import { AddPage } from './add-page.js';
import { AddText } from './add-text.js';
import { UploadList } from './upload-list.js';
import { uploads } from './uploads.js';

/** The ways in: files, a page of the web, a text, which may have been begun elsewhere. */
export function Adding({ title }: { title?: string }) {
  const words = useKnowledgeWords();
  const [open, setOpen] = useState<'page' | 'text' | null>(title === undefined ? null : 'text');
  const close = () => setOpen(null);
  useFreshList();
  return (
    <>
      <Dropzone
        className="drop"
        onDrop={(files) => uploads.add(files)}
        useFsAccessApi={false}
        inputProps={{ 'aria-label': words.drop }}
      >
        <UploadIcon size={28} />
        <strong>{words.drop}</strong>
        <small>{words.dropHint}</small>
      </Dropzone>
      <Group gap="xs" mt="xs">
        <Button variant="default" size="xs" onClick={() => setOpen('page')}>
          {words.addPage}
        </Button>
        <Button variant="default" size="xs" onClick={() => setOpen('text')}>
          {words.addText}
        </Button>
      </Group>
      <UploadList />
      {open === 'page' && <AddPage onClose={close} />}
      {open === 'text' && <AddText title={title} onClose={close} />}
    </>
  );
}

/** Reads the documents again when a file was taken. */
function useFreshList(): void {
  const renew = useRenew('documents', 'passages');
  const list = useSyncExternalStore(uploads.subscribe, uploads.all);
  const taken = list.filter(({ state }) => state === 'done').length;
  useEffect(() => {
    if (taken) void renew();
  }, [taken, renew]);
}

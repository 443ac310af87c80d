import { TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import * as scopes from '../../api/dist/scopes.gen.js';
import type { DocumentView } from '../../api/dist/types.gen.js';
import { Empty } from '../../shell/empty.js';
import { Failed } from '../../shell/failed.js';
import { BookIcon } from '../../shell/icons.js';
import { Loading } from '../../shell/loading.js';
import { More } from '../../shell/more.js';
import { Time } from '../../shell/time.js';
import { Deed } from '../deed.js';
import { TrashIcon } from '../icons.js';
import { useKnowledgeWords } from '../words.js';
import { RemoveDocument } from './remove-document.js';
import { useDocuments } from './use-documents.js';

/** Beyond so many, somebody looks for one by its name. */
const MANY = 8;
/** So many are shown at once. */
const ROWS = 100;

/** All documents, with what became of each. */
export function Documents() {
  const words = useKnowledgeWords();
  const [sought, setSought] = useState('');
  const [removed, remove] = useState<DocumentView>();
  const { list, documents } = useDocuments();
  const [most, setMost] = useState(ROWS);
  if (list.error && !documents)
    return <Failed error={list.error} again={() => void list.refetch()} />;
  if (!documents) return <Loading />;
  if (!documents.length)
    return (
      <Empty icon={<BookIcon />} title={words.noDocuments}>
        {words.noDocumentsHint}
      </Empty>
    );
  const wanted = sought.trim().toLowerCase();
  const shown = documents.filter(({ title, name }) =>
    `${title}\n${name}`.toLowerCase().includes(wanted),
  );
  const rest = {
    hasNextPage: true,
    isFetchingNextPage: false,
    fetchNextPage: () => setMost(most + ROWS),
  };
  return (
    <>
      {documents.length > MANY && (
        <TextInput
          type="search"
          mt="md"
          placeholder={words.find}
          aria-label={words.find}
          value={sought}
          onChange={({ currentTarget }) => setSought(currentTarget.value)}
        />
      )}
      <table className="documents">
        <caption className="unseen">{words.documents}</caption>
        <thead>
          <tr>
            <th>{words.columns.title}</th>
            <th>{words.columns.size}</th>
            <th>{words.columns.passages}</th>
            <th>{words.columns.changed}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {shown.slice(0, most).map((document) => (
            <Row key={document.id} document={document} onRemove={() => remove(document)} />
          ))}
        </tbody>
      </table>
      {!shown.length && <p className="none">{words.noneFound}</p>}
      <More list={shown.length > most ? rest : list} />
      <RemoveDocument document={removed} onClose={() => remove(undefined)} />
    </>
  );
}

function Row({ document, onRemove }: { document: DocumentView; onRemove: () => void }) {
  const words = useKnowledgeWords();
  const { id, title, name, source, characters, chunks, updated_at } = document;
  const from = source ?? name;
  return (
    <tr>
      <th scope="row">
        <Link to="/knowledge/$id" params={{ id }} className="said" dir="auto">
          {title}
        </Link>
        {from !== title && (
          <small className="said" dir="auto">
            {from}
          </small>
        )}
      </th>
      <td className="numbers">{words.characters(characters)}</td>
      <td className="numbers">{words.passages(chunks)}</td>
      <td>
        <Time at={updated_at} />
      </td>
      <td>
        <Deed
          do={scopes.documentsControllerRemove}
          label={words.removeNamed(title)}
          title={words.remove}
          icon={<TrashIcon size={18} />}
          onClick={onRemove}
        />
      </td>
    </tr>
  );
}

import { Button, Group, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import * as scopes from '../../api/dist/scopes.gen.js';
import { May } from '../../shell/may.js';
import { documentsControllerOneOptions } from '../../api/dist/@tanstack/react-query.gen.js';
import type { WholeDocument } from '../../api/dist/types.gen.js';
import { Failed } from '../../shell/failed.js';
import { Heading } from '../../shell/heading.js';
import { Loading } from '../../shell/loading.js';
import { Time } from '../../shell/time.js';
import { RemoveDocument } from '../documents/remove-document.js';
import { BackIcon } from '../icons.js';
import '../knowledge.css';
import { useKnowledgeWords } from '../words.js';
import './document.css';
import { Passages } from './passages.js';

/** A document: what is searched of it, and its text. */
export function DocumentPage() {
  const words = useKnowledgeWords();
  const { id } = useParams({ strict: false }) as { id: string };
  const document = useQuery(documentsControllerOneOptions({ path: { id } }));
  return (
    <div className="knowledge">
      <Link to="/knowledge" className="back">
        <BackIcon size={16} /> {words.back}
      </Link>
      {document.error && (
        <>
          <Heading title={words.title} />
          <Failed error={document.error} again={() => void document.refetch()} />
        </>
      )}
      {document.isPending && <Loading />}
      {document.data && <Whole document={document.data} />}
    </div>
  );
}

function Whole({ document }: { document: WholeDocument }) {
  const words = useKnowledgeWords();
  const navigate = useNavigate();
  const [removing, setRemoving] = useState(false);
  const { id, title, text } = document;
  return (
    <article className="document">
      <Heading title={title}>
        <May do={scopes.documentsControllerRemove}>
          <Button variant="default" size="xs" onClick={() => setRemoving(true)}>
            {words.remove}
          </Button>
        </May>
      </Heading>
      <Facts document={document} />
      <Tabs defaultValue="passages" mt="md">
        <Tabs.List>
          <Tabs.Tab value="passages">{words.asPassages}</Tabs.Tab>
          <Tabs.Tab value="text">{words.asText}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="passages">
          <Passages id={id} />
        </Tabs.Panel>
        <Tabs.Panel value="text">
          <pre className="said whole" dir="auto" tabIndex={0}>
            {text}
          </pre>
        </Tabs.Panel>
      </Tabs>
      <RemoveDocument
        document={removing ? document : undefined}
        onRemoved={() => void navigate({ to: '/knowledge' })}
        onClose={() => setRemoving(false)}
      />
    </article>
  );
}

function Facts({ document }: { document: WholeDocument }) {
  const words = useKnowledgeWords();
  const { name, title, source, characters, chunks, updated_at, metadata } = document;
  return (
    <>
      <Group component="p" gap="xs" className="facts">
        <span>{words.characters(characters)}</span>
        <span>{words.passages(chunks)}</span>
        <span>
          {words.columns.changed.toLowerCase()} <Time at={updated_at} />
        </span>
        {source ? (
          <span>
            {words.source}{' '}
            <a href={source} target="_blank" rel="noreferrer noopener" className="said">
              {source}
            </a>
          </span>
        ) : (
          name !== title && (
            <span>
              {words.file} <bdi className="said">{name}</bdi>
            </span>
          )
        )}
      </Group>
      {Object.keys(metadata).length > 0 && (
        <details className="metadata">
          <summary>{words.metadata}</summary>
          <dl>
            {Object.entries(metadata).map(([key, value]) => (
              <div key={key}>
                <dt className="said">{key}</dt>
                <dd className="said" dir="auto">
                  {value}
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </>
  );
}

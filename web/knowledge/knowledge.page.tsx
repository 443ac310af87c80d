import { Tabs } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import * as scopes from '../api/dist/scopes.gen.js';
import { May } from '../shell/may.js';
import { Heading } from '../shell/heading.js';
import { Answers } from './answers/answers.js';
import { Adding } from './documents/adding.js';
import { Documents } from './documents/documents.js';
import './knowledge.css';
import { Suggestions } from './suggestions/suggestions.js';
import { Try } from './trying/try.js';
import { useKnowledgeWords } from './words.js';

const VIEWS = ['documents', 'answers', 'suggested', 'try'] as const;
type View = (typeof VIEWS)[number];

/** What the address says besides its path; anybody may have written it. */
function useAddress() {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const textOf = (value: unknown) =>
    typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  const view = VIEWS.find((one) => one === search.view) ?? 'documents';
  return { view, title: textOf(search.title), question: textOf(search.question) };
}

/** What the business knows: its documents, the operator's own answers, and what comes of both. */
export function KnowledgePage() {
  const words = useKnowledgeWords();
  const navigate = useNavigate();
  const { view, title, question } = useAddress();
  const open = (next: View) =>
    void navigate({
      to: '/knowledge',
      search: (next === 'documents' ? {} : { view: next }) as never,
    });
  return (
    <div className="knowledge">
      <Heading title={words.title} />
      <Tabs value={view} onChange={(next) => open(next as View)} keepMounted={false}>
        <Tabs.List>
          {VIEWS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {words.views[one]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="documents" pt="md">
          <May do={scopes.documentsControllerAdd} note>
            <Adding key={title} title={title} />
          </May>
          <Documents />
        </Tabs.Panel>
        <Tabs.Panel value="answers" pt="md">
          <Answers question={question} />
        </Tabs.Panel>
        <Tabs.Panel value="suggested" pt="md">
          <Suggestions />
        </Tabs.Panel>
        <Tabs.Panel value="try" pt="md">
          <Try question={question} />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}

/** What stands before a text, so that the model knows what it is. */
export interface Prefixes {
  query: string;
  passage: string;
}

const NONE: Prefixes = { query: '', passage: '' };

/**
 * The families of models that tell questions from documents by a prefix, each as its makers say:
 * intfloat/multilingual-e5-small, nomic-ai/nomic-embed-text-v1.5, BAAI/bge-base-en-v1.5,
 * mixedbread-ai/mxbai-embed-large-v1, Snowflake/snowflake-arctic-embed-l-v2.0, google/embeddinggemma-300m
 * (their pages on huggingface.co). The first that fits a name counts. bge-m3, gte, jina and OpenAI's
 * take the bare text.
 */
const FAMILIES: [name: RegExp, prefixes: Prefixes][] = [
  [/\be5\b.*instruct/, { query: instruct('Query: '), passage: '' }],
  [/\be5\b/, { query: 'query: ', passage: 'passage: ' }],
  [/nomic-embed/, { query: 'search_query: ', passage: 'search_document: ' }],
  [/bge-m3/, NONE],
  [/bge-.*-zh/, { query: '为这个句子生成表示以用于检索相关文章：', passage: '' }],
  [/bge-|mxbai-embed/, { query: short(), passage: '' }],
  [/arctic-embed.*v2/, { query: 'query: ', passage: '' }],
  [/arctic-embed/, { query: short(), passage: '' }],
  [/embeddinggemma/, { query: 'task: search result | query: ', passage: 'title: none | text: ' }],
  [/qwen3-embedding/, { query: instruct('Query:'), passage: '' }],
];

/** The prefixes of a model by its name, which may have a path before it and a size after it. */
export function prefixesOf(model: string): Prefixes {
  const name = model.toLowerCase().replaceAll('_', '-');
  return FAMILIES.find(([pattern]) => pattern.test(name))?.[1] ?? NONE;
}

function short(): string {
  return 'Represent this sentence for searching relevant passages: ';
}

function instruct(label: string): string {
  const task = 'Given a web search query, retrieve relevant passages that answer the query';
  return `Instruct: ${task}\n${label}`;
}

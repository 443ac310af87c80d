import Papa from 'papaparse';
import { asMarkdown } from '../layout/escape.js';
import type { Found } from '../read-file.js';

/** The words that head columns of questions and answers. */
const QUESTION = /^(preguntas?( frecuentes?)?|questions?|q|faqs?)$/i;
const ANSWER = /^(respuestas?|answers?|a|r|reply|replies)$/i;

/**
 * Reads a table whose values are parted by a comma, a semicolon (as Excel writes in much of the
 * world), a tab or a bar. Questions and answers become a section each; anything else is a table of
 * Markdown whose head is the first row.
 */
export function readCsv(text: string): Found {
  const rows = rowsOf(text);
  const questions = questionsOf(rows);
  return { text: questions ?? tableOf(rows), format: 'markdown' };
}

function rowsOf(text: string): string[][] {
  // Excel reads, and some programs write, a first line that names the sign.
  const said = /^\uFEFF?sep=(.)\r?\n/i.exec(text);
  const { data } = Papa.parse<string[]>(said ? text.slice(said[0].length) : text, {
    delimiter: said?.[1],
    delimitersToGuess: [';', ',', '\t', '|'],
    skipEmptyLines: 'greedy',
  });
  const rows = data.map((row) => row.map((value) => value.trim()));
  const used = Math.max(0, ...rows.map((row) => row.findLastIndex(Boolean) + 1));
  return rows.map((row) => Array.from({ length: used }, (_, column) => row[column] ?? ''));
}

/** The sections of questions and answers, or undefined where the rows are something else. */
function questionsOf(rows: string[][]): string | undefined {
  const head = rows[0] ?? [];
  const named = [QUESTION, ANSWER].map((name) => head.findIndex((value) => name.test(value)));
  if (!named.includes(-1)) return sections(rows.slice(1), named[0], named[1], head);
  const asks = rows.map(([first]) => first.endsWith('?'));
  const asked = asks.filter(Boolean).length;
  if (head.length !== 2 || asked < rows.length / 2) return undefined;
  // The only row that asks nothing, if it is the first, names the columns.
  const headed = !asks[0] && asked === rows.length - 1;
  return sections(headed ? rows.slice(1) : rows, 0, 1, head);
}

/** Further columns, such as a category, follow the answer under their name. */
function sections(rows: string[][], question: number, answer: number, head: string[]): string {
  return rows
    .filter((row) => row[question] && row[answer])
    .map((row) => {
      const further = row.flatMap((value, column) =>
        value && column !== question && column !== answer ? [`${head[column]}: ${value}`] : [],
      );
      return [`## ${inLine(row[question])}`, row[answer], ...further].join('\n\n');
    })
    .join('\n\n');
}

/** A first line with one value only is the table's name. */
function tableOf(rows: string[][]): string {
  const named = rows.length > 1 && rows[0].filter(Boolean).length === 1 && rows[0].length > 1;
  const [head = [], ...rest] = named ? rows.slice(1) : rows;
  const line = (row: string[]) => `| ${row.map(cellOf).join(' | ')} |`;
  const rule = `|${' --- |'.repeat(head.length)}`;
  const table = head.length ? [line(head), rule, ...rest.map(line)] : [];
  return [...(named ? [rows[0].map(cellOf).join(''), ''] : []), ...table].join('\n');
}

function cellOf(value: string): string {
  return asMarkdown(inLine(value)).replaceAll('|', '\\|');
}

function inLine(value: string): string {
  return value.replace(/\s+/g, ' ');
}

import { createRequire } from 'node:module';

/** Its declarations name no module that could be imported. */
const { createDocument } = createRequire(import.meta.url)('@mixmark-io/domino') as {
  createDocument(html: string, force: boolean): unknown;
};

/** What is used here of a node of a page; domino has no types of its own for it. */
export interface Element {
  readonly nodeName: string;
  readonly parentNode: Element | null;
  textContent: string;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): ArrayLike<Element>;
  closest(selector: string): Element | null;
  cloneNode(deep: boolean): Element;
  appendChild(child: Element): void;
  before(...others: Element[]): void;
  replaceWith(...others: Element[]): void;
  remove(): void;
  readonly childNodes: ArrayLike<Element>;
}

export interface Page extends Element {
  readonly title: string;
  readonly body: Element;
  createElement(name: string): Element;
}

export function parse(html: string): Page {
  return createDocument(html, true) as Page;
}

/** All within `node` that `selector` names, in a list that a change of the page leaves as it is. */
export function all(node: Element, selector: string): Element[] {
  return Array.from(node.querySelectorAll(selector));
}

/** Moves these into `node`, after what it holds. */
export function append(node: Element, children: ArrayLike<Element>): void {
  for (const child of Array.from(children)) node.appendChild(child);
}

/** Puts what is within `node` in its place. */
export function unwrap(node: Element): void {
  node.replaceWith(...Array.from(node.childNodes));
}

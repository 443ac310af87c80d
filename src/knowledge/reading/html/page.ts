import { addressOf } from '../file-name.js';
import { all, append, type Element, type Page, parse, unwrap } from './dom.js';

/** What holds nothing to read, or what the page's visitors don't see. */
const UNREAD = `script, style, noscript, template, iframe, object, embed, svg, math, canvas, audio,
  video, button, input, select, textarea, label, datalist, progress, map, nav, [role=navigation],
  [role=search], [role=menu], [role=menubar], [role=dialog], [role=alertdialog],
  dialog:not([open]), [hidden], [aria-hidden=true], [aria-modal=true]`;

const UNSEEN =
  /(^|;)\s*(display\s*:\s*none|visibility\s*:\s*(hidden|collapse)|(opacity|font-size)\s*:\s*0*\.?0*(px|em|rem|pt|%)?\s*(;|!|$))/i;

/** The edges of a page, outside of its content. */
const EDGES = 'header, footer, aside, [role=banner], [role=contentinfo], [role=complementary]';
const CONTENT = 'main, [role=main], article';

/**
 * A page of HTML with what its visitors read of it: the main content, and of its footer what is
 * more than links, because an address or the opening hours often stand only there. Scripts, menus
 * and what is hidden are gone. Links are absolute where `name`, or the page, says its address.
 */
export function pageOf(html: string, name: string): Page {
  const page = parse(html);
  const base = baseOf(page, name);
  for (const node of all(page.body, UNREAD)) node.remove();
  for (const node of all(page.body, '[style]'))
    if (UNSEEN.test(node.getAttribute('style')!)) node.remove();
  for (const edge of all(page.body, EDGES)) if (!edge.closest(CONTENT)) keepFacts(edge);
  keepMain(page);
  for (const link of all(page.body, 'a')) settle(link, base);
  return page;
}

/** A link of an edge that has a number may be an address or a phone; others lead elsewhere. */
function keepFacts(edge: Element): void {
  for (const link of all(edge, 'a')) if (!/\d/.test(link.textContent)) link.remove();
  for (const item of all(edge, 'li')) if (!item.textContent.trim()) item.remove();
}

/** Where the page says what its main content is, only that and its footer are kept. */
function keepMain(page: Page): void {
  const mains = all(page.body, 'main, [role=main]').filter(
    (node) => node.textContent.trim() && !node.parentNode?.closest('main, [role=main]'),
  );
  if (!mains.length) return;
  const footers = all(page.body, 'footer, [role=contentinfo], address').filter(
    (node) =>
      !node.closest(CONTENT) && !node.parentNode?.closest('footer, [role=contentinfo], address'),
  );
  const kept = [...mains, ...footers.filter(({ textContent }) => /\d/.test(textContent))];
  for (const node of kept) node.remove();
  for (const node of Array.from(page.body.childNodes)) node.remove();
  append(page.body, kept);
}

/** The address that links are relative to: the page's own, unless it names another. */
function baseOf(page: Page, name: string): URL | undefined {
  const address = addressOf(name);
  const own = page.querySelector('base[href]')?.getAttribute('href');
  const canonical = page.querySelector('link[rel=canonical][href]')?.getAttribute('href');
  return (
    (own && URL.parse(own, address?.href)) ||
    address ||
    (canonical && URL.parse(canonical)) ||
    undefined
  );
}

/** A link that leads nowhere outside of the page, or to a script, is only its text. */
function settle(link: Element, base: URL | undefined): void {
  const href = link.getAttribute('href')?.trim() ?? '';
  const address = /^(#|$)/.test(href) ? null : URL.parse(href, base?.href);
  const text = link.textContent.trim();
  if (address && text && /^(https?|mailto|tel|whatsapp):$/.test(address.protocol))
    link.setAttribute('href', address.href);
  else unwrap(link);
}

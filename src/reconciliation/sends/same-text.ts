/**
 * What Twilio's smart encoding writes in the place of characters that look alike
 * (https://www.twilio.com/docs/messaging/services/smart-encoding-char-list). The list is longer for
 * rare characters; NFKC covers most of those.
 */
const LOOKALIKES: [RegExp, string][] = [
  [/[\u00ab\u00bb\u201c\u201d\u201e\u201f\u02ba\u02ee\u275d\u275e\u301d\u301e\uff02]/g, '"'],
  [/[\u2018\u2019\u201a\u201b\u02bb\u02bc\u02bd\u02c8\u2039\u203a\u275b\u275c\uff07`\u00b4]/g, "'"],
  [/[\u2010-\u2015\u2043\u2212\u23af\ufe58\ufe63\uff0d]/g, '-'],
  [/[\u2022\u00b7\u2219\u22c5]/g, '.'],
  [/\u2026/g, '...'],
];

/** Characters without a width, which smart encoding takes out. */
const INVISIBLE = /\u00ad|\u180e|[\u200b-\u200f]|\u2060|\ufe0e|\ufe0f|\ufeff/g;

/**
 * Whether a listed text is the one that was sent. Twilio trims texts, writes line breaks anew, and with
 * smart encoding replaces characters by others that look alike: none of that makes another text.
 */
export function sameText(one: string, other: string): boolean {
  return one === other || plain(one) === plain(other);
}

function plain(text: string): string {
  let plainer = text.normalize('NFKC').replace(INVISIBLE, '');
  for (const [found, instead] of LOOKALIKES) plainer = plainer.replace(found, instead);
  return plainer.replace(/\s+/g, ' ').trim();
}

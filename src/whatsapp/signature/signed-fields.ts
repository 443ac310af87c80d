/** Twilio's forms have some sixty fields. */
const USUAL = 500;

/**
 * The form as Twilio signs it (https://www.twilio.com/docs/usage/security): each name followed by
 * its value, sorted by name. A repeated field counts each of its values once.
 */
export function signedFields(form: Record<string, unknown>): string {
  const known = joined.get(form);
  if (known !== undefined) return known;
  const names = Object.keys(form).sort();
  const fields = names.map((name) => fieldOf(name, form[name])).join('');
  joined.set(form, fields);
  return fields;
}

/** The check and the hint of a request need it both. */
const joined = new WeakMap<object, string>();

function fieldOf(name: string, value: unknown): string {
  if (!Array.isArray(value)) return name + String(value);
  const values = [...new Set(value)].map(String).sort();
  return values.map((one) => name + one).join('');
}

/**
 * The form in which Twilio's validator checks it. The validator sorts all fields anew for each form of
 * an address and each token: 64 KiB of small fields, which anybody can send, cost it 14 ms each time.
 * What has more fields than Twilio's forms is sorted once, and becomes one field, which is signed alike.
 */
export function checkedForm(form: Record<string, unknown>): Record<string, unknown> {
  const count = Object.values(form).reduce(
    (n: number, v) => n + (Array.isArray(v) ? v.length : 1),
    0,
  );
  return count > USUAL ? { [signedFields(form)]: '' } : form;
}

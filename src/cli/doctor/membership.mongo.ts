import mongoose from 'mongoose';

/** What a server is by its own words; `set` is the name of the replica set that it is in. */
export type Membership = 'standalone' | 'not initiated' | { set: string };

/** Milliseconds for one server. */
const TIMEOUT_MS = 1500;

/** The hosts of an address, and its options. Of `mongodb+srv` there are none: DNS has them. */
const ADDRESS = /^mongodb:\/\/(?:[^@/]*@)?([^/?]+)(?:\/[^?]*)?(?:\?(.*))?$/;

/**
 * What the first server of an address that answers says that it is, whatever set the address names.
 * Undefined when none answers. It is asked without a user: a set that isn't initiated knows none.
 */
export async function membershipOf(uri: string): Promise<Membership | undefined> {
  const [, hosts = '', options = ''] = ADDRESS.exec(uri) ?? [];
  for (const host of hosts.split(',').filter(Boolean)) {
    const membership = await ask(host, options).catch(() => undefined);
    if (membership) return membership;
  }
  return undefined;
}

async function ask(host: string, options: string): Promise<Membership | undefined> {
  const secured = options.split('&').filter((option) => /^(tls|ssl)/i.test(option));
  const query = ['directConnection=true', ...secured].join('&');
  const patience = { serverSelectionTimeoutMS: TIMEOUT_MS, connectTimeoutMS: TIMEOUT_MS };
  const client = new mongoose.mongo.MongoClient(`mongodb://${host}/?${query}`, patience);
  try {
    const hello = await client.db('admin').command({ hello: 1 });
    if (hello.setName) return { set: hello.setName as string };
    if (hello.isreplicaset) return 'not initiated';
    // A router of a sharded cluster says so, and is neither.
    return hello.msg === 'isdbgrid' ? undefined : 'standalone';
  } finally {
    await client.close();
  }
}

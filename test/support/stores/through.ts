import { Mongo } from '../../../src/storage/mongo/mongo.js';
import { freshMongoUri } from './stores.js';

/** Where two connections to one database end, one of them by a way. */
export interface Through<Way> {
  way: Way;
  mongo: Mongo;
  direct: Mongo;
  /** Drops the database, and closes all. */
  end(): Promise<void>;
}

/** A fresh database on the tests' MongoDB, reached by a way on which things happen, and straight. */
export async function mongoThrough<Way extends { port: number; close(): void }>(
  wayTo: (port: number) => Promise<Way>,
  options: string,
): Promise<Through<Way>> {
  const { href, port, pathname } = new URL(freshMongoUri());
  const way = await wayTo(Number(port));
  const direct = await Mongo.open(href);
  const mongo = await Mongo.open(`mongodb://127.0.0.1:${way.port}${pathname}?${options}`);
  return {
    way,
    direct,
    mongo,
    async end() {
      await mongo.close();
      way.close();
      await direct.connection.dropDatabase();
      await direct.close();
    },
  };
}

import { expect, it } from 'vitest';
import { UploadPlaces } from './upload-places.js';

it('lets in as many as there are places, and the next one when a place is given back', async () => {
  const places = new UploadPlaces(2);
  const inside: string[] = [];
  const enter = (name: string) =>
    places.take().then((leave) => {
      inside.push(name);
      return leave;
    });
  const [leaveA, leaveB] = [await enter('a'), await enter('b')];
  const [c, d] = [enter('c'), enter('d')];
  await Promise.resolve();
  expect(inside).toEqual(['a', 'b']);
  leaveB();
  const leaveC = await c;
  expect(inside).toEqual(['a', 'b', 'c']);
  leaveA();
  leaveC();
  (await d)();
  expect(inside).toEqual(['a', 'b', 'c', 'd']);
  await Promise.all([enter('e'), enter('f')]);
  expect(inside).toHaveLength(6);
});

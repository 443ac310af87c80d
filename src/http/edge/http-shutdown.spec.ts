import { Controller, Get, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { expect, it } from 'vitest';
import { HttpShutdown } from './http-shutdown.js';

let arrived: () => void;
let answer: () => void;
const running = new Promise<void>((resolve) => (arrived = resolve));
const answered = new Promise<void>((resolve) => (answer = resolve));

@Controller()
class SlowController {
  @Get()
  async slow() {
    arrived();
    await answered;
    return { done: true };
  }
}

@Module({ controllers: [SlowController], providers: [HttpShutdown] })
class SlowModule {}

it('lets a request that runs come to its answer, and takes no new one', async () => {
  const module = await Test.createTestingModule({ imports: [SlowModule] }).compile();
  const app = module.createNestApplication();
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  const request = fetch(url);
  await running;
  const closed = app.close();
  await expect.poll(() => app.getHttpServer().listening).toBe(false);
  await expect(fetch(url)).rejects.toThrow('fetch failed');
  answer();
  expect(await (await request).json()).toEqual({ done: true });
  await closed;
});

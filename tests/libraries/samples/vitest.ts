import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, suite, test } from 'vitest';
import nodeTest, { before, describe as group, it as does } from 'node:test';

void beforeAll(() => undefined);
//   ^? ?
void beforeEach(() => undefined);
//   ^? ?
void afterAll(() => undefined);
//   ^? ?
void afterEach(() => undefined);
//   ^? ?
void describe('shop', () => {
//   ^? ?
  void it('sells', () => expect(1).toBe(1));
//     ^? ?
  void test('buys', () => undefined);
//     ^? ?
});
void suite('shop', () => undefined);
//   ^? ?
void it.skip('sells', () => undefined);
//      ^? ?
void test.concurrent('sells', () => undefined);
//        ^? ?
void describe.each([1])('%s', () => undefined);
//   ^? ?
void expect(1);
//   ^? ?

void nodeTest('sells', () => undefined);
//   ^? ?
void group('shop', () => undefined);
//   ^? ?
void does('sell', () => undefined);
//   ^? ?
void before(() => undefined);
//   ^? ?

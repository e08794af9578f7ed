import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, suite, test } from 'vitest';
import nodeTest, { before, describe as group, it as does } from 'node:test';

void beforeAll(() => undefined);
//   ^? declares test
void beforeEach(() => undefined);
//   ^? declares test
void afterAll(() => undefined);
//   ^? declares test
void afterEach(() => undefined);
//   ^? declares test
void describe('shop', () => undefined);
//   ^? declares test
void it('sells', () => expect(1).toBe(1));
//   ^? declares test
void test('buys', () => undefined);
//   ^? declares test
void suite('shop', () => undefined);
//   ^? declares test
void it.skip('sells', () => undefined);
//      ^? unknown
void test.concurrent('sells', () => undefined);
//        ^? unknown
void expect(1);
//   ^? unknown

void nodeTest('sells', () => undefined);
//   ^? declares test
void group('shop', () => undefined);
//   ^? declares test
void does('sell', () => undefined);
//   ^? declares test
void before(() => undefined);
//   ^? declares test

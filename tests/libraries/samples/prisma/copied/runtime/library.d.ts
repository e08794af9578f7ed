/** What `prisma-client-js` copies beside a client that it writes into a folder of the project's, in small. */
export declare namespace Public {
  interface PrismaPromise<T> extends Promise<T> {
    [Symbol.toStringTag]: 'PrismaPromise';
  }
}

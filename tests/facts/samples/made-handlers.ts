/** Functions that are given a handler and make another one of it: when the handler runs, whoever calls what they made says. */
declare function respond(work: () => Promise<unknown>): Promise<void>;

const makeHandler = (name: string) => (handler: () => Promise<unknown>) => {
  const wrapped = async (): Promise<void> => {
    if (name !== '') await respond(handler);
  };
  return { name, wrapped, handler };
};

// want runs-at-start: no
async function load(): Promise<number> {
  return 1;
}

export const route = makeHandler('load')(async () => load());

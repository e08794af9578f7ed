/** OpenAI. Every method takes its request's options last; a request may take ten minutes, and is retried after that. */
import type { LibraryModel } from '../vocabulary.js';

/** `create(body, options)`, `retrieve(id, options)`. */
const second = {
  waitsFor: 'network',
  signal: 'arg1.signal',
  timeout: { at: 'arg1.timeout', default: 600_000 },
} as const;
/** `update(id, body, options)`. */
const third = {
  waitsFor: 'network',
  signal: 'arg2.signal',
  timeout: { at: 'arg2.timeout', default: 600_000 },
} as const;
/** Several resources have a class of this name, with the options in different places. */
const somewhere = { waitsFor: 'network' } as const;
/** The stream is returned at once: what waits is who reads it. */
const streamed = { signal: 'arg1.signal', timeout: { at: 'arg1.timeout', default: 600_000 } } as const;

export const openai = {
  package: 'openai',
  tested: '6.x, 7.x',
  docs: 'https://github.com/openai/openai-node#readme',
  types: {
    OpenAI: 'client',
    AzureOpenAI: 'client',
    Page: 'page',
    CursorPage: 'page',
    ConversationCursorPage: 'page',
    NextCursorPage: 'page',
  },
  // Whatever is not listed below.
  results: { APIPromise: { waitsFor: 'network' }, PagePromise: { waitsFor: 'network' } },
  names: ['archive', 'cancel', 'createAndRun', 'delete', 'list', 'listFiles', 'listItems', 'remix', 'update'],
  calls: {
    'Completions#create': second,
    'Completions#parse': second,
    'Completions#stream': streamed,
    'Completions#list': second,
    'Completions#retrieve': second,
    'Completions#update': third,
    'Completions#delete': second,
    'Responses#create': second,
    'Responses#parse': second,
    'Responses#stream': streamed,
    'Responses#retrieve': somewhere,
    'Responses#cancel': somewhere,
    'Responses#delete': somewhere,
    'Conversations#create': second,
    'Embeddings#create': second,
    'Moderations#create': second,
    'Images#generate': second,
    'Images#edit': second,
    'Images#createVariation': second,
    'Videos#create': second,
    'Videos#retrieve': second,
    'Speech#create': second,
    'Transcriptions#create': second,
    'Translations#create': second,
    'Models#list': {
      waitsFor: 'network',
      signal: 'arg0.signal',
      timeout: { at: 'arg0.timeout', default: 600_000 },
    },
    'Models#retrieve': second,
    'Batches#create': second,
    'Batches#retrieve': second,
    'Batches#cancel': second,
    'Files#create': somewhere,
    'Files#list': somewhere,
    'Files#retrieve': somewhere,
    'Files#content': somewhere,
    'Files#delete': somewhere,
    // These ask again and again until the server is done.
    'Files#waitForProcessing': somewhere,
    'Files#poll': third,
    'Files#uploadAndPoll': third,
    'Uploads#create': second,
    'Uploads#complete': third,
    'Jobs#create': second,
    'Jobs#retrieve': second,
    'VectorStores#create': second,
    'VectorStores#retrieve': second,
    'VectorStores#search': third,
    'Threads#create': second,
    'Messages#create': third,
    'Messages#list': third,
    'Runs#create': third,
    'Runs#createAndPoll': third,
    'Runs#poll': third,
    'Runs#retrieve': third,
    'AbstractPage#getNextPage': { waitsFor: 'network' },
    'OpenAI#get': second,
    'OpenAI#post': second,
    'OpenAI#put': second,
    'OpenAI#patch': second,
    'OpenAI#delete': second,
    // Computed here: a signature over the body.
    'Webhooks#unwrap': { waitsFor: 'nothing' },
    'Webhooks#verifySignature': { waitsFor: 'nothing' },
  },
} as const satisfies LibraryModel;

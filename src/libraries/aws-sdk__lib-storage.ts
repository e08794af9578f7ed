/** Uploads of any size to Amazon S3, in parts. `done` waits for all of them; at most four are in flight unless told otherwise. */
import type { LibraryModel } from '../vocabulary.js';

export const awsSdkLibStorage = {
  package: '@aws-sdk/lib-storage',
  tested: '3.x',
  docs: 'https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/Package/-aws-sdk-lib-storage/',
  calls: {
    'Upload#done': { waitsFor: 'network' },
  },
} as const satisfies LibraryModel;

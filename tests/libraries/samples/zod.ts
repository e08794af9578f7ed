import { z } from 'zod';

export const schema = z.object({ ids: z.array(z.string()).min(1).max(100) });
//                                                               ^? atMost arg0
await schema.parseAsync({});
//           ^? waitsFor nothing

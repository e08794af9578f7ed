import { createClient } from '@supabase/supabase-js';

declare const signal: AbortSignal;
const supabase = createClient('https://localhost', 'key');
supabase;
// ^? role client
await supabase.from('users').select('*');
//             ^? unknown
//                           ^? waitsFor network
await supabase.from('users').select('*').eq('id', 1).single();
//                                       ^? waitsFor network
//                                                   ^? waitsFor network
await supabase.from('users').insert({ id: 1 });
//                           ^? waitsFor network
await supabase.from('users').update({ name: 'a' }).eq('id', 1);
//                                                 ^? waitsFor network
await supabase.from('users').select('*').abortSignal(signal);
//                                       ^? waitsFor network, signal arg0
await supabase.rpc('rank', { id: 1 });
//             ^? waitsFor network
await supabase.auth.getUser();
//                  ^? waitsFor network
await supabase.auth.signInWithPassword({ email: '', password: '' });
//                  ^? waitsFor network
await supabase.auth.admin.deleteUser('id');
//                        ^? waitsFor network
await supabase.storage.from('b').upload('p', 'text');
//                     ^? unknown
//                               ^? waitsFor network
await supabase.storage.from('b').download('p');
//                               ^? waitsFor network
await supabase.storage.createBucket('b');
//                     ^? waitsFor network
await supabase.functions.invoke('f', { body: {}, signal });
//                       ^? waitsFor network, signal arg1.signal

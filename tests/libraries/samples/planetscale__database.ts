import { Client, connect } from '@planetscale/database';

const client = new Client({ url: 'mysql://localhost' });
client;
// ^? role pool
await client.execute('SELECT 1');
//           ^? waitsFor network, queries {sql arg0}
const connection = connect({ url: 'mysql://localhost' });
//                 ^? unknown
await connection.execute('SELECT * FROM users WHERE id = ?', [1]);
//               ^? waitsFor network, queries {sql arg0}
await connection.transaction(async tx => {
  //             ^? waitsFor network, scope {kind transaction, body arg0, handle arg0.param0}
  void tx;
  //   ^? role transaction
  await tx.execute('UPDATE users SET name = ? WHERE id = ?', ['a', 1]);
  //       ^? waitsFor network, queries {sql arg0}
});
await client.transaction(async tx => tx.execute('SELECT 1'));
//           ^? waitsFor network, scope {kind transaction, body arg0, handle arg0.param0}

/** Cases of `prefer-enqueue` about lists that belong to one thing, which only the option `partsOfOne` reports. */
import { reported, silent } from './prefer-enqueue.cases.js';

/** A worker over what a method finds, whatever that is given. */
const service = (methods: string, job: string, imports = '') =>
  `import { Worker } from 'bullmq';
   import { LessThan, type Repository } from 'typeorm';${imports}
   interface Member extends Workspace { readonly workspaceId: string; readonly status: string; readonly until: Date }
   export class Members {
     constructor(private readonly members: Repository<Member>, private readonly workspaceId: string) {}
     ${methods}
     private async send(member: Member): Promise<void> { await bill(member); await touch(member); }
   }
   export const start = (members: Members) => new Worker<{ workspaceId: string }>('all', async job => { ${job} });`;

const work = 'this.send -> bill -> pool.query';

/** One finding on the loop that is spelled `for (const member`, by the code of {@link service}. */
const found = (name: string, methods: string, job: string, collection: string) => {
  const code = service(methods, job);
  const before = code.slice(0, code.indexOf('for (const member')).split('\n');
  return reported(name, code, {
    line: before.length,
    column: (before.at(-1) ?? '').length + 1,
    work,
    collection,
  });
};

/** One finding whether the option is set or not. */
const always = (name: string, methods: string, job: string, collection: string) => [
  found(name, methods, job, collection),
  {
    ...found(`${name}, with the option`, methods, job, collection),
    options: [{ partsOfOne: true }] as const,
  },
];

/** None, but one with the option. */
const onRequest = (name: string, methods: string, job: string, collection: string) => ({
  silent: silent(name, service(methods, job)),
  reported: {
    ...found(`${name}, asked for`, methods, job, collection),
    options: [{ partsOfOne: true }] as const,
  },
});

const parts = [
  onRequest(
    'the members of the one workspace that the job names',
    `async mail(workspaceId: string) { for (const member of await this.members.find({ where: { workspaceId } })) await this.send(member); }`,
    'await members.mail(job.data.workspaceId);',
    'await this.members.find({ where: { workspaceI…',
  ),
  onRequest(
    'the same behind a method that finds them',
    `async mail(id: string) { for (const member of await this.of(id)) await this.send(member); }
     private of(workspaceId: string) { return this.members.findBy({ workspaceId }); }`,
    'await members.mail(job.data.workspaceId);',
    'await this.of(id)',
  ),
  onRequest(
    'SQL text with a list of ids among its values',
    `async mail(id: string) {
       const { rows } = await pool.query<Member>('select * from members where until < $1 and workspace in ($2, $3)', [1, id, id]);
       for (const member of rows) await this.send(member);
     }`,
    'await members.mail(job.data.workspaceId);',
    'rows',
  ),
  onRequest(
    'the same by a filter that is made before, and is handed on',
    `async mail(id: string) { for (const member of await this.by({ workspaceId: id })) await this.send(member); }
     private by(query: { workspaceId: string }) { const where = { ...query, status: 'open' }; return this.members.find({ where }); }`,
    'await members.mail(job.data.workspaceId);',
    'await this.by({ workspaceId: id })',
  ),
  onRequest(
    'the members of the workspace of one row',
    `async mail(id: string) {
       const own = await this.members.findOneByOrFail({ id });
       const others = await this.members.findBy({ workspaceId: own.workspaceId });
       for (const member of others) await this.send(member);
     }`,
    'await members.mail(job.data.workspaceId);',
    'others',
  ),
  onRequest(
    'SQL text with the id among its values',
    `async mail(id: string) {
       const { rows } = await pool.query<Member>('select * from members where workspace = $1', [id]);
       for (const member of rows) await this.send(member);
     }`,
    'await members.mail(job.data.workspaceId);',
    'rows',
  ),
  onRequest(
    'one of the ten workspaces that a caller goes through',
    `async mail(workspace: Workspace) { for (const member of await this.members.findBy({ workspaceId: workspace.id })) await this.send(member); }`,
    'for (const workspace of (await active()).slice(0, 10)) await members.mail(workspace);',
    'await this.members.findBy({ workspaceId: work…',
  ),
];

export const partsLeftAlone = parts.map(each => each.silent);

export const partsReported = [
  ...parts.map(each => each.reported),
  ...always(
    'found by a status that callers name',
    `async mail(status: 'open' | 'late') { for (const member of await this.members.findBy({ status })) await this.send(member); }`,
    `await members.mail('open');`,
    'await this.members.findBy({ status })',
  ),
  ...always(
    'found by a text that the code names',
    `async mail(status: string) { for (const member of await this.members.findBy({ status })) await this.send(member); }`,
    `await members.mail('open');`,
    'await this.members.findBy({ status })',
  ),
  ...['until <= $1', '$1 > until', 'name LIKE $1', 'until BETWEEN $1 AND now()'].flatMap(condition =>
    always(
      `found by a range of a text that came with the job: ${condition}`,
      `async mail(day: string) {
         const { rows } = await pool.query<Member>('select * from members where ${condition}', [day]);
         for (const member of rows) await this.send(member);
       }`,
      'await members.mail(job.data.workspaceId);',
      'rows',
    ),
  ),
  ...always(
    'found by a date',
    `async mail(until: Date) { for (const member of await this.members.findBy({ until: LessThan(until) })) await this.send(member); }`,
    'await members.mail(new Date(job.timestamp));',
    'await this.members.findBy({ until: LessThan(u…',
  ),
  ...always(
    'found by the ids of all there are',
    `async mail() {
       const OR = (await active()).map(workspace => ({ workspaceId: workspace.id }));
       for (const member of await this.members.find({ where: OR })) await this.send(member);
     }`,
    'await members.mail();',
    'await this.members.find({ where: OR })',
  ),
  ...always(
    'the members of every workspace, one workspace after another in the same function',
    `async mail() {
       for (const workspace of await active())
         for (const member of await this.members.findBy({ workspaceId: workspace.id })) await this.send(member);
     }`,
    'await members.mail();',
    'await this.members.findBy({ workspaceId: work…',
  ),
];

import { activityInfo } from '@temporalio/activity';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { createTransport } from 'nodemailer';
import { lireReglages } from '../../commun/reglages';

/** The worker of the floor, in a process of its own. */
async function main(): Promise<void> {
  const { temporal, smtp, expediteur, cacheParcours } = lireReglages();
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const relais = createTransport({ url: smtp.url, pool: true });
  const worker = await Worker.create({
    connection: await NativeConnection.connect({ address: temporal.adresse }),
    namespace: temporal.espace,
    taskQueue: 'plancher',
    workflowBundle: { codePath: process.env.BENCH_PLANCHER! },
    activities: {
      rien: async () => undefined,
      async envoyer() {
        const { workflowExecution, activityId } = activityInfo();
        // The same message when it is tried again: what was sent twice is seen.
        const messageId = `<${workflowExecution?.workflowId}-${activityId}@example.org>`;
        await relais.sendMail({
          ...{ from: expediteur, to: 'vie@example.org', subject: 'Une ligne', text: 'Une ligne.', messageId },
        });
      },
    },
    maxCachedWorkflows: cacheParcours,
  });
  const fin = worker.run();
  process.on('disconnect', () => process.exit(0));
  process.send?.('pret');
  await fin;
}

void main();

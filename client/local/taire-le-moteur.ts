import { DefaultLogger, makeTelemetryFilterString, Runtime } from '@temporalio/worker';

let tu = false;

/** Once per process, before anything of the SDK: what lives through refused letters, restarts or failed replays says itself what is news. */
export function taireLeMoteur(): void {
  if (tu) return;
  tu = true;
  Runtime.install({
    logger: new DefaultLogger('ERROR'),
    telemetryOptions: {
      logging: { forward: {}, filter: makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }) },
    },
  });
}

import { spawnSync } from 'node:child_process';

/** Prometheus' own tool for rules; false on a laptop that has none. CI installs it and then requires it. */
export const aPromtool = spawnSync('promtool', ['--version']).status === 0;

if (!aPromtool && process.env.CI) throw new Error('promtool est exigé en CI : .ci/run l’installe');

/** Runs it. @returns its exit status, and what it wrote */
export function promtool(...arguments_: string[]): { statut: number | null; dit: string } {
  const { status, stdout, stderr } = spawnSync('promtool', arguments_, { encoding: 'utf8' });
  return { statut: status, dit: `${stdout}${stderr}` };
}

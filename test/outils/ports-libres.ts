import { portLibre } from '../../client/local/ports';

/** The settings of the ports of a start. */
export const PORTS = [
  'JALON_PORT',
  'JALON_SMTP_PORT',
  'JALON_REGISTRE_PORT',
  'JALON_TEMPORAL_PORT',
  'JALON_TEMPORAL_UI_PORT',
] as const;

/** A free one for each: another Jalon may be running on this machine, on those that it takes by default. */
export async function portsLibres(): Promise<Record<(typeof PORTS)[number], string>> {
  const ports = {} as Record<(typeof PORTS)[number], string>;
  for (const nom of PORTS) ports[nom] = String(await portLibre());
  return ports;
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { racine } from '../../commun/racine';

const lire = (nom: string) => readFileSync(join(racine, 'supervision', nom), 'utf8');

interface Regle {
  alert: string;
  expr: string;
  labels: { severity: string };
  annotations: Record<string, string>;
}

/** The alerts of `supervision/alertes.yml`, in their order. */
export const regles = (parse(lire('alertes.yml')) as { groups: { rules: Regle[] }[] }).groups.flatMap((g) => g.rules);

const tableau = JSON.parse(lire('grafana/tableaux/jalon.json')) as { panels: { targets: { expr: string }[] }[] };

/** All that alerts and dashboard ask of Prometheus. */
export const expressions: readonly string[] = [
  ...regles.map(({ expr }) => expr),
  ...tableau.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
];

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { mesures } from '../../client/mesures/mesures';
import { racine } from '../../commun/racine';
import { aPromtool, promtool } from '../outils/promtool';
import { expressions, regles } from '../outils/supervision';

const lire = (...chemin: string[]) => readFileSync(join(racine, ...chemin), 'utf8');

// A laptop may have no promtool; with CI set, test/outils/promtool.ts throws instead.
(aPromtool ? describe : describe.skip)('promtool', () => {
  it('admet les règles, et chacune sonne et se tait quand il faut', () => {
    const fichier = (nom: string) => join(racine, 'supervision', nom);
    expect(promtool('check', 'rules', fichier('alertes.yml'))).toMatchObject({ statut: 0 });
    expect(promtool('test', 'rules', fichier('alertes.essais.yml'))).toMatchObject({ statut: 0 });
  });

  it('lit chaque question du tableau de bord', () => {
    const rules = expressions.map((expr, rang) => ({ record: `question:${rang}`, expr }));
    const fichier = join(mkdtempSync(join(tmpdir(), 'jalon-questions-')), 'questions.yml');
    writeFileSync(fichier, JSON.stringify({ groups: [{ name: 'questions', rules }] }));
    expect(promtool('check', 'rules', fichier)).toMatchObject({ statut: 0 });
    rmSync(dirname(fichier), { recursive: true });
  });
});

interface Essai {
  alert_rule_test?: { alertname: string; exp_alerts?: unknown[] }[];
}

it('chaque alerte a une gravité, un résumé, un essai où elle se tait, un où elle sonne', () => {
  const { tests } = parse(lire('supervision/alertes.essais.yml')) as { tests: Essai[] };
  const essais = tests.flatMap((t) => t.alert_rule_test ?? []);
  for (const { alert, labels, annotations } of regles) {
    expect([alert, labels.severity]).toEqual([alert, expect.stringMatching(/^(critique|attention)$/)]);
    expect(annotations).toEqual({ summary: expect.any(String), description: expect.stringMatching(/\.$/) });
    const siens = essais.filter(({ alertname }) => alertname === alert);
    expect([alert, siens.some((e) => e.exp_alerts), siens.some((e) => !e.exp_alerts)]).toEqual([alert, true, true]);
  }
});

it('chaque alerte a son entrée dans docs/exploitation.md, et aucune entrée n’est de trop', () => {
  const [, section = ''] = lire('docs/exploitation.md').split('\n## Alerts\n');
  const [corps = ''] = section.split('\n## ');
  const entrees = [...corps.matchAll(/^\| `(\w+)` \| (critique|attention) \|/gm)].map(([, nom, gravite]) => [
    nom,
    gravite,
  ]);
  expect(entrees).toEqual(regles.map(({ alert, labels }) => [alert, labels.severity]));
});

it('alertes et tableau de bord ne parlent que de mesures qui existent', () => {
  const nommees = new Set(expressions.flatMap((e) => e.match(/jalon_\w+/g) ?? []));
  expect(nommees.size).toBeGreaterThan(15);
  expect([...nommees].filter((nom) => !Object.hasOwn(mesures, nom))).toEqual([]);
  // What nobody looks at is not measured.
  expect(Object.keys(mesures).filter((nom) => !nommees.has(nom))).toEqual([]);
});

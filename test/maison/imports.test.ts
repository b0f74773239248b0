import { fichiersDeLaMaison } from './imports/fichiers';
import { type Fichiers, relever } from './imports/relever';
import { maison } from './imports/table';

it('la maison est en ordre', () => {
  const fichiers = fichiersDeLaMaison();
  expect(fichiers.size).toBeGreaterThan(400);
  expect(relever(fichiers, maison)).toEqual([]);
});

/** A small house: what the forbidden imports aim at. */
const decor: Record<string, string> = {
  'domain/calendrier/dates.ts': "import { format } from 'date-fns/format';",
  'domain/dossier/resultat.ts': "import type { DateCivile } from '../calendrier/dates';",
  'domain/droit/calculer.ts': "import { z } from 'zod';\nimport type { Resultat } from '../dossier/resultat';",
  'domain/parcours/tentatives.ts': 'export const RETENU_MINUTES = 60;',
  'domain/rendez-vous/rendez-vous.ts': '',
  'domain/flotte/flotte.ts': '',
  'domain/parcours/de-test/parcours.ts': '',
  'courriers/index.ts': '',
  'commun/reglages.ts': '',
  'registre/index.ts': '',
  'workflows/parcours/messages.ts': '',
  'workflows/parcours/workflow.ts': '',
  'activities/index.ts': '',
  'activities/postier.ts': '',
  'worker/moteur.ts': '',
  'client/temporal.ts': '',
  'client/usages/y.ts': '',
  'client/web/page.ts': '',
  'client/cli/main.ts': '',
  'client/local/demarrer.ts': "import { moteur } from '../../worker/moteur';",
  'test/outils/pile.ts': '',
};

const fautesDe = (fichiers: Record<string, string>): string[] =>
  relever(new Map(Object.entries({ ...decor, ...fichiers })) as Fichiers, maison);

describe('un import interdit est vu', () => {
  it.each([
    ['le droit lit le registre', 'domain/droit/x.ts', "import { ouvrir } from '../../registre';"],
    ['ou les types du registre', 'domain/droit/x.ts', "import type { Registre } from '../../registre';"],
    ['ou l’y conduit', 'domain/droit/x.ts', "import '../../registre/index';"],
    ['une salle lit celle du dessus', 'domain/calendrier/x.ts', "import type { Resultat } from '../dossier/resultat';"],
    ['par une réexportation', 'domain/faits/x.ts', "export { calculer } from '../droit/calculer';"],
    ['par une réexportation de types', 'domain/faits/x.ts', "export type { Evaluation } from '../droit/calculer';"],
    ['par une réexportation entière', 'domain/rendez-vous/x.ts', "export * from '../flotte/flotte';"],
    ['par un type', 'domain/parcours/x.ts', "type R = import('../rendez-vous/rendez-vous').RendezVous;"],
    ['par typeof import', 'domain/parcours/x.ts', "type R = typeof import('../flotte/flotte');"],
    ['le droit lit le disque', 'domain/droit/x.ts', "import { readFileSync } from 'node:fs';"],
    ['sous son ancien nom', 'domain/droit/x.ts', "import fs from 'fs';"],
    ['ou la base', 'domain/droit/x.ts', "const pg = require('pg');"],
    ['ou le moteur', 'domain/droit/x.ts', "import {\n  type Client,\n} from '@temporalio/client';"],
    ['ou ce qui est commun', 'domain/droit/x.ts', "const lire = () => import('../../commun/reglages');"],
    ['ou un paquet inconnu', 'domain/droit/x.ts', "import zodiaque from 'zodiaque';"],
    ['les courriers lisent le registre', 'courriers/x.ts', "import { ouvrir } from '../registre';"],
    ['ou se remettent', 'courriers/x.ts', "import nodemailer from 'nodemailer';"],
    ['le registre rend des courriers', 'registre/x.ts', "import { rendre } from '../courriers';"],
    ['ce qui est commun lit le registre', 'commun/x.ts', "import registre = require('../registre');"],
    ['un workflow appelle la loi', 'workflows/x.ts', "import { calculer } from '../domain/droit/calculer';"],
    ['un workflow appelle ses activités', 'workflows/x.ts', "import * as activites from '../activities';"],
    [
      'ou le calendrier, que chaque parcours en mémoire porterait',
      'workflows/x.ts',
      "import { ajouterJours } from '../domain/calendrier/dates';",
    ],
    ['ou zod', 'workflows/x.ts', "import { z } from 'zod';"],
    ['ou lit les types du registre', 'workflows/x.ts', "import type { Registre } from '../registre';"],
    ['une activité lit un workflow', 'activities/x.ts', "import * as m from '../workflows/parcours/messages';"],
    ['le worker lit le client', 'worker/x.ts', "import { client } from '../client/temporal';"],
    ['le worker lit un workflow entier', 'worker/x.ts', "import { parcours } from '../workflows/parcours/workflow';"],
    ['le client lit le worker', 'client/web/x.tsx', "const m = <p>{import('../../worker/moteur')}</p>;"],
    [
      'la ligne de commande appelle les activités',
      'client/cli/x.ts',
      "const p = () => require('../../activities/postier');",
    ],
    ['le client lit un workflow entier', 'client/x.ts', "import type { p } from '../workflows/parcours/workflow';"],
    ['un usage lit une page', 'client/usages/x.ts', "import type { Page } from '../web/page';"],
    ['une page lit la ligne de commande', 'client/web/x.tsx', "import { lancer } from '../cli/main';"],
    ['le web lance le moteur', 'client/web/x.tsx', "import { demarrer } from '../local/demarrer';"],
    ['la porte du client lit une page', 'client/x.ts', "export * from './web/page';"],
    ['la ligne de commande sert des pages', 'client/cli/x.ts', "import { Hono } from 'hono';"],
    ['ce qui sert lit une aide des tests', 'domain/parcours/x.ts', "import { p } from './de-test/parcours';"],
    ['ou un dossier de tests', 'client/x.ts', "import { pile } from '../test/outils/pile';"],
    ['un import ne mène nulle part', 'client/x.ts', "import { y } from './y';"],
    ['un fichier n’est dans aucune salle', 'outils/x.ts', 'export const x = 1;'],
    ['ni au-dessus des salles de la loi', 'domain/x.ts', 'export const x = 1;'],
  ])('%s', (_, chemin, source) => {
    const fautes = fautesDe({ [chemin]: source });
    expect(fautes).toHaveLength(1);
    expect(fautes[0]).toContain(`${chemin}: `);
  });

  it('deux fichiers se lisent l’un l’autre', () => {
    const paire = { 'registre/a.ts': "import { b } from './b';", 'registre/b.ts': "import { a } from './a';" };
    expect(fautesDe(paire)).toEqual(['circle: registre/a.ts -> registre/b.ts -> registre/a.ts']);
  });

  it('ou leurs types seuls', () => {
    const paire = {
      'registre/a.ts': "import type { b } from './b';",
      'registre/b.ts': "export type { a } from './a';",
    };
    expect(fautesDe(paire)).toHaveLength(1);
  });

  it('ou par l’index d’un dossier', () => {
    const tour = {
      'activities/x/index.ts': "export { a } from './a';",
      'activities/x/a.ts': "import { b } from '../b';",
      'activities/b.ts': "const x = () => require('./x') as typeof import('./x');",
    };
    expect(fautesDe(tour)).toEqual([
      'circle: activities/x/index.ts -> activities/x/a.ts -> activities/b.ts -> activities/x/index.ts',
    ]);
  });

  it('un fichier se lit lui-même', () => {
    expect(fautesDe({ 'registre/a.ts': "export * from './a';" })).toHaveLength(1);
  });
});

describe('ce qui est permis ne gêne pas', () => {
  it.each([
    ['une salle lit celles du dessous', 'domain/droit/x.ts', "import type { Resultat } from '../dossier/resultat';"],
    ['un workflow lit les types de la loi', 'workflows/x.ts', "import type { E } from '../domain/droit/calculer';"],
    ['des nombres', 'workflows/x.ts', "import { RETENU_MINUTES } from '../domain/parcours/tentatives';"],
    ['ce qui ne lit que des types', 'workflows/x.ts', "import { etat } from '../domain/dossier/resultat';"],
    ['le client lit des messages', 'client/x.ts', "import * as m from '../workflows/parcours/messages';"],
    ['un texte n’est pas un import', 'domain/droit/x.ts', "export const aide = `import { x } from '../../registre'`;"],
    ['un commentaire non plus', 'domain/droit/x.ts', "// import { ouvrir } from '../../registre';"],
    ['ni le texte d’une page', 'client/web/x.tsx', "export const p = <p>l’import ('pg') de '../worker'</p>;"],
    ['une page et une commande font un usage', 'client/web/x.tsx', "import { y } from '../usages/y';"],
    ['un test importe ce qu’il veut', 'domain/droit/x.test.ts', "import { ouvrir } from '../../registre';"],
    ['une aide de test aussi', 'domain/droit/de-test/x.ts', "import { ouvrir } from '../../../registre';"],
  ])('%s', (_, chemin, source) => expect(fautesDe({ [chemin]: source })).toEqual([]));
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codesCourrier } from '../domain/catalogue/catalogue';
import type { Numero } from '../domain/dossier/numero';
import { momentsFlotte } from '../domain/flotte/flotte';
import type { CourrierDu } from '../domain/parcours/parcours';
import { resumes } from './resumes';

const courriers = codesCourrier.flatMap((code) =>
  (['BENEFICIAIRE', 'EMPLOYEUR', 'CONSEILLER'] as const).map((destinataire) => ({ code, destinataire }) as CourrierDu),
);
const numero = '2026-000001-38' as Numero;
const maintenant = '2026-11-27T09:00:00Z';
const lettre = { numero, maintenant };

/** What each activity may be asked, as far as its summary tells; one that is not here does not compile. */
const demandes: { [N in keyof typeof resumes]: Parameters<Extract<(typeof resumes)[N], (...a: never) => string>>[] } = {
  situer: [],
  inscrire: [],
  remettre: courriers.flatMap((courrier) => [
    [{ ...lettre, courrier }],
    [{ ...lettre, courrier, renvoi: true }],
    [{ ...lettre, courrier, renvoi: true, enTache: true }],
  ]),
  situerRendezVous: [],
  lireInacheves: [],
  verifierRecents: [],
  verifierPage: [[{ apres: '' as Numero, reparer: true }], [{ apres: numero, reparer: true }]],
  refuserMessage: [],
  effacerDossier: [[{ numero }]],
  releverConservation: [],
  effacerPasses: [[{ apres: '' as Numero }], [{ apres: numero }]],
  acheverEffacements: [],
  jeterPasses: [],
  rejouerEffacements: [[{ apres: '' as Numero }], [{ apres: numero }]],
  tourner: momentsFlotte
    .flatMap((moment) =>
      [null, '2026-10'].map((mois) => [{ moment, mois, maintenant, curseur: null, passes: 0 }] as const),
    )
    .map(([demande]) => [demande]),
  remettrePoints: [[{ maintenant, passes: 2 }]],
};

/** Every summary that the UI may show, under the activity's name. */
const dits = Object.entries(resumes).flatMap(([nom, resume]) => {
  if (typeof resume === 'string') return [[nom, resume] as const];
  const dire = resume as (...args: unknown[]) => string;
  return demandes[nom as keyof typeof demandes].map((args) => [nom, dire(...args)] as const);
});

it('chaque activité a son résumé, en français et sans code interne', () => {
  expect(new Set(dits.map(([nom]) => nom))).toEqual(new Set(Object.keys(resumes)));
  const codes =
    /[A-Z]{2,}_|[A-Z]\d|_[A-Z]|\b[a-z]+[A-Z]|\b(BENEFICIAIRE|EMPLOYEUR|CONSEILLER|OUVERTURE|RAPPEL|CLOTURE)\b/;
  for (const [, resume] of dits) {
    expect(resume).toMatch(/^\p{Lu}\p{Ll}+[ ,]/u);
    expect(resume).not.toMatch(codes);
  }
});

it('le résumé dit quel courrier, à qui, et ce qui recommence', () => {
  const [envoi, renvoi, tache] = dits.filter(([nom]) => nom === 'remettre').map(([, resume]) => resume);
  expect([envoi, renvoi, tache]).toEqual([
    'Remet « Proposition du CSP » au bénéficiaire',
    'Remet de nouveau « Proposition du CSP » au bénéficiaire',
    'Confie au référent le courrier « Proposition du CSP » au bénéficiaire',
  ]);
  expect(dits.map(([, resume]) => resume)).toContain('Actualisation de 10/2026, rappel, passage 1');
});

it('aucun workflow n’appelle une activité autrement que par son résumé', () => {
  const fichiers = readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).filter(
    (nom) => nom.endsWith('.ts') && !nom.endsWith('.test.ts'),
  );
  const directs = fichiers.filter((nom) => /proxy(Local)?Activities/.test(readFileSync(join(__dirname, nom), 'utf8')));
  expect(directs).toEqual(['activites.ts']);
});

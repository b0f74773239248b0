import { type DateCivile, dateCivile } from '../../../domain/calendrier/dates';
import type { EntreeJournal } from '../../../domain/faits/journal';
import { etatInitial } from '../../../domain/parcours/etat-initial';
import { situer } from '../../../domain/parcours/situer';
import { dossierInvente } from '../../../test/outils/ouvertures';
import { abscisse, graduations, largeur, milieu } from './echelle';
import { friseDe, friseEnToutesLettres, memeEchelle } from './frise';

const AUJOURDHUI = dateCivile('2025-09-20');
const evenement = (id: string, evenement: object): EntreeJournal =>
  ({ id, acte: 'consigner', evenement, auteur: 'essai', enregistreLe: '2025-03-10T09:00:00.000Z' }) as EntreeJournal;
const accord = evenement('accord', { type: 'REPONSE_SALARIE', date: '2025-03-10', reponse: 'ACCEPTATION' });
const psp = evenement('psp', { type: 'PSP_VALIDE', date: '2025-05-12' });
const arret = evenement('arret', { type: 'ARRET_MALADIE', debut: '2025-06-02', fin: '2025-06-20' });

const situationDe = (journal: EntreeJournal[], jour = AUJOURDHUI) => {
  const etat = etatInitial({
    ...{ numero: '2025-000001-32', agence: 'a', referent: 'r', dateReprise: null },
    ...{ dossier: dossierInvente, journal },
  });
  return situer({ etat, enCours: [], maintenant: `${jour}T09:00:00.000Z` }, { envoi: 'immediat' }).situation;
};
const voir = (journal: EntreeJournal[], reste: Partial<Parameters<typeof friseDe>[0]> = {}) =>
  friseDe({
    ...{ situation: situationDe(journal, reste.aujourdhui), journal, dossier: dossierInvente },
    ...{ rendezVous: [], aujourdhui: AUJOURDHUI, ...reste },
  })!;
const rangees = (frise: ReturnType<typeof voir>) =>
  frise.periodes.map(({ genre, periodes }) => [genre, ...periodes.map(({ debut, fin }) => `${debut}/${fin}`)]);

it('un parcours va de la réflexion à ses phases, puis à ce qui suit le terme', () => {
  const frise = voir([accord, psp]);
  expect(rangees(frise)).toEqual([
    ['REFLEXION', '2025-03-03/2025-03-24'],
    ['PHASE_1', '2025-03-25/2025-05-11'],
    ['PHASE_2', '2025-05-12/2026-03-24'],
    ['REINSCRIPTION', expect.stringMatching(/^2026-03-25/)],
  ]);
  expect(frise.debut).toBe('2025-03-03');
  expect(frise.reperes).toEqual([
    { genre: 'AUJOURDHUI', date: AUJOURDHUI, nom: 'Aujourd’hui' },
    { genre: 'FIN', date: '2026-03-24', nom: 'Terme : 24/03/2026' },
  ]);
});

it('sans réponse, on n’en voit que la réflexion', () => {
  expect(rangees(voir([], { aujourdhui: dateCivile('2025-03-05') }))).toEqual([['REFLEXION', '2025-03-03/2025-03-24']]);
});

it('un arrêt suspend et prolonge ; l’ancien terme reste à côté du nouveau, sur la même échelle', () => {
  const avant = voir([accord, psp]);
  const apres = voir([accord, psp, arret], { finAvant: dateCivile('2026-03-24') });
  expect(rangees(apres)).toContainEqual(['SUSPENSION', '2025-06-02/2025-06-20']);
  expect(rangees(apres).find(([genre]) => genre === 'PROLONGATION')).toEqual([
    'PROLONGATION',
    expect.stringMatching(/^2026-03-25/),
  ]);
  expect(apres.reperes.map(({ genre }) => genre)).toEqual(['AUJOURDHUI', 'FIN_AVANT', 'FIN']);
  const [a, b] = memeEchelle(avant, apres);
  expect([a.debut, a.fin]).toEqual([b.debut, b.fin]);
  expect(a.fin >= apres.fin && a.periodes === avant.periodes).toBe(true);
});

it('un emploi admis a sa rangée, jusqu’à sa fin anticipée ; un fait écarté n’en a pas', () => {
  const emploi = evenement('emploi', {
    ...{ type: 'REPRISE_EMPLOI', contratId: 'cdd', nature: 'CDD', debut: '2025-07-01', fin: '2025-09-30' },
  });
  const fin = evenement('fin', { type: 'FIN_CONTRAT', contratId: 'cdd', date: '2025-08-15', motif: 'FIN_ANTICIPEE' });
  expect(rangees(voir([accord, psp, emploi, fin]))).toContainEqual(['EMPLOI', '2025-07-01/2025-08-15']);
  const perdu = evenement('perdu', {
    ...{ type: 'REPRISE_EMPLOI', contratId: 'x', nature: 'CDD', debut: '2024-07-01', fin: '2024-09-30' },
  });
  expect(situationDe([accord, psp, perdu]).faits).toContainEqual(
    expect.objectContaining({ id: 'perdu', statut: 'ECARTE' }),
  );
  expect(rangees(voir([accord, psp, perdu])).some(([genre]) => genre === 'EMPLOI')).toBe(false);
});

it('tout ce qu’elle montre s’y lit aussi en phrases', () => {
  const rendezVous = [
    { sorte: 'SUIVI', jour: dateCivile('2025-10-02'), statut: 'PREVU' },
    { sorte: 'SUIVI', jour: dateCivile('2025-08-02'), statut: 'ANNULE' },
  ] as const;
  const lettres = friseEnToutesLettres(voir([accord, psp, arret], { rendezVous }));
  expect(lettres).toEqual(
    expect.arrayContaining([
      'Réflexion : du 03/03/2025 au 24/03/2025.',
      'CSP, phase 1 : du 25/03/2025 au 11/05/2025.',
      'Suspension, arrêt maladie : du 02/06/2025 au 20/06/2025.',
      'Entretien du plan d’action (PSP) : tenu le 12/05/2025.',
      expect.stringMatching(/le 02\/10\/2025, prévu\.$/),
    ]),
  );
  expect(lettres.join(' ')).not.toContain('02/08/2025');
});

it('les jours se placent en centièmes de la largeur, dernier jour compris', () => {
  const cadre = { debut: '2025-01-01' as DateCivile, fin: '2025-01-10' as DateCivile };
  expect(abscisse(cadre, cadre.debut)).toBe(0);
  expect(milieu(cadre, cadre.fin)).toBe(95);
  expect(largeur(cadre, cadre)).toBe(100);
  expect(largeur(cadre, { debut: cadre.fin, fin: cadre.fin })).toBe(10);
});

it.each([
  ['2025-03-03', '2025-05-20', ['04/2025', '05/2025']],
  ['2025-03-03', '2026-03-10', ['04/2025', '07/2025', '10/2025', '01/2026']],
  ['2025-03-03', '2026-04-10', ['07/2025', '01/2026']],
  ['2025-03-03', '2028-04-10', ['01/2026', '01/2027', '01/2028']],
])('du %s au %s, l’axe nomme %j', (debut, fin, noms) => {
  expect(graduations({ debut: dateCivile(debut), fin: dateCivile(fin) }).map(({ nom }) => nom)).toEqual(noms);
});

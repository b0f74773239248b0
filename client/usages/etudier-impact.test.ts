import { Readable } from 'node:stream';
import { ACCEPTATION, cdi, OUVERTURE } from '../../domain/droit/regles/de-test/scenario';
import { etudierImpact } from './etudier-impact';
import { ouvrirEquipe } from './impact/equipe';
import { type Lot, traiterLot } from './impact/lot';
import { lotsDeLignes } from './impact/sources';

const jeu = { reglement: null, parametres: { preBilanJours: 10 }, source: null };
const scenario = (...evenements: object[]) =>
  JSON.stringify({ dossier: OUVERTURE, evenements: [ACCEPTATION, ...evenements] });
const refuse = JSON.stringify({ dossier: OUVERTURE, evenements: [{ ...ACCEPTATION, reponse: 'REFUS' }] });
const QUATRE_DATES = (qui: string) => [
  `${qui};echeancePreBilan;2025-04-02;2025-04-04;2`,
  `${qui};dernierJourUtilePreBilan;2025-04-02;2025-04-04;2`,
  `${qui};echeancePsp;2025-05-02;2025-05-04;2`,
  `${qui};courriers.C07_CONVOCATION_PSP.BENEFICIAIRE;2025-04-22;2025-04-24;2`,
];

async function etudier(texte: string, parLot: number) {
  let csv = '';
  const ecrireCsv = async (morceau: string) => {
    csv += morceau;
  };
  const lots = lotsDeLignes(Readable.from([Buffer.from(texte)]), parLot);
  return { resume: await etudierImpact({ lots, jeu, ecrireCsv, ouvriers: 2 }), csv };
}

it('étudie un fichier sur plusieurs fils et rend ses lignes dans l’ordre, sous leur numéro', async () => {
  const lignes = [scenario(), '', refuse, '{"dossier":', ...Array.from({ length: 40 }, () => scenario())];
  for (const parLot of [1, 7, 1000]) {
    const { resume, csv } = await etudier(lignes.join('\n'), parLot);
    expect(resume).toMatchObject({ parcours: 43, illisibles: 1, bougent: 41 });
    expect(resume.cles).toContainEqual({
      cle: 'echeancePsp',
      deplacees: 41,
      apparues: 0,
      disparues: 0,
      min: 2,
      mediane: 2,
      max: 2,
    });
    const attendues = [1, ...Array.from({ length: 40 }, (_, n) => n + 5)].flatMap((n) => QUATRE_DATES(String(n)));
    expect(csv.split('\n')).toEqual(['numero;cle;avant;apres;ecartJours', ...attendues, '']);
  }
});

it('pose les paramètres étudiés sur ceux qu’un parcours du registre a adoptés', () => {
  const enTete = { auteur: 'ref', enregistreLe: '2025-03-10T09:00:00.000Z' };
  const journal = [
    { ...enTete, id: 'a', acte: 'consigner', evenement: ACCEPTATION },
    { ...enTete, id: 'b', acte: 'adopterReglement', reglement: { surcharge: { preBilanJours: 9 }, source: 'avenant' } },
    { ...enTete, id: 'c', acte: 'rectifierDossier', rectification: { dateRemise: '2025-03-04' } },
  ];
  const lot = { parcours: [{ numero: '2025-000001-32', dossier: OUVERTURE, journal }] } as unknown as Lot;
  expect(traiterLot(lot, jeu, true).csv.split('\n')[0]).toBe('2025-000001-32;echeancePreBilan;2025-04-04;2025-04-05;1');
});

it('met entre guillemets l’identifiant de contrat qui casserait une ligne', () => {
  const lignes = [scenario({ ...cdi('2025-09-01'), contratId: 'a;"b"' })];
  const { csv } = traiterLot({ premiere: 1, lignes }, { ...jeu, parametres: { primeDemandeJours: 31 } }, true);
  expect(csv).toContain('1;"primes.a;""b"".limiteDemande";2025-10-01;2025-10-02;1\n');
});

it('un fil qui meurt rend son erreur, et l’étude s’arrête', async () => {
  const equipe = ouvrirEquipe({ jeu, avecCsv: false, reglements: [] }, 1);
  await expect(equipe.traiter({ parcours: null } as unknown as Lot)).rejects.toThrow();
  await equipe.fermer();
  const lots = (async function* (): AsyncGenerator<Lot> {
    yield { premiere: 1, lignes: [scenario()] };
    throw new Error('lecture rompue');
  })();
  await expect(etudierImpact({ lots, jeu, ouvriers: 1 })).rejects.toThrow('lecture rompue');
});

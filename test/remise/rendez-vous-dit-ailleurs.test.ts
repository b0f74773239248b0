import { reunirDonnees } from '../../activities/remettre/donnees';
import { ecrire } from '../../courriers';
import { rendreTexte } from '../../courriers/rendu-texte';
import type { DateCivile } from '../../domain/calendrier/dates';
import type { Numero } from '../../domain/dossier/numero';
import { relireEntree } from '../../domain/faits/relire-journal';
import { annulerRendezVous, creerRendezVous, deplacerRendezVous, lireDossier, lirePersonnes } from '../../registre';
import { type BancDeRemise, monterBancDeRemise } from '../outils/remise';

let banc: BancDeRemise;
beforeAll(async () => {
  banc = await monterBancDeRemise();
});
afterAll(() => banc?.fermer());

const LE_3_MARS = '2025-03-03T09:00:00.000Z';
const LE_26_MARS = '2025-03-26T09:00:00.000Z';
const accord = relireEntree({
  ...{ id: 'accord', auteur: 'essai', enregistreLe: '2025-03-10T09:00:00.000Z' },
  evenement: { type: 'REPONSE_SALARIE', date: '2025-03-10' as DateCivile, reponse: 'ACCEPTATION' },
});
const C06 = { code: 'C06_CONVOCATION_PRE_BILAN', base: '2025-03-25' };
const cadre = {
  ...{ mode: 'PRESENTIEL' as const, lieu: '1 place du Marché', lien: null, intitule: null, dureeMinutes: 60 },
  debut: '2025-04-01T09:00:00.000Z',
};
const ailleurs = { ...cadre, debut: '2025-04-02T13:00:00.000Z' };
const annonce = (code: string, id: string, jour: string, sequence: number) => ({
  code,
  base: `${jour}-${id}-${sequence}`,
});

/** A dossier whose letters that ask for the pré-bilan announced it. */
async function convoquer(id: string): Promise<Numero> {
  const { registre } = banc.base;
  const numero = await banc.ouvrir(LE_3_MARS, { journal: [accord] });
  await creerRendezVous(registre, { ...cadre, id, numero, sorte: 'PRE_BILAN' }, 'essai', new Date(LE_3_MARS));
  await banc.remettre(numero, annonce('RDV_CONVOCATION', id, '2025-04-01', 0), LE_3_MARS);
  await banc.remettre(numero, C06, '2025-03-25T09:00:00.000Z');
  return numero;
}

async function lire(numero: Numero, lettre: { code: string; base: string }): Promise<string> {
  const { registre } = banc.base;
  const { courrier } = banc.demande(numero, lettre, LE_26_MARS);
  const inscrit = (await lireDossier(registre, numero))!;
  const personnes = (await lirePersonnes(registre, numero))!;
  const question = { courrier, inscrit, personnes, surcharge: {}, maintenant: new Date(LE_26_MARS) };
  const { donnees } = (await reunirDonnees(registre, question))!;
  return rendreTexte(ecrire(donnees)).replace(/[\u00a0\u202f]/g, ' ');
}

it('un rendez-vous déplacé : la nouvelle date nomme la convocation qui donnait l’ancienne, une fois, et laisse vrai ce qu’elle dit d’autre', async () => {
  const { registre } = banc.base;
  const numero = await convoquer('deplace');
  await deplacerRendezVous(registre, 'deplace', ailleurs, 'essai', new Date(LE_26_MARS));
  const nouvelle = annonce('RDV_DEPLACE', 'deplace', '2025-04-02', 1);
  expect(await lire(numero, nouvelle)).toContain(
    'Notre courrier du mardi 25 mars 2025 (« Votre pré-bilan CSP : rendez-vous le 1er avril 2025 ») annonçait aussi ce rendez-vous, le mardi 1er avril 2025 à 11 h : ne retenez que les indications d’aujourd’hui. Ce que ce courrier dit d’autre compte toujours.',
  );
  expect(await banc.remettre(numero, nouvelle, LE_26_MARS)).toMatchObject({ statut: 'PARTI' });
  await deplacerRendezVous(registre, 'deplace', cadre, 'essai', new Date(LE_26_MARS));
  expect(await lire(numero, annonce('RDV_DEPLACE', 'deplace', '2025-04-01', 2))).not.toContain('annonçait aussi');
});

it('annulé, il n’a plus lieu, et la convocation qui l’annonçait est nommée', async () => {
  const numero = await convoquer('annule');
  await annulerRendezVous(banc.base.registre, 'annule', 'essai', new Date(LE_26_MARS));
  expect(await lire(numero, annonce('RDV_ANNULE', 'annule', '2025-04-01', 1))).toContain('à 11 h : il n’a plus lieu.');
});

it('celui dont rien d’autre ne parlait n’en nomme aucun', async () => {
  const { registre } = banc.base;
  const numero = await convoquer('premier');
  await creerRendezVous(registre, { ...cadre, id: 'autre', numero, sorte: 'PSP' }, 'essai', new Date(LE_3_MARS));
  await deplacerRendezVous(registre, 'autre', ailleurs, 'essai', new Date(LE_26_MARS));
  expect(await lire(numero, annonce('RDV_DEPLACE', 'autre', '2025-04-02', 1))).not.toContain('annonçait aussi');
});

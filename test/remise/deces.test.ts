import { creerActivitesParcours } from '../../activities';
import type { EntreeJournal } from '../../domain/faits/journal';
import { etatInitial } from '../../domain/parcours/etat-initial';
import { creerRendezVous, listerRendezVous } from '../../registre';
import { dossierInvente, personnesInventees } from '../outils/ouvertures';
import { type BancDeRemise, monterBancDeRemise } from '../outils/remise';

let banc: BancDeRemise;
beforeAll(async () => {
  banc = await monterBancDeRemise();
});
afterAll(() => banc?.fermer());

const LE_3_MARS = '2025-03-03T09:00:00.000Z';
const LE_3_JUIN = '2025-06-03T09:00:00.000Z';
const acte = (id: string, auteur: string, reste: object) =>
  ({ id, auteur, enregistreLe: LE_3_JUIN, ...reste }) as unknown as EntreeJournal;
const signale = [
  acte('oui', 'essai', {
    acte: 'consigner',
    evenement: { type: 'REPONSE_SALARIE', date: '2025-03-10', reponse: 'ACCEPTATION' },
  }),
  acte('deces', 'essai', { acte: 'consigner', evenement: { type: 'SORTIE', date: '2025-06-01', motif: 'DECES' } }),
];

it('un décès libère les rendez-vous à venir une fois confirmé, pas avant, et laisse les passés', async () => {
  const { registre } = banc.base;
  const numero = await banc.ouvrir(LE_3_MARS);
  const cadre = {
    sorte: 'SUIVI',
    mode: 'PRESENTIEL',
    lieu: null,
    lien: null,
    intitule: null,
    dureeMinutes: 60,
  } as const;
  for (const debut of ['2025-05-20T09:00:00.000Z', '2025-06-20T09:00:00.000Z'])
    await creerRendezVous(
      registre,
      { ...cadre, id: `rdv${debut.slice(5, 7)}`, numero, debut },
      'essai',
      new Date(LE_3_MARS),
    );
  const statuts = async () => (await listerRendezVous(registre, numero)).map((r) => r.statut);
  const { inscrire } = creerActivitesParcours({ registre, envoi: 'immediat' });
  const passer = (version: number, journal: EntreeJournal[]) => {
    const { agence, referent } = personnesInventees;
    const qui = { numero, agence: agence.id, referent: referent.id, dossier: dossierInvente, dateReprise: null };
    const etat = { ...etatInitial({ ...qui, journal }), version };
    return inscrire({ etat, taches: [], memoires: {}, maintenant: LE_3_JUIN });
  };
  await passer(2, signale);
  expect(await statuts()).toEqual(['PREVU', 'PREVU']);
  await passer(3, [...signale, acte('deux', 'collegue', { acte: 'confirmer', confirme: 'deces' })]);
  expect(await statuts()).toEqual(['PREVU', 'ANNULE']);
});

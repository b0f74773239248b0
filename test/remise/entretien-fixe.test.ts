import { creerActivitesParcours } from '../../activities';
import type { EntreeJournal } from '../../domain/faits/journal';
import { etatInitial } from '../../domain/parcours/etat-initial';
import { creerRendezVous } from '../../registre';
import { dossierInvente, personnesInventees } from '../outils/ouvertures';
import { type BancDeRemise, monterBancDeRemise } from '../outils/remise';

let banc: BancDeRemise;
beforeAll(async () => {
  banc = await monterBancDeRemise();
});
afterAll(() => banc?.fermer());

const LE_3_MARS = '2025-03-03T09:00:00.000Z';
const LE_25_MARS = '2025-03-25T09:00:00.000Z';
const accepte = {
  id: 'oui',
  auteur: 'essai',
  enregistreLe: '2025-03-10T09:00:00.000Z',
  acte: 'consigner',
  evenement: { type: 'REPONSE_SALARIE', date: '2025-03-10', reponse: 'ACCEPTATION' },
} as unknown as EntreeJournal;

it('le rendez-vous du pré-bilan fixé le jour de la convocation : une seule lettre l’annonce, celle du rendez-vous', async () => {
  const { registre } = banc.base;
  const { situer } = creerActivitesParcours({ registre, envoi: 'immediat' });
  const { agence, referent } = personnesInventees;
  const auJour = async (numero: string) => {
    const qui = { numero, agence: agence.id, referent: referent.id, dossier: dossierInvente, dateReprise: null };
    const etat = etatInitial({ ...qui, journal: [accepte] });
    // The letter on the acceptance left that day: known later, it would ask for the pré-bilan itself.
    const { dus: dAbord } = await situer({ etat, enCours: [], maintenant: accepte.enregistreLe });
    for (const { cle, code, destinataire, base, date } of dAbord) {
      const remise = { statut: 'PARTI', le: accepte.enregistreLe, tentatives: 1, dit: '' } as const;
      etat.courriers[cle] = { code, destinataire, base, date, ...remise };
    }
    const { dus, memoires } = await situer({ etat, enCours: [], maintenant: LE_25_MARS });
    const statut = Object.values(memoires).find(({ code }) => code === 'C06_CONVOCATION_PRE_BILAN')?.statut;
    return statut ?? (dus.some(({ code }) => code === 'C06_CONVOCATION_PRE_BILAN') ? 'DU' : 'RIEN');
  };
  const sans = await banc.ouvrir(LE_3_MARS);
  expect(await auJour(sans)).toBe('DU');
  const avec = await banc.ouvrir(LE_3_MARS);
  const rendezVous = {
    id: 'pre-bilan',
    numero: avec,
    sorte: 'PRE_BILAN',
    mode: 'PRESENTIEL',
    lieu: null,
    lien: null,
    intitule: null,
    dureeMinutes: 60,
    debut: '2025-04-01T09:00:00.000Z',
  } as const;
  await creerRendezVous(registre, rendezVous, 'essai', new Date('2025-03-25T08:50:00.000Z'));
  expect(await auJour(avec)).toBe('ANNULE');
});

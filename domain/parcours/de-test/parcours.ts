import type { DateCivile } from '../../calendrier/dates';
import { OUVERTURE } from '../../droit/regles/de-test/scenario';
import type { EntreeJournal } from '../../faits/journal';
import { type EntreeEcrite, relireEntree } from '../../faits/relire-journal';
import { etatInitial } from '../etat-initial';
import type { EtatParcours, MemoireCourrier } from '../parcours';

const ENREGISTRE = { auteur: 'ref', enregistreLe: '2025-03-10T09:00:00.000Z' };

/** An entry of a journal, known by its id. */
export const entree = (id: string, reste: Partial<EntreeEcrite>): EntreeJournal =>
  relireEntree({ id, ...ENREGISTRE, ...reste });

/** The journey of example P01, never asked yet, with what its journal holds. */
export const parcours = (journal: EntreeJournal[] = [], dossier: object = {}): EtatParcours =>
  etatInitial({
    numero: '2025-000001-32',
    agence: 'a',
    referent: 'r',
    dossier: { ...OUVERTURE, ...dossier } as EtatParcours['dossier'],
    dateReprise: null,
    journal,
  });

/** The person accepts on 10 March 2025. */
export const accord = entree('accord', {
  evenement: { type: 'REPONSE_SALARIE', date: '2025-03-10' as DateCivile, reponse: 'ACCEPTATION' },
});

/** A letter to the person that left, as the journey remembers it, under its key. */
export const partie = (
  code: string,
  base: string,
  plus: Partial<MemoireCourrier> = {},
): Record<string, MemoireCourrier> => ({
  [`2025-000001-32/${code}/BENEFICIAIRE/${base}`]: {
    code,
    destinataire: 'BENEFICIAIRE',
    base,
    date: base as DateCivile,
    statut: 'PARTI',
    le: `${base}T08:00:00.000Z`,
    tentatives: 1,
    ...plus,
  },
});

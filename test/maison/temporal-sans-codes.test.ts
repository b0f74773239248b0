import { ajouterJours, dateCivile } from '../../domain/calendrier/dates';
import type { Evenement } from '../../domain/faits/evenements';
import { appliquer, memoriserRemise } from '../../domain/parcours/appliquer';
import { accord, entree, parcours } from '../../domain/parcours/de-test/parcours';
import type { EtatParcours, MessageRecu } from '../../domain/parcours/parcours';
import { situer } from '../../domain/parcours/situer';
import { codesNus } from '../outils/codes-nus';

const fait = (id: string, evenement: object) => entree(id, { evenement: evenement as Evenement });
const recu = (id: string, acte: MessageRecu['acte'], contenu: object, nom?: string): MessageRecu => ({
  ...{ id, acte, contenu: { id, auteur: 'paie', ...contenu }, recuLe: '2025-06-02T09:00:00.000Z' },
  ...(nom === undefined ? {} : { nom }),
});

/** Journeys that show all that the page of a journey shows: alerts, facts set aside, doubts, refusals, each end. */
const VIES: Record<string, EtatParcours> = {
  ordinaire: parcours([accord]),
  silence: parcours([]),
  protege: parcours([accord], { salarieProtege: true }),
  echu: parcours([fait('a', { type: 'REPONSE_SALARIE', date: '2027-02-10', reponse: 'ACCEPTATION' })], {
    dateRemise: '2027-02-02',
  }),
  ecartes: parcours([
    accord,
    fait('c', { type: 'CONGES', debut: '2025-05-01', fin: '2025-07-20' }),
    fait('d', { type: 'DEMANDE_REINSCRIPTION', date: '2025-06-01' }),
    fait('e', { type: 'PRE_BILAN_REALISE', date: '2025-01-01' }),
    fait('s', { type: 'SORTIE', date: '2025-09-09', motif: 'MANQUEMENT' }),
  ]),
  essai: parcours([
    accord,
    fait('r', { type: 'REPRISE_EMPLOI', contratId: 'c', nature: 'CDI', debut: '2025-11-03' }),
    fait('f', { type: 'FIN_CONTRAT', contratId: 'c', date: '2025-12-12', motif: 'RUPTURE_ESSAI' }),
  ]),
  emploi: parcours([
    accord,
    fait('p', { type: 'PSP_VALIDE', date: '2025-05-01' }),
    fait('r', { type: 'REPRISE_EMPLOI', contratId: 'c', nature: 'CDI', debut: '2025-09-15' }),
  ]),
  refuses: {
    ...parcours([accord]),
    recus: [
      recu('m1', 'arretMaladie', { debut: '2025-06-01' }),
      recu('m2', 'annuler', { annule: 'inconnu' }),
      recu('m3', 'inconnu', {}, 'inconnu'),
      recu('m4', 'consigner', { evenement: { type: 'CONGES', debut: '2025-07-31', fin: '2025-07-01' } }),
      recu('m5', 'rectifierDossier', { champs: { dateRemise: 'hier' } }),
      recu('m6', 'adopterReglement', { reglement: { surcharge: { inconnu: 1 }, source: 's' } }),
      recu('m7', 'signaler', { evenement: { type: 'PRE_BILAN_REALISE', date: '2025-01-01' } }),
    ],
  },
};

/** All that the UI of the engine shows of a journey in two years, and the tasks that it brings. */
function montre(etat: EtatParcours): string[] {
  const textes = new Set<string>();
  const fin = ajouterJours(dateCivile(etat.dossier.dateRemise), 730);
  for (let quand: string | null = `${etat.dossier.dateRemise}T09:00:00.000Z`; quand !== null && quand < fin; ) {
    const { reponse }: ReturnType<typeof situer> = situer(
      { etat, enCours: [], maintenant: quand },
      { envoi: 'fenetre' },
    );
    textes.add(reponse.details);
    if (reponse.prochain) textes.add(reponse.prochain.libelle);
    for (const { libelle } of reponse.taches) textes.add(libelle);
    appliquer(etat, reponse, etat.recus.length);
    for (const courrier of reponse.dus) memoriserRemise(etat, { courrier, issue: { statut: 'PARTI', le: quand } });
    quand = reponse.clos ? null : (reponse.prochain?.quand ?? null);
  }
  return [...textes];
}

it.each(Object.entries(VIES))(
  'la page Temporal, ses attentes et les tâches ne montrent aucun code sans ses mots : %s',
  (_, etat) => {
    const textes = montre(etat);
    expect(textes.length).toBeGreaterThan(2);
    expect(textes.flatMap((texte) => codesNus(texte).map((nu) => `${nu} dans ${texte}`))).toEqual([]);
  },
);

import type { DonneesCourrier } from '../../../courriers';
import { personnesExemple } from '../../../courriers/exemples';
import { dateLocale, fuseau } from '../../../domain/calendrier/fuseaux';
import type { CodeCourrier } from '../../../domain/catalogue/catalogue';
import { resoudreJournal } from '../../../domain/faits/resoudre-journal';
import type { EtatParcours } from '../../../domain/parcours/parcours';
import type { LettrePartie } from './vies';

/** With plain spaces and apostrophes. */
export const enClair = (s: string) => s.replace(/[\u00a0\u202f]/g, ' ').replace(/’/g, "'");
const jourDe = (quand: string) => dateLocale(new Date(quand), fuseau('metropole'));

/** What a letter was made of the day it left. */
export function donneesDe({ du, quand, situation }: LettrePartie, etat: EtatParcours): DonneesCourrier {
  const connus = etat.journal.filter((entree) => entree.enregistreLe <= quand);
  const { code, destinataire, cle, base, changement } = du;
  const { dossier, faits } = resoudreJournal(etat.dossier, connus);
  const ecarte = code === 'REJET' ? situation.faits.find(({ id }) => id === base) : undefined;
  const declare = faits.find(({ id }) => id === ecarte?.id);
  return {
    ...{ code: code as CodeCourrier, destinataire, cle, base, numero: etat.numero },
    ...{ jour: jourDe(quand), personnes: personnesExemple, dossier },
    resultat: situation.resultat,
    ...(declare && {
      declaration: { evenement: declare.evenement, code: ecarte!.code!, phrase: ecarte!.phrase! },
    }),
    ...(changement && { changement }),
    ...(situation.doutes && { doutes: situation.doutes }),
  };
}

import { courriel, propre, t, telephone, typographie } from '../texte';
import type { LigneFiche } from './bloc';
import type { ContexteDocument } from './contexte';

/** Who follows the person, and where. */
export function contacts(c: ContexteDocument): LigneFiche[] {
  const { adresse, horaires, nom, telephone: standard } = c.personnes.agence;
  const lieu = [...adresse.lignes, `${adresse.codePostal} ${adresse.ville}`].map(propre).join(', ');
  return [
    { libelle: 'Qui me suit', valeur: t`${c.qui}` },
    { libelle: 'E-mail', valeur: t`${c.mail}` },
    { libelle: 'Téléphone', valeur: t`${c.tel}` },
    { libelle: 'Agence', valeur: t`${nom}, ${telephone(standard)}` },
    { libelle: 'Adresse', valeur: t`${lieu}` },
    ...(horaires ? [{ libelle: 'Horaires', valeur: t`${typographie(propre(horaires))}` }] : []),
  ];
}

/** Whoever looks after disability in the agency; where it names nobody, room to write it. @see S003 */
export function contactHandicap({ personnes: { agence } }: ContexteDocument): LigneFiche[] {
  const connu = agence.referentHandicap;
  return [
    { libelle: 'Prénom et nom', valeur: connu ? t`${propre(connu.prenom)} ${propre(connu.nom)}` : null },
    { libelle: 'E-mail', valeur: connu ? t`${courriel(connu.email)}` : null },
  ];
}

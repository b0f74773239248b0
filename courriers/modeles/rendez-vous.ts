import { fuseau } from '../../domain/calendrier/fuseaux';
import type { RendezVous } from '../../domain/rendez-vous/rendez-vous';
import { sortes } from '../../domain/rendez-vous/sortes';
import type { Contenu, LigneDate, Section } from '../contenu';
import { appeler, type ContexteCourrier, exige, jourLong } from '../contexte';
import { duree, lienSms, lieu, modeCourt, moment, motsDesSortes, nommer, ou, quand } from '../rendez-vous';
import { fort, type Texte, t, typographie } from '../texte';
import { ligne } from './commun';

/** What every letter on an appointment begins with. */
export function entete(c: ContexteCourrier) {
  const rdv = exige(c.rendezVous, 'rendezVous');
  return {
    rdv,
    nom: nommer(rdv, c.v),
    quand: quand(c, rdv),
    ...moment(c, rdv),
    ou: ou(c, rdv),
    obligatoire: sortes[rdv.sorte].obligatoire,
  };
}

/**
 * The letters on something else that gave this appointment as it was: their other dates stand, and each is named.
 * @see docs/decisions/006
 */
export const dontLaDateTombe = (c: ContexteCourrier): Texte[] =>
  (c.rendezVousDits ?? []).map(({ donnees, partiLe }) => {
    const { objet } = c.relire(donnees);
    const avant = exige(donnees.rendezVous, 'rendezVous');
    const courrier = t`Notre courrier du ${jourLong(partiLe)} (« ${objet} ») annonçait aussi ce rendez-vous, le ${quand(c, avant)}`;
    return c.rendezVous?.statut === 'ANNULE'
      ? t`${courrier} : ${fort('il n’a plus lieu')}. Ce que ce courrier dit d'autre compte toujours.`
      : t`${courrier} : ${fort('ne retenez que les indications d’aujourd’hui')}. Ce que ce courrier dit d'autre compte toujours.`;
  });

/** How it takes place and how to move it, at the end of a text message: the link of a call by video when it fits. */
export function finSms(c: ContexteCourrier, rdv: RendezVous, court: boolean): Texte {
  const lien = lienSms(rdv);
  const ecrit = c.personnes.identite.email !== undefined && c.personnes.identite.email !== '';
  const mode = modeCourt[rdv.mode];
  const prevenir = t`Si vous ne pouvez pas venir, prévenez avant.`;
  if (rdv.mode === 'PRESENTIEL') {
    if (!court) return t`${mode} (${lieu(c, rdv)}). ${prevenir}`;
    return ecrit ? t`${mode} (adresse dans l'e-mail). ${prevenir}` : t`${lieu(c, rdv)}.`;
  }
  if (lien === null) return t`${mode}. ${prevenir}`;
  if (!court) return t`${mode}. ${prevenir} Lien : ${lien}`;
  const ailleurs = ecrit ? t`lien dans l'e-mail` : t`demandez le lien`;
  return t`${mode} (${ailleurs}). ${prevenir}`;
}

/** What to bring or prepare; a call by video is tried out before. */
export const preparer = (c: ContexteCourrier, rdv: RendezVous): Texte[] => [
  t`${motsDesSortes[rdv.sorte].preparer(c.v)}`,
  ...(rdv.mode === 'VISIO' && rdv.sorte !== 'WEBINAIRE'
    ? [t`Connectez-vous quelques minutes avant, pour vérifier le son et l'image.`]
    : []),
];

/** How to move it. */
export const empechement = (c: ContexteCourrier): Texte =>
  t`Si vous ne pouvez pas venir, ${appeler(c)} dès que vous le savez : une autre date peut être trouvée.`;

export const utilite = (c: ContexteCourrier, rdv: RendezVous): Section => ({
  titre: 'À quoi sert ce rendez-vous',
  paragraphes: [t`${motsDesSortes[rdv.sorte].but(c.v)}`],
});

/** Day, hour and length; whose clock it is, when the person lives by another than the agency's. */
export function lignesRendezVous(c: ContexteCourrier, rdv: RendezVous): LigneDate[] {
  const { jour, heure } = moment(c, rdv);
  const loin = fuseau(c.personnes.agence.residence ?? c.dossier.residence) !== fuseau(c.dossier.residence);
  const horloge = loin ? (rdv.mode === 'PRESENTIEL' ? 'Heure de l’agence' : 'Heure de chez vous') : 'Heure';
  return [
    ...ligne('Jour', jour),
    { libelle: horloge, valeur: heure },
    { libelle: typographie('Durée prévue'), valeur: duree(rdv.dureeMinutes) },
  ];
}

/** What a letter that fixes an appointment ends with, after what to do of one's diary. */
export const pourYVenir = (
  c: ContexteCourrier,
  rdv: RendezVous,
  agenda: Texte,
): Pick<Contenu, 'aFaire' | 'dates' | 'sections'> => ({
  aFaire: [agenda, ...preparer(c, rdv), empechement(c)],
  dates: lignesRendezVous(c, rdv),
  sections: [utilite(c, rdv)],
});

import { FRANCE_TRAVAIL, jourCourt, jourLong } from '../contexte';
import { quandSeReinscrire } from '../fins';
import { nommer, ou, quand } from '../rendez-vous';
import { fort, majuscule, type Texte, t } from '../texte';
import type { Bloc, Document } from './bloc';
import { contacts } from './contacts';
import { type ContexteDocument, jourDe } from './contexte';
import { joursDeFin, tableauEcheances } from './echeances';

/** The nearest appointments: more would not hold on the page. */
const RENDEZ_VOUS = 5;

function prochains(c: ContexteDocument): Bloc[] {
  const aVenir = c.rendezVous
    .filter((rdv) => rdv.statut === 'PREVU' && jourDe(c, rdv) >= c.jour)
    .toSorted((a, b) => (a.debut < b.debut ? -1 : 1))
    .slice(0, RENDEZ_VOUS)
    .map((rdv): Texte => t`${fort(majuscule(quand(c, rdv)))} : ${nommer(rdv, c.v)}. ${ou(c, rdv)}`);
  return [
    { genre: 'partie', titre: 'Mes prochains rendez-vous', nouvellePage: false },
    aVenir.length > 0
      ? { genre: 'liste', numerotee: false, points: aVenir }
      : { genre: 'paragraphe', texte: t`Aucun rendez-vous n'est prévu à ce jour.` },
  ];
}

function aRetenir(c: ContexteDocument): Bloc[] {
  const jours = joursDeFin(c);
  const points = [
    ...(c.r.debutCsp
      ? [t`Je m'actualise toutes les fins de mois, au 3949, sur ${FRANCE_TRAVAIL} ou sur l'application.`]
      : []),
    t`Je préviens ${c.qui} dès que ma situation change : emploi, arrêt maladie, congés, formation.`,
    ...(jours && c.r.reinscription?.requise !== false && !c.r.reinscription?.dateDemande
      ? [t`Je me réinscris à France Travail ${quandSeReinscrire(jours.d, (jour) => fort(jourCourt(jour)))}.`]
      : []),
  ];
  return [{ genre: 'encadre', titre: 'À retenir', points }];
}

/** One page for the fridge door: every date, the next appointments, whom to call. */
export const mesDates = (c: ContexteDocument): Document => ({
  titre: 'Mes dates',
  sousTitre: `${c.beneficiaire}, dossier ${c.numero}, au ${jourLong(c.jour).replace(/^\S+ /, '')}`,
  couverture: false,
  unePage: true,
  blocs: [
    { genre: 'partie', titre: 'Mes échéances', nouvellePage: false },
    tableauEcheances(c),
    ...prochains(c),
    ...aRetenir(c),
    { genre: 'partie', titre: 'Qui appeler', nouvellePage: false },
    { genre: 'fiche', champs: contacts(c) },
  ],
});

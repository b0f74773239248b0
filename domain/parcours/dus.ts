import { finDeVeille } from '../calendrier/fuseaux';
import { cleCourrier } from '../catalogue/cle-courrier';
import { titreCourrier } from '../catalogue/titres';
import { type Agenda, tenirAgenda } from './agenda';
import { CODE_REFERENT, plancherDuReferent } from './changement-referent';
import { clesVoulues } from './cles-voulues';
import { clesDejaReglees } from './deja-regle';
import type { Entendu } from './entendre';
import { erreurADire } from './erreur-a-dire';
import type { LettresVoulues } from './lettres-voulues';
import type { TacheDue } from './parcours';
import type { Position } from './position';
import type { QuestionSituer } from './question';
import { planchersDuSursis } from './sursis';
import { tachesDesDoutes } from './taches-doutes';
import { tachesAConfirmer, tachesDesCourriers, tachesDuCalendrier } from './taches-dues';

/** What is due of the letters: the wanted ones laid over what is remembered, retention and interruption taken into account. */
export function courriersDus(
  question: QuestionSituer,
  { juges, journal, dossier, resolu }: Entendu,
  { jour, projete, doutes, deces }: Position,
  { voulus, changements, rectifications, remplacements, portees, faitsCites }: LettresVoulues,
): Agenda {
  const { demande, options } = question;
  const { etat, maintenant } = demande;
  const { residence } = dossier;
  const sursisMinutes = options.sursisMinutes ?? 0;
  const { changementReferent } = options;
  const planchers = planchersDuSursis({
    journal,
    maintenant,
    sursisMinutes,
    // What no entry of the journal brings has its own hour.
    voulus: voulus.filter(({ code }) => code !== CODE_REFERENT).map((lettre) => cleCourrier(etat.numero, lettre)),
    voulusSelon: (avant) => clesVoulues(question, avant, jour),
  });
  return tenirAgenda({
    voulus,
    evaluation: projete,
    doutes,
    residence,
    demande,
    changements,
    silenceConfirme: resolu.silenceConfirme,
    envoi: options.envoi,
    planchers: new Map([
      ...planchers,
      ...plancherDuReferent(etat.numero, changementReferent, residence, { sursisMinutes, maintenant }),
    ]),
    veilleJusqua: options.revenuLe ? finDeVeille(new Date(options.revenuLe), residence).toISOString() : null,
    deces,
    rectifications,
    dejaReglees: clesDejaReglees(question, { juges }, voulus, jour),
    remplacements,
    ...(options.entretiensFixes ? { entretiensFixes: options.entretiensFixes } : {}),
    portees,
    decidees: options.decidees,
    faitsCites,
    relance: etat.recus.some(({ acte }) => acte === 'relancer'),
  });
}

/** What is due of people: what the dates bring, then the facts, then the letters that no channel took. */
export function tachesDues(
  { demande: { etat } }: QuestionSituer,
  { dossier, evenements, resolu, aConfirmer }: Entendu,
  { observe, doutes, echeances, jour, dernier }: Position,
  tachesFaits: readonly TacheDue[],
  agenda: Agenda,
): TacheDue[] {
  const { silenceConfirme, fermeture } = resolu;
  if (fermeture !== null)
    return [...tachesFaits, ...erreurADire(etat.numero, { id: fermeture.id, le: dernier.date }, agenda, titreCourrier)];
  const { numero, dateReprise } = etat;
  const { residence } = dossier;
  return [
    ...tachesDuCalendrier({ etat, dossier, evaluation: observe, evenements, echeances, jour, silenceConfirme }),
    ...tachesDesDoutes({ numero, dateReprise, residence, evaluation: observe, doutes, jour }),
    ...tachesFaits,
    ...tachesAConfirmer(etat.numero, aConfirmer.values(), jour),
    ...tachesDesCourriers(agenda.memoires, titreCourrier, jour),
  ];
}

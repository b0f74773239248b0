import { comparer, type DateCivile, enChiffres } from '../../domain/calendrier/dates';
import type { Resultat } from '../../domain/dossier/resultat';
import { nomCourtCause } from '../../domain/faits/causes';
import type { CourrierAPartir } from '../../domain/parcours/previsualiser';
import type { Apercu } from '../../domain/rendez-vous/previsualiser';
import { libellesSorte } from '../../domain/rendez-vous/sortes';
import { libellesDestinataire, titreCourrier } from './libelles';

/** A letter that an act would move: null on the side where it does not leave. */
export interface CourrierDeplace extends Pick<CourrierAPartir, 'code' | 'destinataire'> {
  titre: string;
  avant: CourrierAPartir | null;
  apres: CourrierAPartir | null;
}

/** A letter that goes and one of the same code that comes are, for people, one letter that moves. */
export function courriersDeplaces({ courriersNouveaux, courriersAnnules }: Apercu): CourrierDeplace[] {
  const perdus = [...courriersAnnules];
  const deplaces: CourrierDeplace[] = courriersNouveaux.map((apres) => {
    const { code, destinataire, annonce } = apres;
    const rang = perdus.findIndex((p) => p.code === code && p.destinataire === destinataire);
    const [perdu] = rang === -1 ? [] : perdus.splice(rang, 1);
    return { code, titre: titreCourrier(code, annonce !== undefined), destinataire, avant: perdu ?? null, apres };
  });
  for (const avant of perdus) {
    const { code, destinataire } = avant;
    deplaces.push({ code, titre: titreCourrier(code), destinataire, avant, apres: null });
  }
  const ordre = ({ avant, apres }: CourrierDeplace): string => (apres ?? avant)!.depart;
  return deplaces.sort((a, b) => comparer(ordre(a), ordre(b)));
}

/** Letters that an act moves, by when they leave now. */
export interface GroupeCourriers {
  titre: 'Partent aujourd’hui' | 'Partent plus tard' | 'Ne partent plus';
  courriers: CourrierDeplace[];
}

/** Those that leave on the day itself where the person lives, those that leave later or wait, those that no longer leave; no empty group. */
export function courriersParDepart(apercu: Apercu): GroupeCourriers[] {
  const aujourdhui = apercu.apres.observeLe;
  const titreDe = ({ apres }: CourrierDeplace): GroupeCourriers['titre'] => {
    if (apres === null) return 'Ne partent plus';
    return apres.reel.jour === aujourdhui ? 'Partent aujourd’hui' : 'Partent plus tard';
  };
  const deplaces = courriersDeplaces(apercu);
  return (['Partent aujourd’hui', 'Partent plus tard', 'Ne partent plus'] as const)
    .map((titre) => ({ titre, courriers: deplaces.filter((courrier) => titreDe(courrier) === titre) }))
    .filter(({ courriers }) => courriers.length > 0);
}

/** The last CSP day before and after, when an act moves it: the term, or an exit before it. */
export function finDeplacee({ avant, apres }: Apercu): { avant: DateCivile | null; apres: DateCivile | null } | null {
  const [a, b] = [avant.resultat.dateFinCsp ?? null, apres.resultat.dateFinCsp ?? null];
  return a === b ? null : { avant: a, apres: b };
}

type Suspension = NonNullable<Resultat['suspensions']>[number];

/** Days without ASP that an act brings or takes away, with their cause. */
export function suspensionsDeplacees({ avant, apres }: Apercu): { nouvelles: Suspension[]; disparues: Suspension[] } {
  const liste = (s: Apercu['avant']) => s.resultat.suspensions ?? [];
  const absentes = (de: Suspension[], dans: Suspension[]) =>
    de.filter((s) => !dans.some((a) => a.debut === s.debut && a.fin === s.fin && a.cause === s.cause));
  return { nouvelles: absentes(liste(apres), liste(avant)), disparues: absentes(liste(avant), liste(apres)) };
}

/** "Suspendu du 01/07/2025 au 10/07/2025 (arrêt maladie)." and what no longer is, one sentence each. */
export function suspensionsEnClair(apercu: Apercu): string[] {
  const { nouvelles, disparues } = suspensionsDeplacees(apercu);
  const dire = (quoi: string) => (s: Suspension) =>
    `${quoi} du ${enChiffres(s.debut)} au ${enChiffres(s.fin)} (${nomCourtCause(s.cause)}).`;
  return [...nouvelles.map(dire('Suspendu')), ...disparues.map(dire('N’est plus suspendu'))];
}

/** "Rendez-vous à déplacer : Atelier du 03/07/2025, …"; null when no suspension reaches any. */
export function rendezVousTouchesEnClair({ rendezVousTouches }: Pick<Apercu, 'rendezVousTouches'>): string | null {
  const liste = rendezVousTouches.map(({ sorte, jour }) => `${libellesSorte[sorte]} du ${enChiffres(jour)}`);
  return liste.length === 0 ? null : `Rendez-vous à déplacer : ${liste.join(', ')}.`;
}

/** Which letter will tell the person that one she holds is no longer exact, one sentence each. */
export const phrasesCorrections = ({ courriersFaux, corrections }: Apercu): string[] =>
  courriersFaux.flatMap(({ cle, code, destinataire }) => {
    const par = corrections[cle];
    if (par === undefined) return [];
    const [lettre, lecteur] = [
      `«\u202f${titreCourrier(code)}\u202f»`,
      libellesDestinataire[destinataire].toLowerCase(),
    ];
    return par === code
      ? [`${lettre} part de nouveau (${lecteur})\u00a0: la lettre dit laquelle elle remplace, et ce qui change.`]
      : [`${lettre} (${lecteur}) sera corrigée par «\u202f${titreCourrier(par)}\u202f», qui dit ce qui change.`];
  });

/** True when the act would change nothing that anyone can see. */
export const sansEffet = (a: Apercu): boolean =>
  a.avant.enUnePhrase === a.apres.enUnePhrase &&
  finDeplacee(a) === null &&
  suspensionsEnClair(a).length === 0 &&
  [a.echeances, a.courriersNouveaux, a.courriersAnnules, a.courriersFaux, a.faitsRepousses, a.alertesNouvelles].every(
    (liste) => liste.length === 0,
  );

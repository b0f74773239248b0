import { lireDate } from '../../domain/calendrier/dates';
import { dateLocale, fuseau } from '../../domain/calendrier/fuseaux';
import { motifTropLong } from '../../domain/dossier/limite';
import type { Numero } from '../../domain/dossier/numero';
import { codeDeFaute, lireTextes } from '../../domain/dossier/valeurs';
import { phrase } from '../../domain/faits/erreurs';
import { bloquerRappels, debloquerRappels, type RappelsBloques, type Registre } from '../../registre';
import { Refus } from './commun/refus';

/** A stop as it is typed. */
export type SaisieBlocage = Pick<RappelsBloques, 'numero' | 'motif' | 'par'> & {
  /** Last day without reminders, ISO 8601. */
  jusquau: string;
};

/**
 * Stops every reminder to a person until a day: they wait, and those still useful then leave.
 * @throws Refus with every field that does not fit, or DOSSIER_INCONNU; nothing is then changed
 */
export async function bloquerLesRappels(registre: Registre, saisie: SaisieBlocage, maintenant: Date): Promise<void> {
  const { valeur, fautes } = lireTextes({ motif: saisie.motif, jusquau: saisie.jusquau });
  if (fautes.length > 0) throw Refus.de(...fautes.map(codeDeFaute));
  const { motif } = valeur;
  const jusquau = lireDate(valeur.jusquau);
  const long = motifTropLong(motif);
  const refus = [
    ...(jusquau === null ? [sansJour(valeur.jusquau)] : []),
    ...(jusquau !== null && jusquau < dateLocale(maintenant, fuseau('metropole'))
      ? [{ code: 'RAPPELS_JUSQUAU_PASSE', phrase: phrase('RAPPELS_JUSQUAU_PASSE') }]
      : []),
    ...(motif === '' ? [{ code: 'CHAMP_MANQUANT:motif', phrase: 'Dites pourquoi les rappels s’arrêtent.' }] : []),
    ...(long === null ? [] : [{ code: 'CHAMP_INVALIDE:motif', phrase: long }]),
  ];
  if (jusquau === null || refus.length > 0) throw new Refus(refus);
  if (!(await bloquerRappels(registre, { ...saisie, motif, jusquau }, maintenant))) throw Refus.de('DOSSIER_INCONNU');
}

/** A day that is missing, or that is none. */
const sansJour = (tape: string) =>
  tape === ''
    ? { code: 'CHAMP_MANQUANT:jusquau', phrase: 'Dites jusqu’à quel jour les rappels s’arrêtent.' }
    : { code: 'DATE_INVALIDE:jusquau', phrase: phrase(`DATE_INVALIDE:${tape}`) };

/** Lets them go again before that day. @throws Refus RAPPELS_NON_BLOQUES */
export async function debloquerLesRappels(
  registre: Registre,
  numero: Numero,
  auteur: string,
  maintenant: Date,
): Promise<void> {
  if (!(await debloquerRappels(registre, numero, auteur, maintenant))) throw Refus.de('RAPPELS_NON_BLOQUES');
}

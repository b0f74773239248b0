import { fixesParConvocation, lettresDecidees } from '../courriers';
import type { Numero } from '../domain/dossier/numero';
import { appliquer, fusionner } from '../domain/parcours/appliquer';
import { aChangeDeRegles, clesConnues } from '../domain/parcours/deja-regle';
import type { DemandeSituer, EtatConnu, EtatParcours, ReponseSituer } from '../domain/parcours/parcours';
import { type OptionsSituer, situer } from '../domain/parcours/situer';
import { estMalformee, lireAvantPasse, lireDossier, lireSuiveurs, type Registre, tracer } from '../registre';
import { inscrirePasse } from './inscription';

/** Messages of a journey that the register cannot keep, and what it said; names nobody. */
export interface RefusDuRegistre {
  numero: Numero;
  ids: readonly string[];
  raison: string;
}

/**
 * One pass of a journey: the law asked once, its answer written and given. A message that the register cannot keep, whatever the
 * number of tries, is refused, so that the others count and the journey goes on.
 * @param alerter told of what was refused so
 * @throws ErreurRegistre when the register is away, or refuses what no message of this pass brought
 */
export async function passer(
  registre: Registre,
  demande: DemandeSituer,
  options: OptionsSituer,
  alerter: (refus: RefusDuRegistre) => void = () => undefined,
): Promise<ReponseSituer> {
  try {
    return await demanderEtInscrire(registre, demande, options);
  } catch (erreur) {
    if (!estMalformee(erreur)) throw erreur;
    const { reponse, ids } = await refuserCeQuiGene(registre, demande, options, erreur);
    alerter({ numero: demande.etat.numero, ids, raison: (erreur as Error).message });
    return reponse;
  }
}

async function demanderEtInscrire(
  registre: Registre,
  demande: DemandeSituer,
  options: OptionsSituer,
): Promise<ReponseSituer> {
  const { reponse, situation, connu } = await situerAvecLePasse(registre, demande, options);
  const etat = structuredClone(demande.etat);
  appliquer(etat, reponse, etat.recus.length);
  const { taches, memoires } = reponse;
  const le = new Date(demande.maintenant);
  const { retrouve, suivi: lu } = await inscrirePasse(registre, { etat, situation, connu, taches, memoires, le });
  if (retrouve !== null) return rattraper(registre, demande, options, retrouve);
  // The register alone knows who follows the person now: what the lists of the engine filter on says the same.
  const suivi = lu ?? (await lireSuiveurs(registre, etat.numero));
  return suivi === null ? reponse : { ...reponse, attributs: { ...reponse.attributs, ...suivi } };
}

/** The law asked, which is told what the register alone knows, and what the former rules had seen to when they changed since. */
export async function situerAvecLePasse(registre: Registre, demande: DemandeSituer, options: OptionsSituer) {
  const dejaVoulus = aChangeDeRegles(demande.etat) ? await clesVuesParLesAnciennes(registre, demande.etat) : undefined;
  const avant = await lireAvantPasse(registre, demande.etat.numero, new Date(demande.maintenant));
  const { revenuLe, changementReferent, connu } = avant;
  const entretiensFixes = fixesParConvocation(avant.fixes);
  const decidees = lettresDecidees(avant);
  const situe = situer(demande, {
    ...options,
    ...{ revenuLe: revenuLe?.toISOString() ?? null, dejaVoulus, entretiensFixes, changementReferent, decidees },
  });
  return { ...situe, connu };
}

/** Letters that the rules of the last pass saw, wanted by them or gone. */
const clesVuesParLesAnciennes = async (registre: Registre, { numero }: EtatParcours): Promise<ReadonlySet<string>> =>
  clesConnues((await lireDossier(registre, numero))?.situation ?? null);

/**
 * The engine was brought back older than the register: the journey takes up what the register kept, and the question is asked again of
 * both together, so that no fact is answered as taken and lost.
 */
async function rattraper(
  registre: Registre,
  demande: DemandeSituer,
  options: OptionsSituer,
  retrouve: EtatConnu,
): Promise<ReponseSituer> {
  const etat = structuredClone(demande.etat);
  const details = { de: etat.version, a: retrouve.version };
  fusionner(etat, retrouve);
  const reponse = await demanderEtInscrire(registre, { ...demande, etat }, options);
  const trace = { numero: etat.numero, auteur: 'jalon', acte: 'RATTRAPER', details };
  await tracer(registre, trace, new Date(demande.maintenant));
  return { ...reponse, retrouve: reponse.retrouve ?? retrouve };
}

/** Each message refused alone, in turn; all of them when more than one is at fault. */
async function refuserCeQuiGene(
  registre: Registre,
  demande: DemandeSituer,
  options: OptionsSituer,
  cause: unknown,
): Promise<{ reponse: ReponseSituer; ids: readonly string[] }> {
  const { recus } = demande.etat;
  const essais =
    recus.length > 1 ? [...recus.map(({ id }) => [id]), recus.map(({ id }) => id)] : recus.map(({ id }) => [id]);
  for (const ids of essais) {
    const sansEux = { ...demande, etat: sansCompter(demande.etat, ids) };
    try {
      return { reponse: await demanderEtInscrire(registre, sansEux, options), ids };
    } catch (erreur) {
      if (!estMalformee(erreur)) throw erreur;
    }
  }
  throw cause;
}

const sansCompter = (etat: EtatParcours, refuses: readonly string[]): EtatParcours => ({
  ...etat,
  recus: etat.recus.map((recu) => (refuses.includes(recu.id) ? { ...recu, refus: 'DONNEES_REFUSEES' } : recu)),
});

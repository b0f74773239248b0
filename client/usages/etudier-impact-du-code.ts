import type { DateCivile } from '../../domain/calendrier/dates';
import type { Destinataire } from '../../domain/dossier/resultat';
import { aChangeDeRegles, clesConnues } from '../../domain/parcours/deja-regle';
import { type OptionsSituer, situer } from '../../domain/parcours/situer';
import { versionDomaine } from '../../domain/parcours/version';
import { type EtatVivant, etatsVivants, tracer } from '../../registre';
import { lireOptions } from './commun/circonstances';
import type { DepsApercu } from './commun/deps';

/** A letter that this code would hand over at once, or would keep back. */
export interface LettreDuCode {
  numero: string;
  code: string;
  destinataire: Destinataire;
  /** Day, period or fact that it speaks of. */
  base: string;
  date: DateCivile;
  /** PREVUE: the code that last looked at the journey was to send it too. NOUVELLE: it leaves by this code alone. */
  origine: 'PREVUE' | 'NOUVELLE';
}

/** What a release would do at once to the journeys that live. */
export interface ImpactDuCode {
  versionDomaine: string;
  parcours: number;
  /** Of them, those that other rules last looked at. */
  aMettreAJour: number;
  lettres: LettreDuCode[];
  /** Letters about the past that it will not send: what they speak of was dealt with under the former rules. */
  nonEnvoyees: LettreDuCode[];
}

const PAGE = 200;

/**
 * This code asked of every live journey of the register as it is: the letters that would leave at once, nothing being recorded. Whatever
 * the hour, and taken back by nobody: a release is looked at before the working hours in which its letters leave. Of whatever agency, and
 * without a name: the audit trail says who asked.
 * @param qui.jour today
 */
export async function etudierImpactDuCode(
  { registre, sursisMinutes = 0 }: Pick<DepsApercu, 'registre' | 'sursisMinutes'>,
  { auteur, jour }: { auteur: string; jour: DateCivile },
  maintenant: Date,
): Promise<ImpactDuCode> {
  const details = { code: versionDomaine };
  await tracer(registre, { numero: null, auteur, acte: 'ETUDIER_IMPACT', details }, maintenant);
  const bilan: ImpactDuCode = { versionDomaine, parcours: 0, aMettreAJour: 0, lettres: [], nonEnvoyees: [] };
  for (let dernier = ''; ; ) {
    const page = await etatsVivants(registre, jour, dernier, PAGE);
    for (const vivant of page) {
      const { numero } = vivant.etat;
      const circonstances = await lireOptions(registre, numero);
      etudier(bilan, vivant, maintenant, { sursisMinutes, ...circonstances });
    }
    if (page.length < PAGE) return bilan;
    dernier = page.at(-1)!.etat.numero;
  }
}

function etudier(
  bilan: ImpactDuCode,
  { etat, situation }: EtatVivant,
  maintenant: Date,
  reglages: Pick<OptionsSituer, 'sursisMinutes' | 'entretiensFixes' | 'changementReferent' | 'decidees'>,
): void {
  const dejaVoulus = clesConnues(situation);
  const demande = { etat, enCours: [], maintenant: maintenant.toISOString() };
  const { reponse } = situer(demande, { envoi: 'immediat', dejaVoulus, ...reglages });
  const lettre = (cle: string, { code, destinataire, base, date }: Omit<LettreDuCode, 'numero' | 'origine'>) => ({
    ...{ numero: etat.numero, code, destinataire, base, date },
    origine: dejaVoulus.has(cle) ? ('PREVUE' as const) : ('NOUVELLE' as const),
  });
  bilan.parcours += 1;
  bilan.lettres.push(...reponse.dus.map((du) => lettre(du.cle, du)));
  if (!aChangeDeRegles(etat)) return;
  bilan.aMettreAJour += 1;
  const reprises = Object.entries(reponse.memoires).filter(([, memoire]) => memoire.statut === 'REPRIS');
  bilan.nonEnvoyees.push(...reprises.map(([cle, memoire]) => lettre(cle, memoire)));
}

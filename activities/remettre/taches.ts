import { enChiffres } from '../../domain/calendrier/dates';
import { titreCourrier } from '../../domain/catalogue/titres';
import type { IssueRemise } from '../../domain/parcours/parcours';
import {
  cloreCourrier,
  completerCourrier,
  deposerTache,
  type EnvoiPrepare,
  type Juge,
  preparerCourrier,
  type Registre,
} from '../../registre';

/**
 * A letter that no channel takes becomes someone's task, with its PDF ready to print.
 * @param raison why, in French; null for a letter that was always meant for the counsellor
 * @param juger asked as before a hand-off: what nobody wants any more is nobody's task
 */
export async function confierAuReferent(
  registre: Registre,
  envoi: EnvoiPrepare,
  raison: string | null,
  maintenant: Date,
  juger: Juge,
): Promise<IssueRemise> {
  const le = maintenant.toISOString();
  const { suite, rang } = await preparerCourrier(registre, { ...envoi, canal: 'COURRIER' }, maintenant, juger);
  if (suite === 'RETENU' || suite === 'ANNULE') return { statut: suite, le };
  if (suite === 'A_ENVOYER' || suite === 'INCERTAIN') {
    const erreur = raison ?? 'à lire par le référent';
    await completerCourrier(registre, envoi.cle, { rang, statut: 'ECHEC', erreur }, maintenant);
  }
  await cloreCourrier(registre, envoi, 'EN_TACHE', maintenant);
  const titre = titreCourrier(envoi.code);
  await deposerTache(
    registre,
    {
      cle: `${envoi.cle}/COURRIER_A_REMETTRE`,
      numero: envoi.numero,
      type: 'COURRIER_A_REMETTRE',
      libelle:
        raison === null
          ? `À lire : ${titre}`
          : `${titre} du ${enChiffres(envoi.datePrevue)} à imprimer et à remettre : ${raison}.`,
      echeance: envoi.datePrevue,
    },
    maintenant,
  );
  return { statut: 'EN_TACHE', le };
}

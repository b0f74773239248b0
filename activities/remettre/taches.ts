import { entreeCatalogue } from '../../domain/catalogue';
import { enChiffres } from '../../domain/dates';
import {
  cloreCourrier,
  completerCourrier,
  deposerTache,
  type EnvoiPrepare,
  preparerCourrier,
  type Registre,
} from '../../registre';

/**
 * A letter that no channel takes becomes someone's task, with its PDF ready to print.
 * @param raison why, in French; null for a letter that was always meant for the counsellor
 */
export async function confierAuReferent(
  registre: Registre,
  envoi: EnvoiPrepare,
  raison: string | null,
  maintenant: Date,
): Promise<void> {
  const { suite, rang } = await preparerCourrier(registre, { ...envoi, canal: 'COURRIER' }, maintenant);
  if (suite === 'A_ENVOYER' || suite === 'INCERTAIN') {
    const erreur = raison ?? 'à lire par le référent';
    await completerCourrier(registre, envoi.cle, { rang, statut: 'ECHEC', erreur }, maintenant);
  }
  await cloreCourrier(registre, envoi, 'EN_TACHE', maintenant);
  const { titre } = entreeCatalogue(envoi.code);
  await deposerTache(
    registre,
    {
      cle: `${envoi.cle}/COURRIER_A_REMETTRE`,
      numero: envoi.numero,
      type: 'COURRIER_A_REMETTRE',
      libelle:
        raison === null ? titre : `${titre} du ${enChiffres(envoi.datePrevue)} à imprimer et à remettre : ${raison}.`,
      echeance: envoi.datePrevue,
    },
    maintenant,
  );
}

import { type DocumentRendu, rendreDocument, type SorteDocument } from '../../courriers/documents';
import { dateLocale, fuseau } from '../../domain/calendrier/fuseaux';
import { resoudreParcours } from '../../domain/droit/parcours-inscrit';
import { parametresDe } from '../../domain/droit/reglements/parametres-de';
import { lireDossier, lirePersonnes, listerActions, listerRendezVous, type Registre } from '../../registre';
import { Refus } from './commun/refus';

/** The one document that means something before the CSP, and without one. */
export const sansCsp = (sorte: SorteDocument): boolean => sorte === 'MES_DATES';

/**
 * Makes a document of a dossier from the register alone, as things stand on the day of the person's zone.
 * @throws Refus DOSSIER_INCONNU, DOCUMENT_OUVERTURE_EN_COURS, DOCUMENT_IDENTITE_EFFACEE, DOCUMENT_SANS_CSP
 */
export async function composerDocument(
  registre: Registre,
  numero: string,
  sorte: SorteDocument,
  maintenant: Date,
): Promise<DocumentRendu> {
  const [inscrit, personnes, rendezVous, actions] = await Promise.all([
    lireDossier(registre, numero),
    lirePersonnes(registre, numero),
    listerRendezVous(registre, numero),
    listerActions(registre, numero),
  ]);
  if (inscrit === null) throw Refus.de('DOSSIER_INCONNU');
  const { situation } = inscrit;
  if (situation === null) throw Refus.de('DOCUMENT_OUVERTURE_EN_COURS');
  if (personnes === null) throw Refus.de('DOCUMENT_IDENTITE_EFFACEE');
  const { resultat } = situation;
  if (!resultat.debutCsp && !sansCsp(sorte)) throw Refus.de('DOCUMENT_SANS_CSP');
  const resolu = resoudreParcours(inscrit.dossier, inscrit.journal);
  const { dossier } = resolu;
  return rendreDocument({
    sorte,
    jour: dateLocale(maintenant, fuseau(dossier.residence)),
    numero,
    personnes,
    dossier,
    situation,
    rendezVous,
    actions,
    parametres: parametresDe(resolu),
  });
}

import { entreeCatalogue } from '../../domain/catalogue/catalogue';
import { lireCle } from '../../domain/catalogue/cle-courrier';
import { motifTropLong } from '../../domain/dossier/limite';
import { codeDeFaute, lireTextes } from '../../domain/dossier/valeurs';
import { liberer, lireCourrier, lireDossier, retenir } from '../../registre';
import type { Decision, DepsCourriers } from './commun/courriers';
import { Refus } from './commun/refus';

const A_ENVOYER = ['A_VENIR', 'A_REPRENDRE', 'RETENU', 'EN_REMISE'];

/**
 * Holds one letter back until someone lets it go; it is asked about again meanwhile, and lapses as any other.
 * @returns false when someone holds it already
 * @throws Refus CHAMP_MANQUANT:motif, CHAMP_INVALIDE:motif, CARACTERE_INTERDIT, COURRIER_INCONNU, COURRIER_DEJA_TRAITE
 */
export async function retenirCourrier(
  { registre }: Pick<DepsCourriers, 'registre'>,
  cle: string,
  { auteur, motif: tape }: Decision,
  maintenant: Date,
): Promise<boolean> {
  const motif = lireMotif(tape);
  const lue = lireCle(cle);
  const inscrit = lue && (await lireDossier(registre, lue.numero));
  if (!lue || !inscrit) throw Refus.de('COURRIER_INCONNU');
  const courrier = await lireCourrier(registre, cle);
  const statut = courrier?.statut ?? inscrit.situation?.courriers.find((c) => c.cle === cle)?.statut;
  const horsParcours = ['RENDEZ_VOUS', 'FLOTTE'].includes(entreeCatalogue(lue.code).origine);
  if (statut === undefined && !horsParcours) throw Refus.de('COURRIER_INCONNU');
  if (statut !== undefined && !A_ENVOYER.includes(statut)) throw Refus.de('COURRIER_DEJA_TRAITE');
  return retenir(registre, { cle, numero: lue.numero, motif, par: auteur }, maintenant);
}

function lireMotif(tape: string): string {
  const { valeur, fautes } = lireTextes({ motif: tape });
  if (fautes.length > 0) throw Refus.de(...fautes.map(codeDeFaute));
  const { motif } = valeur;
  if (motif === '')
    throw new Refus([{ code: 'CHAMP_MANQUANT:motif', phrase: 'Dites pourquoi ce courrier est retenu.' }]);
  const long = motifTropLong(motif);
  if (long !== null) throw new Refus([{ code: 'CHAMP_INVALIDE:motif', phrase: long }]);
  return motif;
}

/** Lets a held letter go; it leaves at once when its time has come. @throws Refus COURRIER_NON_RETENU */
export async function libererCourrier(
  { registre, prevenir }: DepsCourriers,
  cle: string,
  { auteur }: Pick<Decision, 'auteur'>,
  maintenant: Date,
): Promise<void> {
  const lue = lireCle(cle);
  if (!lue || !(await liberer(registre, cle, auteur, maintenant))) throw Refus.de('COURRIER_NON_RETENU');
  await prevenir([{ cle, ...lue }]);
}

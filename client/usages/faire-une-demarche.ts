import { type DateCivile, lireDate } from '../../domain/calendrier/dates';
import { codeDeFaute, lireTextes } from '../../domain/dossier/valeurs';
import { phrase } from '../../domain/faits/erreurs';
import { demarchesDe } from '../../domain/parcours/demarches';
import {
  type DossierInscrit,
  formationsDe,
  inscrireDemarche,
  type Registre,
  retirerDemarche,
  toutOuRien,
} from '../../registre';
import { Refus } from './commun/refus';
import { type QuiAgit, redeposerTache } from './commun/taches-formation';

/** A step of a training that is prepared. */
export interface DemarcheVisee {
  /** Id of the training. */
  formation: string;
  /** Code of the step. */
  demarche: string;
}

/**
 * Says a step done on a day: the next one takes its place in the week. The first to say so is kept.
 * @param saisie `le`: ISO 8601
 * @throws Refus FORMATION_INCONNUE; CHAMP_INVALIDE:demarche for a step that is none of its route; CHAMP_MANQUANT:le, DATE_INVALIDE:le,
 *   CHAMP_INVALIDE:le, CARACTERE_INTERDIT
 */
export async function faireUneDemarche(
  registre: Registre,
  inscrit: DossierInscrit,
  saisie: DemarcheVisee & { le: string },
  { auteur, aujourdhui, maintenant }: QuiAgit,
): Promise<void> {
  const visee = await viser(registre, inscrit, saisie);
  const faiteLe = lireJour(saisie.le, aujourdhui);
  await toutOuRien(registre, async (tx) => {
    const faite = { ...visee, numero: inscrit.numero, auteur, le: aujourdhui, faiteLe };
    if (await inscrireDemarche(tx, faite, maintenant)) await redeposerTache(tx, inscrit, visee.id, maintenant);
  });
}

/** Says a step not done after all: it is asked for again. @throws Refus FORMATION_INCONNUE, CHAMP_INVALIDE:demarche */
export async function defaireUneDemarche(
  registre: Registre,
  inscrit: DossierInscrit,
  saisie: DemarcheVisee,
  { auteur, aujourdhui, maintenant }: QuiAgit,
): Promise<void> {
  const visee = await viser(registre, inscrit, saisie);
  await toutOuRien(registre, async (tx) => {
    const defaite = { ...visee, numero: inscrit.numero, auteur, le: aujourdhui };
    if (await retirerDemarche(tx, defaite, maintenant)) await redeposerTache(tx, inscrit, visee.id, maintenant);
  });
}

/** The training as it is now, and a step of its route. */
async function viser(
  registre: Registre,
  { numero }: DossierInscrit,
  saisie: DemarcheVisee,
): Promise<{ id: string; code: string }> {
  const { valeur, fautes } = lireTextes({ formation: saisie.formation, demarche: saisie.demarche });
  if (fautes.length > 0) throw Refus.de(...fautes.map(codeDeFaute));
  const formation = (await formationsDe(registre, numero)).find(({ id }) => id === valeur.formation);
  if (formation === undefined || formation.abandonneeLe !== null) throw Refus.de('FORMATION_INCONNUE');
  const demarche = demarchesDe(formation.financement).find(({ code }) => code === valeur.demarche);
  if (demarche?.code === 'FINANCEMENT')
    throw refuser('CHAMP_INVALIDE:demarche', 'Le financement se choisit en changeant la formation.');
  if (demarche === undefined)
    throw refuser('CHAMP_INVALIDE:demarche', 'Cette démarche n’est pas de ce financement : il a peut-être changé.');
  return { id: formation.id, code: demarche.code };
}

const refuser = (code: string, dite: string): Refus => new Refus([{ code, phrase: dite }]);

function lireJour(brut: string, aujourdhui: DateCivile): DateCivile {
  const { valeur, fautes } = lireTextes({ le: brut });
  if (fautes.length > 0) throw Refus.de(...fautes.map(codeDeFaute));
  if (valeur.le === '') throw refuser('CHAMP_MANQUANT:le', 'Dites quel jour la démarche a été faite.');
  const jour = lireDate(valeur.le);
  if (jour === null) throw refuser('DATE_INVALIDE:le', phrase(`DATE_INVALIDE:${valeur.le}`));
  if (jour > aujourdhui) throw refuser('CHAMP_INVALIDE:le', 'Une démarche faite ne l’est pas dans l’avenir.');
  return jour;
}

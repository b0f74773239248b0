import { type DateCivile, enChiffres } from '../../../domain/calendrier/dates';
import { type Etape, libellesEtats } from '../../../domain/dossier/etats';
import type { Referent } from '../../../domain/dossier/personnes';
import { minuscule } from '../../../domain/droit/expliquer/mots';
import { reglementNomme } from '../../../domain/droit/reglements';
import { type DemandeListe, libellesCourrier, libellesEcheance } from './filtres';

/** What narrowed a list, in words: "Au 10/07/2025 : référent Maude Lescot, étape En CSP, en alerte". */
export function criteresDits(d: DemandeListe, referents: readonly Referent[], jour: DateCivile): string {
  const referent = referents.find(({ id }) => id === d.referent);
  const dits = [
    ...(d.referent ? [`référent ${referent ? `${referent.prenom} ${referent.nom}` : d.referent}`] : []),
    ...(d.etat ? [`étape ${libellesEtats[d.etat as Etape]}`] : []),
    ...(d.enAlerte ? ['en alerte'] : []),
    ...(d.echeance ? [`échéance ${minuscule(libellesEcheance[d.echeance])}`] : []),
    ...(d.reglement ? [`règlement « ${reglementNomme(d.reglement)?.libelle ?? d.reglement} »`] : []),
    ...(d.courrier ? [`courrier ${minuscule(libellesCourrier[d.courrier])}`] : []),
    ...(d.recherche ? [`recherche « ${d.recherche} »`] : []),
  ];
  return `Au ${enChiffres(jour)} : ${dits.length === 0 ? 'tous les dossiers' : dits.join(', ')}`;
}

/** Every type of event, one file each: its fields, its words and what it does. */
import type { z } from 'zod';
import { ajpp } from './ajpp';
import { arretMaladie } from './arret-maladie';
import { bilanRealise } from './bilan-realise';
import { congeAdoption } from './conge-adoption';
import { congeMaternite } from './conge-maternite';
import { congePaternite } from './conge-paternite';
import { conges } from './conges';
import { creationEntreprise } from './creation-entreprise';
import { decisionAutorisation } from './decision-autorisation';
import type { Effet, Regle } from './definition';
import { demandePrime } from './demande-prime';
import { demandeReinscription } from './demande-reinscription';
import { finContrat } from './fin-contrat';
import { finSuspension } from './fin-suspension';
import { formation } from './formation';
import { pointEtapeRealise } from './point-etape-realise';
import { preBilanRealise } from './pre-bilan-realise';
import { procheAidant } from './proche-aidant';
import { pspValide } from './psp-valide';
import { reponseSalarie } from './reponse-salarie';
import { repriseEmploi } from './reprise-emploi';
import { sortie } from './sortie';
import { suspension } from './suspension';

/** In the order of a menu. */
const liste = [
  reponseSalarie,
  decisionAutorisation,
  preBilanRealise,
  pspValide,
  pointEtapeRealise,
  bilanRealise,
  formation,
  conges,
  arretMaladie,
  congeMaternite,
  congePaternite,
  congeAdoption,
  procheAidant,
  ajpp,
  suspension,
  finSuspension,
  repriseEmploi,
  finContrat,
  creationEntreprise,
  demandePrime,
  sortie,
  demandeReinscription,
] as const;

type Definitions = { readonly [D in (typeof liste)[number] as D['type']]: D };

/** The registry: what it holds exists, in forms, documents, checks, sentences and rules alike. */
export const definitions = Object.fromEntries(liste.map((definition) => [definition.type, definition])) as Definitions;

export type TypeEvenement = keyof Definitions;
export type Evenement = { [T in TypeEvenement]: z.output<Definitions[T]['schema']> }[TypeEvenement];
/** The event of one type: `EvenementDe<'SORTIE'>`. */
export type EvenementDe<T extends TypeEvenement> = Extract<Evenement, { type: T }>;
/** The types of event that a rule takes: `TypesPour<'ENTRETIEN'>`. */
export type TypesPour<R extends Regle> = {
  [T in TypeEvenement]: Definitions[T]['effet']['regle'] extends R ? T : never;
}[TypeEvenement];

export const typesEvenement: readonly TypeEvenement[] = liste.map(({ type }) => type);

export const estTypeEvenement = (type: unknown): type is TypeEvenement =>
  typeof type === 'string' && Object.hasOwn(definitions, type);

/** What an event of a type does, by the rule that takes it. */
export const effetDe = (type: TypeEvenement): Effet => definitions[type].effet;

import { defineSearchAttributeKey, SearchAttributeType, TypedSearchAttributes } from '@temporalio/common';

/** Search attributes of a parcours: few, none personal (ARCHITECTURE, One journey on Temporal). */
export const attributs = {
  /** État of the machine, without cause of absence. */
  etape: defineSearchAttributeKey('etape', SearchAttributeType.KEYWORD),
  agence: defineSearchAttributeKey('agence', SearchAttributeType.KEYWORD),
  referent: defineSearchAttributeKey('referent', SearchAttributeType.KEYWORD),
  prochaineEcheance: defineSearchAttributeKey('prochaineEcheance', SearchAttributeType.DATETIME),
  terme: defineSearchAttributeKey('terme', SearchAttributeType.DATETIME),
  alertes: defineSearchAttributeKey('alertes', SearchAttributeType.INT),
} as const;

/** `name=Type`, as the Temporal CLI wants them when a namespace is made. */
export const attributsPourServeur: string[] = Object.values(attributs).map(
  ({ name, type }) => `${name}=${TypedSearchAttributes.toMetadataType(type)}`,
);

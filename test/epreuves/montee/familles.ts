import { ouvrirParcours } from '../../../client/usages/ouvrir';
import { ajouterJours, type DateCivile } from '../../../domain/calendrier/dates';
import { dossierInvente, personnesInventees } from '../../outils/ouvertures';
import type { Lieu } from './lieu';

/** Journeys that stand at one place of the law, in days from today. */
export interface Famille {
  nom: string;
  remise: number;
  /** Null: nobody has answered yet. */
  accord: number | null;
  /** What the change of rules does to it, in French. */
  quoi: string;
}

export const familles: readonly Famille[] = [
  { nom: 'Reflexion', remise: -10, accord: null, quoi: 'un rappel s’ajoute, dont le jour est passé' },
  {
    nom: 'Debut',
    remise: -45,
    accord: -40,
    quoi: 'la convocation au pré-bilan, partie, disparaît ; celle du plan avance',
  },
  {
    nom: 'Plan',
    remise: -68,
    accord: -60,
    quoi: 'la convocation au plan, encore à venir, aurait dû partir : elle part',
  },
  { nom: 'Passe', remise: -87, accord: -80, quoi: 'la convocation au plan, partie, change de jour et de clé' },
  {
    nom: 'Long',
    remise: -150,
    accord: -145,
    quoi: 'la convocation au point d’étape, passée, change de jour et de clé',
  },
];

/** The family of a journey, by its rank. */
export const familleDe = (rang: number): Famille => familles[rang % familles.length]!;

/** Opens that many journeys, each family in turn. @returns their numbers, in order */
export async function ouvrirFamilles(
  { registre, client }: Lieu,
  combien: number,
  aujourdhui: DateCivile,
): Promise<string[]> {
  const numeros: string[] = [];
  for (let rang = 0; rang < combien; rang++) {
    const { nom, remise, accord } = familleDe(rang);
    const { numero } = await ouvrirParcours(
      { registre, temporal: client, envoi: 'immediat' },
      {
        dossier: { ...dossierInvente, dateRemise: ajouterJours(aujourdhui, remise) },
        personnes: {
          ...personnesInventees,
          identite: { ...personnesInventees.identite, nom: `${nom}-${rang}`, email: `montee-${rang}@example.org` },
        },
        dateReprise: null,
        evenements:
          accord === null
            ? []
            : [{ type: 'REPONSE_SALARIE', date: ajouterJours(aujourdhui, accord), reponse: 'ACCEPTATION' }],
        auteur: 'epreuve',
      },
    );
    numeros.push(numero);
  }
  return numeros;
}

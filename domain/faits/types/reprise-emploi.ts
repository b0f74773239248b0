import { z } from 'zod';
import type { Parametres } from '../../dossier/parametres';
import { choix, contrat, jour, jourFacultatif } from './champs';
import { type ChampType, definir } from './definition';
import { compte, enMots } from './nombres';

export const naturesContrat = { CDI: 'CDI', CDD: 'CDD', CTT: 'Intérim (CTT)' } as const;

/** Declared by true, and nothing else. */
const siVrai = (libelle: string, aide: string) =>
  ({
    libelle,
    aide,
    genre: 'booleen',
    obligatoire: false,
    schema: z.literal(true).optional().catch(undefined),
  }) satisfies ChampType;

/** What a job does to the CSP, by its length. @see R14, F17 */
function aide({ emploiDurableMois, activiteMinJours: min }: Parametres): string {
  if (min === null) return 'Tout emploi met fin au dispositif, la veille de son premier jour.';
  const mois = enMots(emploiDurableMois);
  const jours = compte(min, 'jour');
  return `CDI ou contrat d’au moins ${mois} mois : sortie du CSP. De ${jours} à ${mois} mois : suspension. Moins de ${jours} : fin du CSP.`;
}

export const repriseEmploi = definir('REPRISE_EMPLOI', {
  libelle: 'Reprise d’emploi',
  aide,
  famille: 'Emploi',
  champs: {
    contratId: contrat(false, 'Au choix, unique dans le dossier : il sert à désigner ce contrat plus tard.'),
    nature: choix('Nature du contrat', naturesContrat, 'NATURE_INCONNUE'),
    debut: jour('Premier jour d’emploi'),
    fin: {
      ...jourFacultatif('Dernier jour prévu', 'À laisser vide pour un CDI.'),
      quand: 'obligatoire pour un CDD ou un intérim',
    },
    essaiJusquau: jourFacultatif('Fin de la période d’essai'),
    remunerationInferieure: siVrai(
      'Rémunération inférieure à celle d’avant',
      'Pour un même nombre d’heures par semaine : ouvre l’indemnité différentielle de reclassement.',
    ),
    particulier: siVrai(
      'L’employeur est un particulier',
      'Ce travail n’est pas une activité du CSP (code du travail, art. L1233-68, 3°) : une tâche demande ce qu’en dit France Travail.',
    ),
  },
  controler: ({ nature, fin }) => {
    if ((nature === 'CDI') === (fin === undefined)) return null;
    return { code: nature === 'CDI' ? 'CDI_AVEC_TERME' : 'CHAMP_MANQUANT', champ: 'fin' };
  },
  effet: {
    regle: 'CONTRAT',
    cause: 'ACTIVITE',
    mots: {
      nom: 'reprise d’activité',
      court: 'reprise d’emploi',
      de: 'd’emploi',
      titre: 'Reprise d’emploi',
      suspension: 'contrat de travail',
    },
  },
  declaration: true,
});

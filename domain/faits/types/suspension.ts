import { choix, jour, jourFacultatif } from './champs';
import { definir, type MotsCause } from './definition';

export const motifsSuspension = {
  PREPARE: 'Complément de libre choix d’activité ou PreParE',
  PAJE: 'PAJE',
  SERVICE_CIVIQUE: 'Service civique ou national',
  DEMENAGEMENT_ETRANGER: 'Déménagement à l’étranger',
} as const;
export type MotifSuspension = keyof typeof motifsSuspension;

const causes: Readonly<Record<MotifSuspension, MotsCause>> = {
  PREPARE: { nom: 'complément de libre choix d’activité ou PreParE', court: 'congé parental (PreParE)' },
  PAJE: {
    nom: 'prestation d’accueil du jeune enfant (PAJE)',
    court: 'prestation d’accueil du jeune enfant',
    de: 'de PAJE',
  },
  SERVICE_CIVIQUE: { nom: 'service civique ou national', court: 'service civique' },
  DEMENAGEMENT_ETRANGER: { nom: 'déménagement à l’étranger', de: 'de séjour à l’étranger' },
};

export const suspension = definir('SUSPENSION', {
  libelle: 'Suspension',
  aide: () => 'Suspend l’allocation sans prolonger le CSP.',
  famille: 'Absence',
  champs: {
    debut: jour('Premier jour'),
    fin: jourFacultatif('Dernier jour', 'À laisser vide si le retour n’est pas connu.'),
    motif: choix('Motif', motifsSuspension, 'MOTIF_INCONNU'),
  },
  effet: { regle: 'SUSPENSION', causes },
  declaration: true,
});

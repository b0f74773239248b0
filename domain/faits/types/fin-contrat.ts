import { choix, contratConnu, jour } from './champs';
import { definir } from './definition';

export const motifsFinContrat = {
  RUPTURE_ESSAI: 'Rupture pendant la période d’essai',
  FIN_ANTICIPEE: 'Fin anticipée',
} as const;

export const finContrat = definir('FIN_CONTRAT', {
  libelle: 'Fin de contrat avant son terme',
  aide: ({ essaiRompuReintegre }) =>
    essaiRompuReintegre
      ? 'La rupture de l’essai d’un emploi durable ramène la personne dans le CSP.'
      : 'La rupture de l’essai d’un emploi durable ne ramène pas la personne dans le dispositif.',
  famille: 'Emploi',
  champs: {
    contratId: contratConnu,
    date: jour('Dernier jour du contrat'),
    motif: choix('Motif', motifsFinContrat, 'MOTIF_INCONNU'),
  },
  effet: { regle: 'FIN_CONTRAT' },
  declaration: true,
});

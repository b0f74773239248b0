import { z } from 'zod';
import { enChoix } from '../../dossier/champs';
import { jour } from './champs';
import { type ChampType, definir } from './definition';

export const reponses = { ACCEPTATION: 'Accepte le CSP', REFUS: 'Refuse le CSP' } as const;

/** Any text: what is neither of the two is rejected by a rule (F8), not by the form. */
const reponse = {
  libelle: 'Réponse',
  aide: '',
  genre: 'choix',
  obligatoire: true,
  choix: enChoix(reponses),
  schema: z.union([z.string(), z.number().transform(String)]).catch(''),
} satisfies ChampType;

export const reponseSalarie = definir('REPONSE_SALARIE', {
  libelle: 'Réponse du salarié',
  dite: 'votre réponse à la proposition',
  aide: () =>
    'L’acceptation ouvre le CSP au lendemain de la fin du contrat ; un refus peut encore devenir une acceptation dans le délai.',
  famille: 'Proposition',
  champs: {
    date: jour('Date de la réponse', 'Le jour où le bulletin signé a été remis ou posté, et non celui où il est reçu.'),
    reponse,
  },
  effet: { regle: 'REPONSE' },
  declaration: false,
});
